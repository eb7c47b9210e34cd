"""What is asked again, under lock, at the moment when two people are let meet.

The order of locks is the same everywhere: people by number, then the match. Whoever imposes a restriction or withdraws
consent holds the same person's row; either what they did is seen here, or they see the match made here. The lock is the
one that lets others refer to the row (`no_key`), so that the e-mails of a pause never wait for it.
"""

from onemm.clearance.queries import is_cleared
from onemm.mentoring.models import Match
from onemm.mentoring.queries import has_consent, looks_after
from onemm.mentoring.refusals import (
    ConsentDoesNotStand,
    ContactIsPaused,
    MatchHasEnded,
    MatchIsPaused,
    MentorIsNotCleared,
    NotOfThisPair,
)
from onemm.people.locking import lock_people
from onemm.people.models import Person
from onemm.safeguarding.queries import is_restricted


def lock_match(match: Match) -> Match:
    """Hold the two people and then their match, and return it as it is now."""
    lock_people(match.mentor_id, match.young_person_id)
    return lock_match_alone(match.pk)


def lock_match_alone(number: int) -> Match:
    """Hold a match whose people, or the one of them that matters, are held already."""
    return (
        Match.objects.select_for_update(of=("self",))
        .select_related("mentor", "young_person", "enrolment__programme__organisation")
        .get(pk=number)
    )


def refuse_over(match: Match) -> None:
    """:raises MatchHasEnded: it has."""
    if not match.is_open:
        raise MatchHasEnded


def refuse_contact(*, mentor: Person, young_person: Person) -> None:
    """Let two people meet only while both may, the mentor is cleared and consent stands.

    :raises ContactIsPaused: one of them is restricted.
    :raises ConsentDoesNotStand: it was withdrawn, or never given.
    :raises MentorIsNotCleared: approval, check or training is missing or out of date.
    """
    if is_restricted(mentor) or is_restricted(young_person):
        raise ContactIsPaused
    if not has_consent(young_person):
        raise ConsentDoesNotStand
    if not is_cleared(mentor):
        raise MentorIsNotCleared


def refuse_meeting(match: Match) -> None:
    """:raises Refused: the pair cannot meet for now, with the fact that stands in the way."""
    refuse_over(match)
    if match.state == Match.State.PAUSED:
        raise MatchIsPaused
    refuse_contact(mentor=match.mentor, young_person=match.young_person)


def refuse_strangers(match: Match, by: Person) -> None:
    """:raises NotOfThisPair: neither of the two, nor someone who looks after them."""
    if by.pk not in (match.mentor_id, match.young_person_id) and not looks_after(by, match):
        raise NotOfThisPair
