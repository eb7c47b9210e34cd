"""What pairs ask of people: of their coordinator a call, of the two to agree, to plan and to write down."""

from collections.abc import Iterator
from datetime import datetime, time

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from onemm.mentoring.models import Match, Pulse, Session
from onemm.mentoring.queries.attention import AGREE, FALL, LOW, MEET, PAUSE, causes_of, with_causes
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Days, WorkingDays
from onemm.worklist.sources import Raised, Source, register

AGREE_AS_MENTOR, AGREE_AS_YOUNG_PERSON = "match.agree_as_mentor", "match.agree_as_young_person"
PLAN, WRITE_DOWN = "match.plan_hour", "session.write_down"
CALLED_WITHIN = WorkingDays(2)


def todos_of(match: Match) -> Iterator[Raised]:
    """Everything that an open pair waits for, now and later as things stand."""
    partner = match.enrolment.programme.organisation_id
    for cause in causes_of(match):
        yield Raised(cause.kind, since=cause.begins, until=cause.until, subject=cause.pulse, organisation_id=partner)
    if match.state == Match.State.INTRODUCED:
        yield from _agreements(match, partner)
    if match.state != Match.State.PAUSED and match.is_open:
        yield from _hours(match, partner)


def _agreements(match: Match, partner: int) -> Iterator[Raised]:
    agreed = {agreement.person_id for agreement in match.agreements.all()}
    since = timezone.make_aware(datetime.combine(match.introduced_on, time.min))
    for kind, person in ((AGREE_AS_MENTOR, match.mentor_id), (AGREE_AS_YOUNG_PERSON, match.young_person_id)):
        if person not in agreed:
            yield Raised(kind, since=since, owner_id=person, organisation_id=partner)


def _hours(match: Match, partner: int) -> Iterator[Raised]:
    planned = [session for session in match.sessions.all() if session.state == Session.State.PLANNED]
    for session in planned:
        yield Raised(
            WRITE_DOWN,
            since=session.at,
            subject=session,
            about=session.public_id,
            owner_id=match.mentor_id,
            organisation_id=partner,
        )
    if not planned and match.state == Match.State.ACTIVE and match.active_from is not None:
        held = [session.at for session in match.sessions.all() if session.state == Session.State.HELD]
        since = max([match.active_from, *held])
        yield Raised(PLAN, since=since, owner_id=match.mentor_id, organisation_id=partner)


def _waiting() -> QuerySet[Match]:
    sessions = Session.objects.filter(state__in=[Session.State.PLANNED, Session.State.HELD])
    return with_causes(Match.objects.open()).prefetch_related("agreements", Prefetch("sessions", sessions))


def _looked_after(person: Person) -> QuerySet[Match]:
    return Match.objects.open().looked_after_by(person)


def _pulses_looked_after(person: Person) -> QuerySet[Pulse]:
    return Pulse.objects.filter(match__in=Match.objects.open().looked_after_by(person))


def _call(name: str, words: str) -> Kind:
    about_pulse = name.startswith("pulse.")
    return Kind(
        name,
        Side.COORDINATOR,
        words,
        CALLED_WITHIN,
        page="match",
        permission=Permission.MATCH_LOOK_AFTER,
        seen_by=_pulses_looked_after if about_pulse else _looked_after,
    )


declare(
    _call(AGREE, "Ask why they have not both agreed"),
    _call(MEET, "Ask why they have not met"),
    _call(PAUSE, "Look after a pair that is paused"),
    _call(FALL, "Ask why it goes worse"),
    _call(LOW, "Ask how it goes"),
    Kind(AGREE_AS_MENTOR, Side.MENTOR, "Read the agreement", Days(7), page="match"),
    Kind(AGREE_AS_YOUNG_PERSON, Side.YOUNG_PERSON, "Read what you promise each other", Days(7), page="match"),
    Kind(PLAN, Side.MENTOR, "Choose a day", Days(14), page="match"),
    Kind(WRITE_DOWN, Side.MENTOR, "Write down the hour", Days(3), page="session"),
)
register(Source("match", Match, todos_of, _waiting))
