"""Which pairs want a call, how far a pair has come, and what is coming."""

from datetime import timedelta

import pytest

from onemm.lib.clock import now, today
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match, Pulse, Session
from onemm.people.actions.consents import withdraw_consent
from onemm.people.models import Consent
from onemm.safeguarding.actions import impose_restriction
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match


def reasons(cast):
    return [reason.words for one in queries.pairs_needing_attention(cast.sam) for reason in one.reasons]


def last_month():
    return (today().replace(day=1) - timedelta(days=1)).replace(day=1)


def test_a_pair_that_does_well_wants_nothing(cast):
    match = an_active_match(cast)
    a_held_session(cast, match)
    actions.give_pulse(match=match, by=cast.theo, value=8)

    assert queries.pairs_needing_attention(cast.sam) == ()


def test_five_weeks_without_a_meeting_want_a_call(cast):
    match = an_active_match(cast, on=today() - timedelta(days=60))
    assert reasons(cast) == ["Not met since the introduction"]
    a_held_session(cast, match, days_ago=36)
    (one,) = queries.pairs_needing_attention(cast.sam)
    assert (one.reasons[0].words, one.days, one.kind) == ("No meeting since the last one", 36, "late")
    a_held_session(cast, match, days_ago=35)
    assert reasons(cast) == []


@pytest.mark.parametrize(("days", "wanted"), [(7, []), (8, ["Introduced, but not both have agreed"])])
def test_an_agreement_that_takes_more_than_a_week_wants_a_call(cast, days, wanted):
    an_introduced_match(cast, on=today() - timedelta(days=days))

    assert reasons(cast) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (9, 6, "Theo (young person) fell from 9 to 6 of 10"),
        (5, 4, "Theo (young person) said 4 of 10"),
        (8, 6, None),
        (None, 3, "Theo (young person) said 3 of 10"),
    ],
)
def test_a_low_or_falling_pulse_wants_a_call(cast, before, after, wanted):
    match = an_active_match(cast)
    if before is not None:
        Pulse.objects.create(match=match, person=cast.theo, month=last_month(), value=before)
    actions.give_pulse(match=match, by=cast.theo, value=after)

    assert reasons(cast) == ([wanted] if wanted else [])


def test_a_pause_is_shown_with_who_can_end_it_and_comes_after_what_is_late(cast):
    match = an_active_match(cast)
    actions.pause_match(match=match, by=cast.sam)
    assert reasons(cast) == ["Paused by wish"]
    Match.objects.update(paused_why="restriction")
    assert reasons(cast) == ["Paused by the safeguarding lead"]
    Match.objects.update(paused_why="consent")
    assert reasons(cast) == ["Paused: consent was withdrawn"]


def test_other_partners_and_the_two_themselves_see_no_exceptions(cast):
    an_introduced_match(cast)

    for person in (cast.lou, cast.amina, cast.theo):
        assert queries.pairs_needing_attention(person) == ()


def test_progress_counts_held_hours_and_names_the_next(cast):
    match = an_active_match(cast)
    a_held_session(cast, match, days_ago=4, minutes=45)
    last = a_held_session(cast, match, days_ago=3, minutes=90)
    coming = a_planned_session(cast, match)
    actions.call_off_session(session=a_planned_session(cast, match, now() + timedelta(days=1)), by=cast.theo)

    progress = queries.progress_of(match)

    assert (progress.sessions, progress.minutes, progress.hours, progress.hours_planned) == (2, 135, 2, 12)
    assert (progress.last_met, progress.next_planned) == (last.at, coming)


def test_a_new_match_has_no_progress(cast):
    match = an_introduced_match(cast)

    assert queries.progress_of(match) == queries.Progress(0, 0, 0, 12, None, None)


def test_upcoming_and_unlogged_part_at_this_moment(cast):
    match = an_active_match(cast)
    coming = a_planned_session(cast, match)
    past = Session.objects.create(match=match, at=now() - timedelta(hours=1))

    for person in (cast.amina, cast.theo):
        assert queries.upcoming_of(person).get() == coming
        assert queries.unlogged_of(person).get() == past
    assert not queries.upcoming_of(cast.sam).exists()


def test_match_of_is_the_open_one(cast):
    match = an_active_match(cast)
    assert queries.match_of(cast.theo) == queries.match_of(cast.amina) == match
    actions.end_match(match=match, by=cast.sam, ending="early", reason="x", closing_talk_held=True)

    assert queries.match_of(cast.theo) is None


def test_a_glance_says_what_each_still_has_to_do(cast):
    match = an_introduced_match(cast)
    actions.agree(match=match, by=cast.amina)

    (mine,), (theirs,) = queries.glances_of(cast.amina), queries.glances_of(cast.theo)
    assert (mine.other, mine.i_agreed, mine.both_agreed, mine.next) == (cast.theo, True, False, None)
    assert (theirs.other, theirs.i_agreed, theirs.pulse_given) == (cast.amina, False, False)


def test_this_month_is_counted(cast):
    match = an_active_match(cast)
    log_at = now() - timedelta(minutes=1)
    actions.log_session(match=match, by=cast.amina, at=log_at, minutes=90)

    month = queries.this_month_of(cast.sam)

    assert (month.open_pairs, month.pairs_that_met, month.sessions, month.hours, month.met_of_open) == (
        1,
        1,
        1,
        1.5,
        "1 of 1",
    )
    assert queries.this_month_of(cast.lou).open_pairs == 0


def test_consent_and_restriction_are_told_apart(cast):
    match = an_active_match(cast)
    impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    withdraw_consent(consent=Consent.objects.get(), by=cast.theo)
    match.refresh_from_db()

    assert match.paused_why == "restriction"
    assert queries.standing_consent_of(cast.theo) is None
