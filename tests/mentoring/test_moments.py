"""A short unit at the moment it is made for: the first match, a first silence, the goodbye drawing near."""

from datetime import timedelta

import pytest

from onemm.audit.models import Entry
from onemm.learning import queries
from onemm.learning.actions import put_aside, suggest_unit
from onemm.learning.models import Suggestion
from onemm.lib.clock import now, today
from onemm.mentoring.actions import log_session, say_lost_touch
from onemm.mentoring.models import Match, Session
from onemm.mentoring.tasks import offer_units_for_the_moment
from tests.factories.learning import do_unit
from tests.factories.mentoring import a_held_session, a_planned_session, an_active_match


def moments_of(person):
    return [one.moment for one in queries.units_suggested_to(person)]


def test_a_first_match_calls_for_its_unit_and_a_second_does_not(cast):
    match = an_active_match(cast)
    assert moments_of(cast.amina) == ["first-match"]
    suggest_unit(person=match.mentor, moment="first-match")
    assert Entry.objects.filter(event="unit:suggested").count() == 1


def test_doing_the_unit_settles_it(cast):
    an_active_match(cast)
    do_unit(cast.amina, "first-match", course="moments")
    assert moments_of(cast.amina) == []


def test_an_hour_held_settles_what_was_for_the_time_before_it(cast):
    match = an_active_match(cast)
    say_lost_touch(match=match, by=cast.theo)
    a_held_session(cast, match)
    assert moments_of(cast.amina) == []


def test_it_can_be_put_aside_and_does_not_come_back(cast):
    an_active_match(cast)
    put_aside(person=cast.amina, moment="first-match")
    put_aside(person=cast.amina, moment="first-match")
    suggest_unit(person=cast.amina, moment="first-match")
    assert moments_of(cast.amina) == []
    assert Entry.objects.filter(event="suggestion:settled").count() == 1


def test_a_moment_without_a_unit_calls_for_nothing(cast):
    assert suggest_unit(person=cast.amina, moment="a-comet") is None
    assert not Suggestion.objects.exists()


def test_lost_touch_calls_for_the_unit_about_silence(cast):
    say_lost_touch(match=an_active_match(cast), by=cast.theo)
    assert moments_of(cast.amina)[0] == "first-silence"
    assert str(Suggestion.objects.get(moment="first-silence")) == "first-silence"


@pytest.mark.parametrize(("days", "planned", "offered"), [(40, False, True), (40, True, False), (20, False, False)])
def test_a_month_without_an_hour_is_noticed_by_the_morning_round(cast, days, planned, offered):
    match = an_active_match(cast, on=today() - timedelta(days=60))
    Match.objects.update(active_from=now() - timedelta(days=days))
    if planned:
        a_planned_session(cast, match)
    for _ in range(2):
        offer_units_for_the_moment()
    assert ("first-silence" in moments_of(cast.amina)) is offered


def test_an_hour_held_lately_breaks_the_silence(cast):
    match = an_active_match(cast, on=today() - timedelta(days=60))
    Match.objects.update(active_from=now() - timedelta(days=50))
    a_held_session(cast, match, days_ago=5)
    offer_units_for_the_moment()
    assert "first-silence" not in moments_of(cast.amina)


def test_the_ninth_hour_of_twelve_brings_the_goodbye_to_mind(cast):
    match = an_active_match(cast, on=today() - timedelta(days=200))
    for number in range(8):
        a_held_session(cast, match, days_ago=10 + number * 20)
    assert "nearing-goodbye" not in moments_of(cast.amina)
    log_session(match=match, by=cast.amina, at=now() - timedelta(days=2), minutes=60)
    assert "nearing-goodbye" in moments_of(cast.amina)


@pytest.mark.parametrize(("days", "offered"), [(275, True), (250, False)])
def test_after_nine_months_a_goodbye_is_near_however_many_hours_were_given(cast, days, offered):
    an_active_match(cast, on=today() - timedelta(days=days))
    offer_units_for_the_moment()
    assert ("nearing-goodbye" in moments_of(cast.amina)) is offered


def test_a_paused_pair_is_left_in_peace(cast):
    an_active_match(cast, on=today() - timedelta(days=300))
    Match.objects.update(state=Match.State.PAUSED, paused_at=now(), paused_why="wish")
    offer_units_for_the_moment()
    assert moments_of(cast.amina) == ["first-match"]
    assert not Session.objects.exists()
