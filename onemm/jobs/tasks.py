"""What runs regularly about jobs."""

from onemm.jobs import actions
from onemm.lib.tasks import task


@task
def look_after_stalled_jobs(**_: object) -> None:
    """Start again whatever lost its worker."""
    actions.resume_stalled_jobs()


@task
def forget_jobs(**_: object) -> None:
    """Delete reports whose time is over, and the rows they kept."""
    actions.forget_old_jobs()
