"""What training leads to: figures with intervals, and none by which anyone could be found."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from onemm.learning.models import UnitCompletion
from onemm.lib.clock import today
from onemm.mentoring.models import Enrolment, Match
from onemm.people.models import Person
from onemm.recruitment.models import Application
from onemm.reporting.after_training import hours_by_area, lasting_after_training, seats_by_area
from onemm.workshops.models import Booking, Workshop
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.mentoring import a_ready_mentor
from tests.factories.recruitment import a_submitted_application
from tests.factories.workshops import a_learner, a_workshop, booked


def learned(cast: Cast, many: int, minutes: int = 30) -> list[Person]:
    people = [a_ready_mentor(cast, a_learner()) for _ in range(many)]
    UnitCompletion.objects.bulk_create(
        UnitCompletion(person=one, course="mentoring-essentials", unit="your-role", version="1", minutes=minutes)
        for one in people
    )
    return people


def a_past_match(cast: Cast, mentor: Person, *, days: int, ending: str = "", after: int = 0) -> Match:
    """Introduced so many days ago; ended so many days after that, if it has."""
    young = Person.objects.create_user(email=None, first_name="Kit")
    enrolment = Enrolment.objects.create(
        person=young, programme=cast.programme, reference=f"K{young.pk}", waiting_since=today(), languages=["en"]
    )
    on = today() - timedelta(days=days)
    over = (
        {
            "state": "ended",
            "ended_at": timezone.localtime() - timedelta(days=days - after),
            "ended_by": cast.sam,
            "ending": ending,
            "end_reason": "Said so",
            "closing_talk_held": True,
        }
        if ending
        else {}
    )
    return Match.objects.create(
        mentor=mentor, young_person=young, enrolment=enrolment, introduced_on=on, introduced_by=cast.sam, **over
    )


def attended(cast: Cast, people: list[Person], *, days_ago: int) -> None:
    workshop = a_workshop(cast, seats=len(people))
    rows = booked(workshop, *people)
    Workshop.objects.filter(pk=workshop.pk).update(starts_at=timezone.localtime() - timedelta(days=days_ago))
    Booking.objects.filter(pk__in=[row.pk for row in rows]).update(state="attended", minutes=120)


def test_hours_are_counted_in_the_area_and_hidden_under_five(cast: Cast) -> None:
    people = learned(cast, 4)
    assert [(one.learners, one.minutes, one.hours_each) for one in hours_by_area([cast.area, cast.other_area])] == [
        (None, None, None)
    ] * 2
    people += learned(cast, 1)
    attended(cast, people[:2], days_ago=3)
    here, there = hours_by_area([cast.area, cast.other_area])
    assert (here.learners, here.minutes, here.hours_each) == (5, 5 * 30 + 2 * 120, 6.5 / 5)
    assert there.learners is None
    Application.objects.filter(person=people[0]).update(area=cast.other_area)
    assert hours_by_area([cast.area])[0].learners is None, "the latest application says where"


def test_seats_stand_beside_who_waits(cast: Cast) -> None:
    assert cast.area
    for _ in range(5):
        a_submitted_application(cast, a_learner())
    (before,) = seats_by_area([cast.area])
    assert (before.workshops, before.seats, before.waiting, before.within_reach, before.cold) == (0, 0, 5, 0, 5)
    full, far = a_workshop(cast, seats=2), a_workshop(cast, seats=50, days=90)
    booked(full, a_learner())
    (after,) = seats_by_area([cast.area])
    assert (after.workshops, after.seats, after.free, after.within_reach, after.cold) == (1, 2, 1, 5, 0)
    assert far.area == full.area


def test_parts_from_which_somebody_could_be_found_are_hidden(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    class One:
        def __init__(self, is_cold: bool) -> None:
            self.is_cold = is_cold

    monkeypatch.setattr(
        "onemm.reporting.after_training.people_waiting_for_training", lambda _scope: [One(at < 2) for at in range(9)]
    )
    (here,) = seats_by_area([cast.area])
    assert (here.waiting, here.within_reach, here.cold) == (9, None, None)
    monkeypatch.setattr("onemm.reporting.after_training.people_waiting_for_training", lambda _scope: [One(True)] * 4)
    (here,) = seats_by_area([cast.area])
    assert (here.waiting, here.within_reach, here.cold) == (None, None, None)


def test_from_a_pass_to_a_match_that_lasts(cast: Cast) -> None:
    people = learned(cast, 12)
    attended(cast, people[:6], days_ago=400)
    for one in people[:6]:
        a_past_match(cast, one, days=300)
    for one in people[6:11]:
        a_past_match(cast, one, days=300, ending="early", after=60)
    a_past_match(cast, people[11], days=300, ending="planned", after=100)
    everybody, with_one, without = lasting_after_training(None)
    assert (everybody.people, everybody.matches) == (12, 12)
    assert everybody.approved is not None
    assert everybody.approved.value == 1
    assert (with_one.people, without.people) == (6, 6)
    assert with_one.lasted is not None
    assert without.lasted is not None
    assert with_one.lasted.value == 1
    assert with_one.lasted.low == pytest.approx(6 / (6 + 1.96**2), abs=0.001), "Wilson, all of six"
    assert without.lasted.value == pytest.approx(1 / 6)
    assert without.lasted.low < 1 / 6 < without.lasted.high
    assert lasting_after_training([cast.other_area])[0].people is None


@pytest.mark.parametrize(("went", "shown"), [(4, 1), (5, 3), (0, 1)])
def test_one_small_group_hides_both(cast: Cast, went: int, shown: int) -> None:
    people = learned(cast, 10)
    attended(cast, people[:went], days_ago=10) if went else None
    assert len(lasting_after_training([cast.area])) == shown


def test_a_workshop_after_the_first_match_is_not_before_it(cast: Cast) -> None:
    people = learned(cast, 10)
    for one in people[:5]:
        a_past_match(cast, one, days=30)
    attended(cast, people[:5], days_ago=10)
    assert len(lasting_after_training(None)) == 1


@pytest.mark.parametrize("who", ["priya", "anil"])
def test_the_page_shows_ones_own_areas(cast: Cast, browser: Browser, who: str) -> None:
    from onemm.people.actions.roles import grant_role
    from onemm.people.roles import Role

    learned(cast, 5)
    assert cast.other_area
    anil = Person.objects.create_user("anil@example.org", first_name="Anil")
    grant_role(person=anil, role=Role.ANALYST, by=None)
    page = browser.sign_in(anil if who == "anil" else cast.priya).get("/staff/training/after/").text
    assert "Greater Manchester" in page
    assert ("Cardiff and the Valleys" in page) == (who == "anil")
    assert "2 hours 30 minutes" in page
    assert Browser().sign_in(cast.amina).get("/staff/training/after/").status_code == 403


def test_the_page_costs_the_same_however_many_there_are(
    cast: Cast, browser: Browser, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for one in learned(cast, 12):
        a_past_match(cast, one, days=100)
    browser.sign_in(cast.priya).get("/staff/training/after/")
    with django_assert_max_num_queries(20):
        browser.get("/staff/training/after/")
