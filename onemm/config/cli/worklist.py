"""The worklist."""

import click

from onemm.config.cli.start import with_django


@click.group()
def worklist() -> None:
    """What someone has to do by a day, and the proof that the list is what the contexts derive."""


@worklist.command(epilog="Example: onemm worklist verify")
@click.option("--mend", "put_right", is_flag=True, help="Put right what differs, and say so in the log.")
@with_django
def verify(*, put_right: bool) -> None:
    """Derive every to-do again; exits with 1 and names the rows when the worklist says something else."""
    from onemm.worklist.actions import mend
    from onemm.worklist.actions import verify as look
    from onemm.worklist.models import Todo
    from onemm.worklist.sources import every_source

    flaws = [flaw for source in every_source() for flaw in look(source=source.name)]
    for flaw in flaws:
        click.echo(str(flaw))
    if put_right and flaws:
        click.echo(f"{mend(by=None)} put right")
        flaws = [flaw for source in every_source() for flaw in look(source=source.name)]
    open_now = Todo.objects.open().count()
    click.echo(f"{open_now} open; " + (f"{len(flaws)} differ" if flaws else "the worklist is what its contexts derive"))
    raise SystemExit(1 if flaws else 0)
