"""When someone is asked, and which steps they have reached."""

from collections.abc import Sequence
from datetime import datetime, timedelta

ASK_AGAIN_AFTER = timedelta(days=60)


def wave_due(*, started_at: datetime | None, answered_later: bool, met_since: bool, at: datetime) -> str | None:
    """Return which wave someone is asked now:

    `start` until answered; `later` once the pair has met since, or 60 days on.
    """
    if started_at is None:
        return "start"
    if answered_later:
        return None
    return "later" if met_since or at - started_at >= ASK_AGAIN_AFTER else None


def moments_reached(moments: Sequence[datetime | None]) -> list[datetime]:
    """Return when each step was reached together with all before it, up to the first that was not.

    Some steps can be done early: whoever trains before they are approved reaches "trained" on the day of approval.
    """
    reached: list[datetime] = []
    for moment in moments:
        if moment is None:
            break
        reached.append(max(moment, reached[-1]) if reached else moment)
    return reached
