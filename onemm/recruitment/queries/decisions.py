"""What was decided, and whether it may be looked at again."""

from datetime import timedelta

from onemm.lib.clock import now
from onemm.recruitment.models import Appeal, Application, Decision
from onemm.recruitment.rules.appeals import ASKED_WITHIN


def decision_of(application: Application) -> Decision | None:
    """Return the decision that stands, with the appeal against it."""
    if "standing" in application.__dict__:
        return next(iter(application.__dict__["standing"]), None)
    return Decision.objects.standing().filter(application=application).select_related("decided_by", "appeal").first()


def appeal_of(decision: Decision | None) -> Appeal | None:
    return getattr(decision, "appeal", None)


def may_appeal(application: Application) -> bool:
    """Say whether the applicant may ask for a second look now. One query."""
    decision = decision_of(application)
    declined = decision is not None and application.state == Application.State.DECLINED
    return bool(
        declined
        and decision
        and appeal_of(decision) is None
        and now() <= decision.decided_at + timedelta(days=ASKED_WITHIN)
    )
