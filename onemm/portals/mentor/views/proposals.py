"""Would you like to meet this young person?"""

from onemm.matching.actions import answer_as_mentor
from onemm.matching.models import Proposal
from onemm.people.permissions import Permission
from onemm.portals.mentor.pages.proposals import proposal_page
from onemm.web.proposals import ProposalPages

PROPOSALS = ProposalPages(
    portal="mentor",
    gate=Permission.MATCH_MENTOR,
    proposals=lambda person: Proposal.objects.visible_to(person).filter(mentor=person, offered_at__isnull=False),
    answer=answer_as_mentor,
    page=proposal_page,
    reason_help="Only the coordinator can read it. It helps us to think of somebody who suits you better.",
    yes="Thank you. When the young person says yes too, the coordinator brings you together, within two weeks.",
    no="Thank you for saying so. We keep you on our list, and write when we have thought of somebody else.",
)
urlpatterns = PROPOSALS.routes()
