"""What runs regularly about matching."""

from onemm.lib.clock import now
from onemm.lib.tasks import task
from onemm.matching.actions import lapse_if_unanswered
from onemm.matching.models import Proposal
from onemm.matching.rules import OFFER_STANDS_FOR


@task
def lapse_stale_proposals(**_: object) -> None:
    """Let go every offer that has stood for two weeks without both answers, so that both are free for someone else."""
    stale = Proposal.objects.filter(state=Proposal.State.OFFERED, offered_at__lt=now() - OFFER_STANDS_FOR)
    for proposal in stale.select_related("enrolment").order_by("pk"):
        lapse_if_unanswered(proposal=proposal, reason="Two weeks went by without an answer.")
