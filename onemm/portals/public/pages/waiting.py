"""The waiting list for places not yet open."""

from dataclasses import dataclass

from onemm.outreach.models import Waiting
from onemm.web.cells import When
from onemm.web.forms import Form


@dataclass(frozen=True)
class JoinPage:
    """Are we near you?"""

    form: Form


@dataclass(frozen=True)
class StillWaitingPage:
    """Do you still wait? Looking answers nothing: only a button does."""

    first_name: str
    since: str


def still_waiting_page(waiting: Waiting) -> StillWaitingPage:
    return StillWaitingPage(waiting.first_name, When(waiting.joined_at).words)
