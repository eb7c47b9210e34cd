"""Noticing that someone who was declined or barred applies again, and what a person makes of it.

Nothing follows by itself.
"""

from collections.abc import Iterable

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.mentors.models import MentorProfile
from onemm.notifications.actions import write_email
from onemm.people.models import Person
from onemm.recruitment.actions.opening import locked_for_staff
from onemm.recruitment.models import Application, Likeness, Trace
from onemm.recruitment.queries.likenesses import grounds_between, live_and_alike, turned_away_and_alike
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.refusals import AnswerDoesNotFit
from onemm.recruitment.rules.likeness import keys_of


def trace(application: Application) -> Trace:
    """Keep by what this applicant would be noticed."""
    person, profile = application.person, MentorProfile.objects.get(person=application.person_id)
    keys = keys_of(name=person.full_name, born=person.born, email=person.email or "", postcode=profile.postcode)
    kept, _ = Trace.objects.update_or_create(application=application, defaults=vars(keys))
    return kept


def notice_likenesses(application: Application) -> None:
    """Someone applies: are they like anyone who was turned away? Whoever screens is told to look."""
    own_trace = trace(application)
    _notice((application, other) for other in turned_away_and_alike(own_trace))


def notice_those_like(application: Application) -> None:
    """Someone was turned away: is anyone like them on the way in, or in already?"""
    own_trace = Trace.objects.filter(application=application).first() or trace(application)
    _notice((other, application) for other in live_and_alike(own_trace))


def _notice(pairs: Iterable[tuple[Application, Application]]) -> None:
    for application, other in pairs:
        grounds = grounds_between(application.trace, other.trace)
        likeness, new = Likeness.objects.get_or_create(
            application=application, other=other, defaults={"grounds": grounds}
        )
        if new:
            audit.record(
                "application:likeness_noticed", subject=application, by=None, other=other.pk, grounds=", ".join(grounds)
            )
            for screener in screeners_of(application):
                write_email(
                    kind="likeness.noticed",
                    to=screener,
                    about=application.public_id,
                    occasion=(likeness.pk,),
                )


@transaction.atomic
def settle_likeness(*, likeness: Likeness, by: Person, same: bool, words: str) -> None:
    """Say whether it is one person or two, and why. The decision on the application stays to be made, by a person.

    :raises AnswerDoesNotFit: there are no words.
    :raises MoveRefused: someone has said so before.
    """
    application = locked_for_staff(likeness.application, by)
    if not words.strip():
        raise AnswerDoesNotFit("Say how you know. Somebody may ask later.", field="words")
    likeness = Likeness.objects.select_for_update().get(pk=likeness.pk)
    move(likeness, Likeness.State.SAME if same else Likeness.State.DIFFERENT)
    likeness.words, likeness.settled_at, likeness.settled_by = words.strip(), now(), by
    likeness.save()
    audit.record("application:likeness_settled", subject=application, by=by, other=likeness.other_id, same=same)
