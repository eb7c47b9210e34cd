"""Stopping for a while, going on, and saying goodbye."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.mentoring.actions.guards import lock_match, lock_match_alone, refuse_contact, refuse_over
from onemm.mentoring.actions.letters import write_to_both, write_to_coordinators
from onemm.mentoring.actions.meeting import call_off_planned
from onemm.mentoring.models import Enrolment, Match
from onemm.mentoring.queries import has_consent
from onemm.mentoring.refusals import AnEndingHasAReason, MatchIsNotPaused, MatchIsPaused, NotAnEnding
from onemm.people.locking import lock_people
from onemm.people.models import Person
from onemm.recruitment.queries import is_checked
from onemm.safeguarding.queries import is_restricted


@transaction.atomic
def pause_match(*, match: Match, by: Person) -> None:
    """Stop meetings for a while, by wish. What was planned is called off; both and the coordinators are told.

    :raises MatchIsPaused: it is already.
    :raises MatchHasEnded: it has.
    """
    match = lock_match(match)
    refuse_over(match)
    if match.state == Match.State.PAUSED:
        raise MatchIsPaused
    _pause(match, why=Match.Pause.WISH, by=by)


@transaction.atomic
def pause_matches_of(*, person_id: int, why: str) -> None:
    """Stop every open match of a person at once: they are restricted, their consent was withdrawn, or their check ran
    out.
    """
    for number in _open_matches_of(person_id):
        match = lock_match_alone(number)
        if match.is_open and match.state != Match.State.PAUSED:
            _pause(match, why=why, by=None)


@transaction.atomic
def resume_match(*, match: Match, by: Person) -> None:
    """Go on where the pair stopped: active when both had agreed, introduced when not.

    :raises MatchIsNotPaused: nothing to go on from.
    :raises Refused: the two may not meet for now; see `guards.refuse_contact`.
    """
    match = lock_match(match)
    refuse_over(match)
    if match.state != Match.State.PAUSED:
        raise MatchIsNotPaused
    refuse_contact(mentor=match.mentor, young_person=match.young_person)
    _resume(match, by=by)


@transaction.atomic
def resume_matches_of(*, person_id: int, why: str) -> None:
    """A restriction was lifted, or a check counts again: let those go on that it had paused, unless something else
    stands in the way.
    """
    for number in _open_matches_of(person_id):
        match = lock_match_alone(number)
        if match.paused_why != why:
            continue
        other = _what_still_stands(match)
        if not other:
            _resume(match, by=None)
        elif other != why:
            match.paused_why = other
            match.save(update_fields=["paused_why"])


def _what_still_stands(match: Match) -> str:
    """Return why the two may not meet yet, the gravest first; empty when nothing stands in the way."""
    if is_restricted(match.mentor) or is_restricted(match.young_person):
        return Match.Pause.RESTRICTION
    if not has_consent(match.young_person):
        return Match.Pause.CONSENT
    return "" if is_checked(match.mentor) else Match.Pause.CHECK


@transaction.atomic
def end_match(*, match: Match, by: Person, ending: str, reason: str, closing_talk_held: bool) -> None:
    """Close a match, with how and why, and whether there was a closing talk. The young person may be proposed a mentor
    again.

    :raises MatchHasEnded: it has.
    :raises AnEndingHasAReason: no reason was given.
    :raises NotAnEnding: it is not planned, early or broken.
    """
    match = lock_match(match)
    refuse_over(match)
    if ending not in Match.Ending.values:
        raise NotAnEnding(field="ending")
    if not reason.strip():
        raise AnEndingHasAReason(field="reason")
    call_off_planned(match=match, by=by)
    move(match, Match.State.ENDED)
    match.paused_at, match.paused_why = None, ""
    match.ended_at, match.ended_by, match.ending = now(), by, ending
    match.end_reason, match.closing_talk_held = reason.strip(), closing_talk_held
    match.save()
    # They wait anew from today; what they waited before their mentor must not put them ahead of others.
    Enrolment.objects.filter(pk=match.enrolment_id).update(waiting_since=today())
    audit.record("match:ended", subject=match, by=by, ending=ending, closing_talk_held=closing_talk_held)
    write_to_both(
        match,
        kind="ended",
        once="1",
        subject="Your time with {other} has come to an end",
        body="Your mentoring with {other} has ended. Thank you for the time you gave one another. If you would like to "
        "talk about "
        "it, your coordinator is there for you.",
    )


def _open_matches_of(person_id: int) -> list[int]:
    lock_people(person_id)
    as_mentor = Match.objects.open().filter(mentor=person_id)
    return sorted((as_mentor | Match.objects.open().filter(young_person=person_id)).values_list("pk", flat=True))


def _pause(match: Match, *, why: str, by: Person | None) -> None:
    call_off_planned(match=match, by=by)
    move(match, Match.State.PAUSED)
    match.paused_at, match.paused_why = now(), why
    match.save(update_fields=["state", "paused_at", "paused_why"])
    audit.record("match:paused", subject=match, by=by)
    once = match.paused_at.isoformat()
    write_to_both(
        match,
        kind="paused",
        once=once,
        subject="Your meetings with {other} are paused for now",
        body="Your meetings with {other} are paused for now, and what was planned is called off. This can happen for "
        "many reasons "
        "and does not mean that you did anything wrong. Your coordinator will be in touch. Until then, please do not "
        "meet.",
    )
    write_to_coordinators(
        match,
        kind="paused",
        once=once,
        subject="{pair} are paused for now",
        body="The meetings of {pair} are paused for now, and what was planned is called off. Please make sure that "
        "they do not "
        "meet, and that both are well. We will write to you when they can go on.",
    )


def _resume(match: Match, *, by: Person | None) -> None:
    once = match.paused_at.isoformat() if match.paused_at else ""
    move(match, Match.State.ACTIVE if match.active_from is not None else Match.State.INTRODUCED)
    match.paused_at, match.paused_why = None, ""
    match.save(update_fields=["state", "paused_at", "paused_why"])
    audit.record("match:resumed", subject=match, by=by)
    write_to_both(
        match,
        kind="resumed",
        once=once,
        subject="You and {other} can meet again",
        body="You and {other} can meet again. Next, choose a day together on your page.",
    )
    write_to_coordinators(
        match,
        kind="resumed",
        once=once,
        subject="{pair} can meet again",
        body="The pause of {pair} is over. You will see their next meeting on their page once they have planned it.",
    )
