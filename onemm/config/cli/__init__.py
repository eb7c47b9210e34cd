"""The command line: `onemm --help` shows every command with an example."""

import os

import click

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onemm.config.settings")

from onemm.config.cli import (  # the commands read settings when imported
    audit,
    demo,
    imports,
    pairing,
    passport,
    people,
    platform,
    simulate,
    tasks,
    training,
)
from onemm.version import VERSION


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Each command explains itself: onemm COMMAND --help",
)
@click.version_option(VERSION, prog_name="onemm")
def main() -> None:
    """One Million Mentors: recruit, screen, train, match and support mentors of young people.

    \b
    Examples:
      onemm setup                          make or update the database and the assets
      onemm serve --port 8000              the website and its worker
      onemm schools import register.csv    read the government's schools register
      onemm permissions                    every route, and who may open it
      onemm simulate recruitment --seed 1  from interest to ready, with the platform and without
      onemm audit verify                   prove that the log is whole
    """


for command in (
    platform.setup,
    platform.serve,
    platform.run,
    platform.worker,
    platform.health,
    people.permissions,
    people.staff,
    imports.schools,
    imports.postcodes,
    audit.audit,
    demo.demo,
    tasks.tasks,
    training.training,
    pairing.pair,
    pairing.world,
    simulate.simulate,
    passport.passport,
):
    main.add_command(command)
