"""Setting up and serving."""

import json
import os
from functools import partial

import click
import django

from onemm.config.cli.processes import keep_running, refuse_taken_port, serve_website, work_in_background
from onemm.config.cli.progress import progress_bar
from onemm.config.cli.start import with_django

DEMO_STARTS_AT = 0.08
"""Which share of setting up is over when the demo world begins."""


HOST = click.option("--host", default="127.0.0.1", show_default=True)
PORT = click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=lambda: int(os.environ.get("PORT", "8000")),
    show_default="8000, or PORT",
)
NO_WORKER = click.option("--no-worker", is_flag=True, help="Only the website; run `onemm worker` elsewhere.")


@click.command(epilog="Example: onemm setup --demo")
@click.option(
    "--demo",
    is_flag=True,
    help="Also fill an empty database with the demo world, and say how to sign in (needs ONEMM_DEMO=on).",
)
@with_django
def setup(*, demo: bool) -> None:
    """Make or update the database, the stylesheet, the fonts and the schedule. Safe to run at any time."""
    _set_up(demo=demo)


@click.command(epilog="Example: onemm serve --port 8000")
@PORT
@HOST
@NO_WORKER
def serve(*, port: int, host: str, no_worker: bool) -> None:
    """Serve the website, with its worker beside it, until interrupted."""
    refuse_taken_port(host, port)
    django.setup()
    _refuse_foreign_database()
    _serve(host, port, no_worker=no_worker)


@click.command(epilog="Example: ONEMM_DEMO=on onemm run --demo --port 8123")
@PORT
@HOST
@NO_WORKER
@click.option(
    "--demo", is_flag=True, help="With the demo world, and say how to sign in (needs ONEMM_DEMO=on), as `onemm setup`."
)
def run(*, port: int, host: str, no_worker: bool, demo: bool) -> None:
    """Set up what is not, then serve: `onemm setup` and `onemm serve` in one, for a machine of one's own."""
    refuse_taken_port(host, port)
    django.setup()
    _set_up(demo=demo)
    click.echo(f"\nOne Million Mentors is at http://{host}:{port}   (Ctrl-C stops it; the data stays in var/)\n")
    _serve(host, port, no_worker=no_worker)


@click.command(epilog="Example: onemm worker")
@with_django
def worker() -> None:
    """Do background work until interrupted. Any number may run, on any number of machines, with PostgreSQL."""
    _refuse_foreign_database()
    keep_running([work_in_background])


def _set_up(*, demo: bool) -> None:
    from django.conf import settings
    from django.db import connections

    from onemm.config.cli.demo import only_in_demo, say_how_to_sign_in
    from onemm.config.setting_up import PagesCannotBeBuilt, pages_built_beside, set_up

    if demo:
        only_in_demo()
    _refuse_foreign_database()
    connections.close_all()
    part = DEMO_STARTS_AT if demo else 1.0
    try:
        with progress_bar("Setting up") as tell, pages_built_beside():
            set_up(tell=lambda step, share: tell(step, part * share))
            if demo:
                from onemm.demo.world import fill_an_empty_world

                fill_an_empty_world(tell=lambda step, share: tell(step, part + (1 - part) * share))
            tell("stylesheet, fonts and static files", 0.99)
    except PagesCannotBeBuilt as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo("Ready.")
    if demo:
        click.echo("\nSign in as:")
        say_how_to_sign_in(settings.ADDRESS)


def _refuse_foreign_database() -> None:
    from django.db import connection

    from onemm.config.known_database import DatabaseIsForeign, refuse_foreign_database

    try:
        refuse_foreign_database(connection)
    except DatabaseIsForeign as problem:
        raise click.ClickException(str(problem)) from problem


def _serve(host: str, port: int, *, no_worker: bool) -> None:
    website = partial(serve_website, host, port)
    keep_running([website] if no_worker else [website, work_in_background])


@click.command(epilog="Example: onemm health")
@with_django
def health() -> None:
    """Say whether database, queue and worker are well; exits with 1 when one is not."""
    from onemm.lib.health import health as ask

    report = ask()
    click.echo(json.dumps(report.as_dict()))
    raise SystemExit(0 if report.is_well else 1)
