"""Background work, by hand."""

import click

from onemm.config.cli.start import with_django


@click.group()
def tasks() -> None:
    """Background work."""


@tasks.command(epilog="Example: onemm tasks run")
@with_django
def run() -> None:
    """Do everything that waits, here and now, without a worker."""
    from onemm.lib.tasks import run_waiting

    click.echo(f"{run_waiting()} done")


@tasks.command("list", epilog="Example: onemm tasks list")
@with_django
def list_() -> None:
    """Show what waits, and what runs when."""
    from django_q.models import OrmQ

    from onemm.config.schedule import SCHEDULED_TASKS

    for queued in OrmQ.objects.order_by("pk"):
        click.echo(f"waiting  {queued.task.get('func')}  {queued.task.get('kwargs')}")
    for scheduled in SCHEDULED_TASKS:
        click.echo(f"{scheduled.cron:<14} {scheduled.task}")
