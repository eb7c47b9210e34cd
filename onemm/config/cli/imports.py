"""Reading tables that others publish."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onemm.config.cli.start import with_django

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def schools() -> None:
    """The government's schools register."""


@schools.command("import", epilog="Example: onemm schools import edubasealldata.csv --json")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Make the last line a JSON object of the counts.")
@with_django
def import_schools(*, file: Path, as_json: bool) -> None:
    """Read FILE, the register as published (CSV). Running it again changes nothing that has not changed in FILE."""
    from onemm.places import actions

    _import("Schools", lambda progress: actions.import_schools(path=file, by=None, progress=progress), as_json=as_json)


@click.group()
def postcodes() -> None:
    """Whole postcodes, for exact distances. Outward codes are built in."""


@postcodes.command("import", epilog="Example: onemm postcodes import postcodes.csv --json")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Make the last line a JSON object of the counts.")
@with_django
def import_postcodes(*, file: Path, as_json: bool) -> None:
    """Read FILE: a CSV with postcode, latitude, longitude, or the ONS Postcode Directory."""
    from onemm.places import actions

    _import(
        "Postcodes", lambda progress: actions.import_postcodes(path=file, by=None, progress=progress), as_json=as_json
    )


def _import(what: str, run: Callable[[Callable[[int, int], None]], Any], *, as_json: bool) -> None:
    """Run an import with a progress bar, then print what it did and why rows were refused."""
    from onemm.lib.refusals import UnreadableTable

    bar = click.progressbar(length=100, label=what, file=sys.stderr)

    def progress(done: int, of: int) -> None:
        bar.update(int(100 * done / max(of, 1)) - bar.pos)

    try:
        with bar:
            report = run(progress)
            progress(1, 1)
    except UnreadableTable as problem:
        raise click.ClickException(str(problem)) from problem
    counts = report.counts()
    click.echo(", ".join(f"{number} {name}" for name, number in counts.items()))
    for number, why in report.reasons[:50]:
        click.echo(f"  row {number}: {why}")
    if len(report.reasons) > 50:
        click.echo(f"  … and {len(report.reasons) - 50} more")
    if as_json:
        click.echo(json.dumps(counts))
