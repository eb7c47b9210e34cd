"""The log."""

import click

from onemm.config.cli.start import with_django


@click.group()
def audit() -> None:
    """What happened, and the proof that nobody changed it."""


@audit.command(epilog="Example: onemm audit verify")
@with_django
def verify() -> None:
    """Walk every chain of the log; exits with 1 and names the place when one does not hold."""
    from onemm.audit.models import Entry
    from onemm.audit.queries import flaws_in_the_log

    flaws = flaws_in_the_log()
    for flaw in flaws:
        click.echo(f"chain {flaw.chain}, entry {flaw.number}: {flaw.problem}")
    click.echo(f"{Entry.objects.count()} entries, " + (f"{len(flaws)} flaws" if flaws else "the log is whole"))
    raise SystemExit(1 if flaws else 0)
