"""What is asked again, under lock, before a proposal takes another step towards a meeting.

Locks are taken in the order of `mentoring`: people by number, the mentor's profile, then the proposal.
"""

from onemm.matching.models import Proposal
from onemm.matching.queries import places_held
from onemm.matching.refusals import HasAProposalAlready, MentorHasNoRoom
from onemm.mentoring.models import Match
from onemm.mentoring.queries import has_consent, readiness_of
from onemm.mentoring.refusals import (
    AlreadyHasAMentor,
    ConsentDoesNotStand,
    ContactIsPaused,
    HasLeftTheProgramme,
    MentorIsNotReady,
)
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.safeguarding.queries import is_restricted


def lock_proposal(proposal: Proposal) -> Proposal:
    """Hold the two people, the mentor's profile and the proposal, and return it as it is now."""
    two = (proposal.mentor_id, proposal.enrolment.person_id)
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=two).order_by("pk"))
    # How many a mentor takes must not change between counting and offering one more.
    list(MentorProfile.objects.select_for_update(no_key=True).filter(person=proposal.mentor_id))
    return lock_proposal_alone(proposal.pk)


def lock_proposal_alone(number: int) -> Proposal:
    """Hold a proposal whose people, or the one of them that matters, are held already."""
    return (
        Proposal.objects.select_for_update(of=("self",))
        .select_related(
            "mentor", "round", "enrolment__person", "enrolment__programme__organisation", "enrolment__programme__site"
        )
        .get(pk=number)
    )


def refuse_unsafe(proposal: Proposal) -> None:
    """Let a proposal go on only while these two may meet and each still has room for the other.

    :raises ContactIsPaused: one of them is restricted.
    :raises MentorIsNotReady: approval, check or training is missing.
    :raises MentorHasNoRoom: open matches and other live proposals fill what the mentor offered.
    :raises ConsentDoesNotStand: it was withdrawn, or never given.
    :raises HasLeftTheProgramme: the young person is no longer here.
    :raises AlreadyHasAMentor: or another proposal is live (`HasAProposalAlready`).
    """
    young_person = proposal.enrolment.person
    readiness = readiness_of(proposal.mentor)
    if "paused" in readiness.missing or is_restricted(young_person):
        raise ContactIsPaused
    if {"approval", "training"} & set(readiness.missing):
        raise MentorIsNotReady("The mentor’s approval, check or training is not valid today.")
    if readiness.room <= places_held(but=proposal, mentor=proposal.mentor)[proposal.mentor_id]:
        raise MentorHasNoRoom
    if proposal.enrolment.left_at is not None:
        raise HasLeftTheProgramme
    if not has_consent(young_person):
        raise ConsentDoesNotStand
    if Match.objects.open().filter(young_person=young_person).exists():
        raise AlreadyHasAMentor
    if Proposal.objects.live().filter(enrolment=proposal.enrolment).exclude(pk=proposal.pk).exists():
        raise HasAProposalAlready
