"""What rounds and proposals ask of people: to review, to answer, to introduce."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from onemm.matching.models import Proposal, Round
from onemm.matching.queries import to_introduce
from onemm.matching.rules import OFFER_STANDS_FOR
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Days
from onemm.worklist.sources import Raised, Source, register

REVIEW, INTRODUCE = "round.review", "proposal.introduce"
ANSWER_AS_MENTOR, ANSWER_AS_YOUNG_PERSON = "proposal.answer_as_mentor", "proposal.answer_as_young_person"
ANSWERED_WITHIN = Days(OFFER_STANDS_FOR.days)
INTRODUCED_WITHIN = Days(14)
"""What both are told when they have said yes."""
REVIEWED_WITHIN = Days(7)


def todos_of_proposal(proposal: Proposal) -> Iterator[Raised]:
    """An offer waits for both answers; two yeses wait for the introduction."""
    partner = proposal.enrolment.programme.organisation_id
    asked = (
        (ANSWER_AS_MENTOR, proposal.mentor_yes_at, proposal.mentor_id),
        (ANSWER_AS_YOUNG_PERSON, proposal.young_person_yes_at, proposal.enrolment.person_id),
    )
    if proposal.state == Proposal.State.OFFERED and proposal.offered_at is not None:
        for kind, answered_at, person in asked:
            if answered_at is None:
                yield Raised(kind, since=proposal.offered_at, owner_id=person, organisation_id=partner)
    elif proposal.state == Proposal.State.ACCEPTED and proposal.match_id is None:
        answers = [answered_at for _, answered_at, _ in asked if answered_at is not None]
        yield Raised(INTRODUCE, since=max(answers), organisation_id=partner)


def todos_of_round(run: Round) -> Iterator[Raised]:
    """A round waits until each of its suggestions has been decided or overtaken."""
    if run.state == Round.State.PROPOSED and run.proposals.filter(state=Proposal.State.SUGGESTED).exists():
        partner = run.programme.organisation_id
        yield Raised(REVIEW, since=run.finished_at or run.asked_at, organisation_id=partner)


def _open_proposals() -> QuerySet[Proposal]:
    return Proposal.objects.live().select_related("enrolment__programme")


def _undecided_rounds() -> QuerySet[Round]:
    suggested = Proposal.objects.filter(round=OuterRef("pk"), state=Proposal.State.SUGGESTED)
    return Round.objects.filter(Exists(suggested), state=Round.State.PROPOSED).select_related("programme")


def _reviewed_by(person: Person) -> QuerySet[Round]:
    return Round.objects.visible_to(person).filter(state=Round.State.PROPOSED)


declare(
    Kind(
        REVIEW,
        Side.COORDINATOR,
        "Review the pairs",
        REVIEWED_WITHIN,
        page="round",
        permission=Permission.ROUND_RUN,
        seen_by=_reviewed_by,
    ),
    Kind(
        INTRODUCE,
        Side.COORDINATOR,
        "Record the introduction",
        INTRODUCED_WITHIN,
        page="introduction",
        permission=Permission.ROUND_RUN,
        seen_by=to_introduce,
    ),
    Kind(ANSWER_AS_MENTOR, Side.MENTOR, "Say yes or no", ANSWERED_WITHIN, page="proposal"),
    Kind(ANSWER_AS_YOUNG_PERSON, Side.YOUNG_PERSON, "Say yes or no", ANSWERED_WITHIN, page="proposal"),
)
register(Source("proposal", Proposal, todos_of_proposal, _open_proposals))
register(Source("round", Round, todos_of_round, _undecided_rounds))
