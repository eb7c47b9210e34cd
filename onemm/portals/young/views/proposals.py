"""Would you like to meet this mentor?"""

from onemm.matching.actions import answer_as_young_person
from onemm.matching.models import Proposal
from onemm.people.permissions import Permission
from onemm.portals.young.pages.proposals import proposal_page
from onemm.web.proposals import ProposalPages

PROPOSALS = ProposalPages(
    portal="young",
    gate=Permission.MATCH_BE_MENTORED,
    proposals=lambda person: Proposal.objects.visible_to(person).filter(
        enrolment__person=person, offered_at__isnull=False
    ),
    answer=answer_as_young_person,
    page=proposal_page,
    reason_help="You do not have to. If you do, the person you were asked about never reads it.",
    yes=(
        "Thank you. When your mentor says yes too, you will be brought together with somebody you know, "
        "within two weeks."
    ),
    no="That is fine. We look for somebody else, and ask you again when we have found them.",
)
urlpatterns = PROPOSALS.routes()
