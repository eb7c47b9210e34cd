"""Planning an hour, writing it down afterwards, calling it off; and how it is going."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.mentoring.actions.emails import write_to
from onemm.mentoring.actions.guards import lock_match, refuse_meeting, refuse_over, refuse_strangers
from onemm.mentoring.actions.moments import after_an_hour
from onemm.mentoring.actions.waits import note_what_a_pair_waits_for
from onemm.mentoring.models import Match, Pulse, Session
from onemm.mentoring.queries import looks_after
from onemm.mentoring.refusals import (
    AlreadyMeetingThen,
    BeforeTheIntroduction,
    ContactDetailsStayOut,
    MatchIsPaused,
    NotAPossibleLength,
    NotAPossiblePulse,
    OnlyTheTwo,
    SessionIsSettled,
    TimeIsOver,
    TimeIsStillToCome,
)
from onemm.mentoring.rules import LONGEST, SHORTEST, first_of_month, has_contact_details
from onemm.people.models import Person
from onemm.places.models import Channel


@transaction.atomic
def plan_session(
    *, match: Match, by: Person, at: datetime, channel: str = Channel.FACE_TO_FACE, where: str = "", purpose: str = ""
) -> Session:
    """Set a time for an hour together, today or later, and tell the other one.

    :raises TimeIsOver: the day has been.
    :raises AlreadyMeetingThen: the pair has a session at that time.
    :raises ContactDetailsStayOut: one of the two wrote a number, an address, a handle or a link.
    :raises Refused: the two may not meet for now; see `guards.refuse_meeting`.
    """
    match = lock_match(match)
    refuse_strangers(match, by)
    refuse_meeting(match)
    if timezone.localdate(at) < today():
        raise TimeIsOver(field="day")
    _refuse_same_time(match, at)
    _refuse_contact_details(match, by, where=where, purpose=purpose)
    session = Session.objects.create(
        match=match, at=at, channel=channel, where=where.strip(), purpose=purpose.strip(), planned_by=by
    )
    note_what_a_pair_waits_for(match)
    audit.record("session:planned", subject=session, by=by, match=match.public_id)
    _tell_others(session, match, by, "session.planned", planner=by.first_name)
    return session


@transaction.atomic
def log_session(
    *, match: Match, by: Person, at: datetime, minutes: int, words: str = "", session: Session | None = None
) -> Session:
    """Write down an hour that took place: a planned one, or, without `session`, one that was not planned.

    :raises TimeIsStillToCome: or `BeforeTheIntroduction`, `NotAPossibleLength`, `AlreadyMeetingThen`.
    :raises SessionIsSettled: the planned one was written down or called off before.
    :raises MatchHasEnded: or `MatchIsPaused`, when it says that they met during the pause.
    """
    match = lock_match(match)
    refuse_strangers(match, by)
    _refuse_log(match, at, minutes)
    _refuse_contact_details(match, by, words=words)
    _refuse_same_time(match, at, but=session)
    kept = (
        Session(match=match) if session is None else Session.objects.select_for_update().get(pk=session.pk, match=match)
    )
    if session is not None and kept.state != Session.State.PLANNED:
        raise SessionIsSettled
    move(kept, Session.State.HELD)
    kept.at, kept.minutes, kept.words = at, minutes, words.strip()
    kept.logged_by, kept.logged_at = by, now()
    kept.save()
    note_what_a_pair_waits_for(match)
    audit.record("session:logged", subject=kept, by=by, match=match.public_id, minutes=minutes)
    after_an_hour(match)
    return kept


@transaction.atomic
def call_off_session(*, session: Session, by: Person) -> None:
    """Say that a planned hour will not be, and tell the other one.

    :raises SessionIsSettled: it was written down or called off before.
    """
    match = lock_match(session.match)
    refuse_strangers(match, by)
    kept = Session.objects.select_for_update().get(pk=session.pk)
    if kept.state != Session.State.PLANNED:
        raise SessionIsSettled
    move(kept, Session.State.CALLED_OFF)
    kept.save(update_fields=["state"])
    note_what_a_pair_waits_for(match)
    audit.record("session:called_off", subject=kept, by=by, match=match.public_id)
    _tell_others(kept, match, by, "session.called_off", caller=by.first_name)


def call_off_planned(*, match: Match, by: Person | None) -> None:
    """Call off everything planned, when a match is paused or ends.

    The e-mail about that says it all; these are silent.
    """
    for session in match.sessions.planned().select_for_update():
        move(session, Session.State.CALLED_OFF)
        session.save(update_fields=["state"])
        audit.record("session:called_off", subject=session, by=by, match=match.public_id)


@transaction.atomic
def give_pulse(*, match: Match, by: Person, value: int, words: str = "") -> Pulse:
    """Keep how it is going this month, from 1 to 10, from one side. A second one in the same month takes the first
    one's place.

    :raises OnlyTheTwo: it is the pair's own to say.
    :raises NotAPossiblePulse: outside 1 to 10.
    :raises MatchHasEnded: there is nothing going any more.
    """
    match = lock_match(match)
    if by.pk not in (match.mentor_id, match.young_person_id):
        raise OnlyTheTwo
    refuse_over(match)
    if value not in range(1, 11):
        raise NotAPossiblePulse(field="value")
    pulse, new = Pulse.objects.update_or_create(
        match=match,
        person=by,
        month=first_of_month(today()),
        defaults={"value": value, "words": words.strip(), "given_at": now()},
    )
    note_what_a_pair_waits_for(match)
    audit.record("pulse:given" if new else "pulse:corrected", subject=pulse, by=by, match=match.public_id)
    return pulse


def _refuse_log(match: Match, at: datetime, minutes: int) -> None:
    refuse_over(match)
    if at > now():
        raise TimeIsStillToCome(field="day")
    if timezone.localdate(at) < match.introduced_on:
        raise BeforeTheIntroduction(field="day")
    if not SHORTEST <= minutes <= LONGEST:
        raise NotAPossibleLength(field="minutes")
    if match.paused_at is not None and at >= match.paused_at:
        raise MatchIsPaused


def _refuse_same_time(match: Match, at: datetime, *, but: Session | None = None) -> None:
    others = match.sessions.filter(at=at).exclude(state=Session.State.CALLED_OFF)
    if (others.exclude(pk=but.pk) if but is not None else others).exists():
        raise AlreadyMeetingThen(field="day")


def _refuse_contact_details(match: Match, by: Person, **words: str) -> None:
    """A coordinator may give the link of a supervised room; the two may not give one another a way round the
    coordinator.
    """
    if looks_after(by, match):
        return
    for field, text in words.items():
        if has_contact_details(text):
            raise ContactDetailsStayOut(field=field)


def _tell_others(session: Session, match: Match, by: Person, kind: str, **values: object) -> None:
    values = {**values, "when": _in_words(session.at), "where": session.where}
    for person in (match.mentor, match.young_person):
        if person.pk != by.pk:
            write_to(match, person, kind=kind, values=values, occasion=(session.public_id,))


def _in_words(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"
