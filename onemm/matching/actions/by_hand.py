"""One pair, chosen by hand from the best for one young person."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.matching.actions.deciding import approve_proposal
from onemm.matching.actions.rounds import proposals_from
from onemm.matching.actions.waits import note_what_rounds_wait_for
from onemm.matching.models import Proposal, Round
from onemm.matching.problem import best_for
from onemm.matching.queries import standing_weights
from onemm.matching.refusals import DoesNotFit, NobodyIsWaiting
from onemm.mentoring.models import Enrolment
from onemm.mentoring.refusals import ProgrammeIsClosed
from onemm.people.models import Person


@transaction.atomic
def propose_by_hand(*, enrolment: Enrolment, mentor: str, by: Person) -> Proposal:
    """Choose one of the best for a young person and ask both: whoever chooses, approves. `mentor` is the public id.

    What a round has suggested for this young person, and nobody has decided, is overtaken.

    :raises ProgrammeIsClosed: it takes no more pairs.
    :raises NobodyIsWaiting: the young person has someone, has no consent, or has left.
    :raises DoesNotFit: this mentor is not, or no longer, among the best that every limit allows.
    :raises Refused: the two may not meet; see `guards.refuse_unsafe`.
    """
    if enrolment.programme.closed_at is not None:
        raise ProgrammeIsClosed
    best = best_for(enrolment)
    if best is None:
        raise NobodyIsWaiting(f"{enrolment.person.first_name} is not waiting for a mentor now.")
    pair = next((candidate for candidate in best.pairs if candidate.mentor == mentor), None)
    if pair is None:
        raise DoesNotFit
    standing = standing_weights(enrolment.programme)
    run = Round.objects.create(
        programme=enrolment.programme,
        asked_by=by,
        kind=Round.Kind.ONE,
        weights=standing.choices,
        weighting=standing.weighting,
        state=Round.State.PROPOSED,
        finished_at=now(),
        young_people=1,
        mentors=len(best.gathered.problem.mentors),
        matched=1,
        total=pair.score,
        bound=pair.score,
    )
    _overtake_suggestions_for(enrolment)
    (proposal,) = proposals_from(run, best.gathered, (pair,))
    proposal.save()
    audit.record("proposal:chosen", subject=proposal, by=by)
    approve_proposal(proposal=proposal, by=by)
    return Proposal.objects.select_related("enrolment__person", "mentor", "round").get(pk=proposal.pk)


def _overtake_suggestions_for(enrolment: Enrolment) -> None:
    overtaken = Proposal.objects.filter(enrolment=enrolment, state=Proposal.State.SUGGESTED)
    rounds = list(overtaken.values_list("round", flat=True))
    overtaken.update(state=Proposal.State.LAPSED, over_at=now(), over_reason="Somebody was chosen by hand.")
    note_what_rounds_wait_for(rounds)
