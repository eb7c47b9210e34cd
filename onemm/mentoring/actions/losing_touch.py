"""A young person, or a mentor, says that the other one has gone quiet."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import today
from onemm.mentoring.actions.guards import lock_match, refuse_over
from onemm.mentoring.actions.letters import write_to_coordinators
from onemm.mentoring.actions.moments import offer_for_silence
from onemm.mentoring.models import Match
from onemm.mentoring.refusals import OnlyTheTwo
from onemm.people.models import Person


@transaction.atomic
def say_lost_touch(*, match: Match, by: Person) -> None:
    """Ask the coordinators to bring the two together again. Said twice on one day, they get one letter.

    :raises OnlyTheTwo: it is the pair's own to say.
    :raises MatchHasEnded: it has.
    """
    match = lock_match(match)
    if by.pk not in (match.mentor_id, match.young_person_id):
        raise OnlyTheTwo
    refuse_over(match)
    audit.record("match:lost_touch", subject=match, by=by)
    offer_for_silence(match)
    write_to_coordinators(
        match,
        kind="lost_touch",
        once=f"{by.public_id}:{today()}",
        subject="{pair} have lost touch",
        body=f"{by.first_name} says that they have lost touch. Please speak with both within two working days, and "
        "help them "
        "choose a day.",
    )
