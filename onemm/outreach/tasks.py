"""What runs regularly about how people are asked in."""

from onemm.lib.tasks import task
from onemm.outreach import actions


@task
def forget_old_invitations(**_: object) -> None:
    """Forget every address that has not answered for sixty days."""
    actions.expire_invitations()


@task
def look_after_waiting_list(**_: object) -> None:
    """Tell, ask and forget those who wait for a place to open."""
    actions.look_after_waiting_list()
