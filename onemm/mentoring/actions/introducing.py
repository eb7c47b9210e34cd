"""From a first meeting to an agreement."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.mentoring.actions.emails import write_to_both, write_to_coordinators
from onemm.mentoring.actions.guards import lock_match, refuse_meeting
from onemm.mentoring.actions.moments import offer_for_first_match
from onemm.mentoring.actions.waits import note_what_a_pair_waits_for
from onemm.mentoring.models import Agreement, Enrolment, Match
from onemm.mentoring.queries import has_consent, readiness_of
from onemm.mentoring.refusals import (
    AlreadyAgreed,
    AlreadyHasAMentor,
    ConsentDoesNotStand,
    ContactIsPaused,
    HasLeftTheProgramme,
    IntroductionIsStillToCome,
    MentorIsNotReady,
    OnlyTheTwo,
    ProgrammeIsClosed,
)
from onemm.mentoring.rules import AGREEMENT_WORDING
from onemm.mentors.models import MentorProfile
from onemm.people.locking import lock_people
from onemm.people.models import Person
from onemm.safeguarding.queries import is_restricted

_MISSING = {
    "approval": "The mentor’s approval or check is not valid today.",
    "training": "The mentor has not finished the training.",
    "room": "The mentor already has as many young people as they offered to take.",
}


@transaction.atomic
def introduce(
    *, enrolment: Enrolment, mentor: Person, on: date, words: str = "", by: Person, reasons: Sequence[object] = ()
) -> Match:
    """Record that two people met, with staff, and so begin their match.

    Everything is asked again here, under lock, whatever was true when the pair was proposed.

    :raises ContactIsPaused: one of them is restricted.
    :raises MentorIsNotReady: approval, check, training or room is missing; the message says which.
    :raises ConsentDoesNotStand: no consent stands today.
    :raises AlreadyHasAMentor: the young person has an open match.
    :raises HasLeftTheProgramme: or the programme is closed (`ProgrammeIsClosed`).
    :raises IntroductionIsStillToCome: the day is in the future.
    """
    if on > today():
        raise IntroductionIsStillToCome(field="on")
    people = lock_people(mentor.pk, enrolment.person_id)
    mentor, young_person = people[mentor.pk], people[enrolment.person_id]
    # The profile too: how many young people a mentor takes must not change between counting and adding one.
    list(MentorProfile.objects.select_for_update().filter(person=mentor))
    enrolment = Enrolment.objects.select_for_update(of=("self",)).select_related("programme").get(pk=enrolment.pk)
    _refuse_introduction(enrolment, mentor=mentor, young_person=young_person)
    match = Match.objects.create(
        enrolment=enrolment,
        mentor=mentor,
        young_person=young_person,
        introduced_on=on,
        introduced_by=by,
        introduction_words=words.strip(),
        reasons=list(reasons),
    )
    audit.record("match:introduced", subject=match, by=by, mentor=mentor.public_id, young_person=young_person.public_id)
    write_to_both(match, kind="match.introduced")
    note_what_a_pair_waits_for(match)
    offer_for_first_match(match)
    return match


def _refuse_introduction(enrolment: Enrolment, *, mentor: Person, young_person: Person) -> None:
    if enrolment.left_at is not None:
        raise HasLeftTheProgramme
    if enrolment.programme.closed_at is not None:
        raise ProgrammeIsClosed
    readiness = readiness_of(mentor)
    if "paused" in readiness.missing or is_restricted(young_person):
        raise ContactIsPaused
    if mentor.pk == young_person.pk:
        raise MentorIsNotReady("Nobody can be their own mentor.")
    if not readiness.ready:
        raise MentorIsNotReady(_MISSING[readiness.missing[0]])
    if not has_consent(young_person):
        raise ConsentDoesNotStand
    if Match.objects.open().filter(young_person=young_person).exists():
        raise AlreadyHasAMentor


@transaction.atomic
def agree(*, match: Match, by: Person) -> Agreement:
    """Keep one side's yes to the mentoring agreement, in today's wording. With both, the match is active.

    :raises OnlyTheTwo: nobody agrees for someone else.
    :raises AlreadyAgreed: this side has.
    :raises Refused: the match is over or paused, or the two may not meet; see `guards.refuse_meeting`.
    """
    match = lock_match(match)
    if by.pk not in (match.mentor_id, match.young_person_id):
        raise OnlyTheTwo
    refuse_meeting(match)
    if match.agreements.filter(person=by).exists():
        raise AlreadyAgreed
    agreement = Agreement.objects.create(match=match, person=by, wording=AGREEMENT_WORDING)
    audit.record("match:agreed", subject=match, by=by, wording=AGREEMENT_WORDING)
    if match.agreements.count() == len((match.mentor, match.young_person)):
        _begin(match, by)
    note_what_a_pair_waits_for(match)
    return agreement


def _begin(match: Match, by: Person) -> None:
    move(match, Match.State.ACTIVE)
    match.active_from = now()
    match.save(update_fields=["state", "active_from"])
    audit.record("match:began", subject=match, by=by)
    write_to_both(match, kind="match.began")
    write_to_coordinators(match, kind="match.began_for_coordinator")
