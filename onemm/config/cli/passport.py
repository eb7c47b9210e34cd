"""Verifying a mentor's passport, for anyone with the file and our published keys.

Needs no database, no settings and no network.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def passport() -> None:
    """What a mentor shows another organisation of their screening and training."""


@passport.command(epilog="Example: onemm passport verify mentor-passport.jwt --keys keys.json --revoked ended-1.jwt")
@click.argument("file", type=FILE)
@click.option("--keys", type=FILE, required=True, help="Our public keys, as fetched from /passports/keys/.")
@click.option(
    "--revoked",
    type=FILE,
    help="The list of ended passports, as fetched from /passports/ended/1/. Without it, nobody looks there.",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Verify as of a day, at noon in UTC, rather than now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object rather than sentences.")
def verify(*, file: Path, keys: Path, revoked: Path | None, on: datetime | None, as_json: bool) -> None:
    """Say whether FILE is true and in date, what it says, and whether it was ended.

    Exits with 0 when it is good, as far as was asked; with 1 when it is not, or when that cannot be said.
    """
    from onemm.clearance.rules import verdict_on

    at = on.replace(hour=12, tzinfo=UTC) if on else datetime.now(tz=UTC)
    verdict = verdict_on(_text(file), keys=_keys_in(keys), revoked=_text(revoked) if revoked else None, at=at)
    if as_json:
        click.echo(
            json.dumps({"outcome": verdict.outcome, "says": _facts(verdict.says), "listed_at": _iso(verdict.listed_at)})
        )
    else:
        click.echo(f"{verdict.outcome.upper()}: {verdict.words}")
        if verdict.is_good:
            for label, value in _facts(verdict.says).items():
                click.echo(f"  {label.replace('_', ' ')}: {value}")
        if verdict.listed_at:
            click.echo(f"  list as of: {_iso(verdict.listed_at)}")
    raise SystemExit(0 if verdict.is_good else 1)


def _text(path: Path) -> str:
    return path.read_text(encoding="ascii", errors="replace")


def _keys_in(path: Path) -> dict[str, Any]:
    try:
        keys = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise click.ClickException(f"{path} is not JSON.") from problem
    return keys if isinstance(keys, dict) else {}


def _facts(says: Any) -> dict[str, Any]:
    """What a passport says, in words; nothing where it is not true."""
    if says is None:
        return {}
    return {
        "name": says.name,
        "check": f"{says.check_level}, dated {says.checked_on}",
        "approved_on": str(says.approved_on),
        "training": "; ".join(
            f"{course.title} ({course.version}), {course.minutes} minutes, passed {course.passed_on}"
            for course in says.training
        ),
        "issued_at": _iso(says.issued_at),
        "ends_at": _iso(says.ends_at),
    }


def _iso(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
