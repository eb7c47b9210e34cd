"""What pairs, proposals and rounds wait for, through every act, with nothing left over and nothing missing."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.lib.tasks import run_waiting
from onemm.matching import actions as matching
from onemm.matching.models import Proposal, Round
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Pulse
from onemm.mentoring.rules import months_on
from onemm.people.models import Person
from onemm.worklist.models import Todo
from onemm.worklist.queries import drift
from tests.cast import Cast
from tests.factories.matching import a_suggested_pair, fresh
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match, an_introduced_match


def seen(person: Person) -> set[str]:
    return set(Todo.objects.current().visible_to(person).values_list("kind", flat=True))


def test_a_proposal_from_the_suggestion_to_the_introduction(cast: Cast) -> None:
    proposal = a_suggested_pair(cast)
    assert seen(cast.sam) == {"round.review"}
    assert not drift()
    matching.approve_proposal(proposal=proposal, by=cast.sam)
    assert seen(cast.sam) == set()
    assert seen(cast.amina) == {"proposal.answer_as_mentor"}
    assert seen(cast.theo) == {"proposal.answer_as_young_person"}
    assert not drift()
    todo = Todo.objects.open().get(kind="proposal.answer_as_mentor")
    assert todo.due - todo.since == timedelta(days=14)
    assert todo.about == proposal.public_id
    matching.answer_as_mentor(proposal=fresh(proposal), by=cast.amina, yes=True)
    assert seen(cast.amina) == set()
    matching.answer_as_young_person(proposal=fresh(proposal), by=cast.theo, yes=True)
    assert seen(cast.sam) == {"proposal.introduce"}
    assert seen(cast.lou) == set()
    assert not drift()
    matching.introduce_pair(proposal=fresh(proposal), by=cast.sam, on=today())
    assert seen(cast.sam) == set()
    assert seen(cast.amina) == {"match.agree_as_mentor"}
    assert not drift()


def test_a_no_leaves_nothing_behind(cast: Cast) -> None:
    proposal = a_suggested_pair(cast)
    matching.approve_proposal(proposal=proposal, by=cast.sam)
    matching.answer_as_young_person(proposal=fresh(proposal), by=cast.theo, yes=False)
    assert not Todo.objects.open().filter(source="proposal").exists()
    assert Todo.objects.get(kind="proposal.answer_as_mentor").outcome == "dropped"
    assert not drift()


def test_a_newer_round_overtakes_the_older_ones(cast: Cast) -> None:
    first = a_suggested_pair(cast).round
    run = matching.ask_for_round(programme=cast.programme, by=cast.sam)
    run_waiting()
    assert Proposal.objects.filter(round=first, state="lapsed").exists()
    assert list(Todo.objects.open().filter(kind="round.review").values_list("subject_pk", flat=True)) == [run.pk]
    assert Round.objects.get(pk=run.pk).state == "proposed"
    assert not drift()


def test_a_pair_through_its_year(cast: Cast) -> None:
    match = an_introduced_match(cast, on=today())
    assert seen(cast.theo) == {"match.agree_as_young_person"}
    actions.agree(match=match, by=cast.amina)
    assert seen(cast.amina) == set()
    actions.agree(match=match, by=cast.theo)
    assert seen(cast.amina) == {"match.plan_hour"}
    assert not drift()
    session = a_planned_session(cast, match)
    assert seen(cast.amina) == set()
    assert not drift()
    with time_machine.travel(session.at + timedelta(hours=2), tick=False):
        assert seen(cast.amina) == {"session.write_down"}
        assert not drift(), "what comes with time lay ahead"
        actions.log_session(match=match, by=cast.amina, at=session.at, minutes=60, session=session)
        assert seen(cast.amina) == {"match.plan_hour"}
        assert not drift()
    actions.pause_match(match=match, by=cast.sam)
    assert seen(cast.sam) == {"match.look_into_pause"}
    assert seen(cast.amina) == set()
    assert not drift()
    actions.resume_match(match=match, by=cast.sam)
    assert not drift()
    actions.end_match(match=match, by=cast.sam, ending="early", reason="Moved away.", closing_talk_held=True)
    assert not Todo.objects.open().exists()
    assert not drift()


def test_a_quiet_pair_wants_a_call_by_time_alone(cast: Cast) -> None:
    match = an_active_match(cast)
    a_held_session(cast, match, days_ago=3)
    assert seen(cast.sam) == set()
    with time_machine.travel(timezone.localtime() + timedelta(days=32), tick=False):
        assert seen(cast.sam) == set()
    with time_machine.travel(timezone.localtime() + timedelta(days=33), tick=False):
        assert seen(cast.sam) == {"match.ask_about_meeting"}
        assert [one.reasons[0].days for one in queries.pairs_needing_attention(cast.sam)] == [36]
        assert not drift()


def test_an_agreement_that_takes_long_wants_a_call_from_the_eighth_day(cast: Cast) -> None:
    an_introduced_match(cast, on=today())
    for days, wanted in ((7, set()), (8, {"match.ask_about_agreement"})):
        with time_machine.travel(timezone.localtime() + timedelta(days=days), tick=False):
            assert seen(cast.sam) == wanted


@pytest.mark.parametrize(
    ("before", "after", "months", "kinds"),
    [
        (9, 6, 0, {"pulse.ask_about_fall"}),
        (9, 6, 1, {"pulse.ask_about_fall"}),
        (9, 6, 2, set()),
        (9, 3, 1, {"pulse.ask_about_fall"}),
        (9, 3, 2, {"pulse.ask_about_low"}),
        (9, 3, 3, set()),
        (5, 4, 0, {"pulse.ask_about_low"}),
        (5, 4, 2, {"pulse.ask_about_low"}),
        (8, 6, 0, set()),
        (None, 3, 0, {"pulse.ask_about_low"}),
    ],
)
def test_a_pulse_speaks_for_its_month_and_the_two_after_it(
    cast: Cast, before: int | None, after: int, months: int, kinds: set[str]
) -> None:
    match = an_active_match(cast)
    month = today().replace(day=1)
    if before is not None:
        Pulse.objects.create(match=match, person=cast.theo, month=months_on(month, -1), value=before)
    actions.give_pulse(match=match, by=cast.theo, value=after)
    later = timezone.make_aware(datetime.combine(months_on(month, months), time(1)))
    with time_machine.travel(max(later, now() + timedelta(minutes=1)), tick=False):
        assert {kind for kind in seen(cast.sam) if kind.startswith("pulse.")} == kinds
        assert not drift()


def test_nobody_reads_what_their_own_other_side_says(cast: Cast) -> None:
    match = an_active_match(cast)
    actions.give_pulse(match=match, by=cast.theo, value=2)
    assert "pulse.ask_about_low" in seen(cast.sam)
    for person in (cast.amina, cast.theo, cast.lou, cast.lena):
        assert not {kind for kind in seen(person) if kind.startswith("pulse.")}


@pytest.mark.parametrize(
    ("month", "number", "expected"), [("2026-11-01", 3, "2027-02-01"), ("2026-01-01", -1, "2025-12-01")]
)
def test_months_are_counted_over_the_year(month: str, number: int, expected: str) -> None:
    assert months_on(date.fromisoformat(month), number).isoformat() == expected
