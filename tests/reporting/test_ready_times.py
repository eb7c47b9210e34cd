"""From interest to ready by groups: who counts as what, and which groups are shown."""

from datetime import date, timedelta
from itertools import count

import pytest

from onemm.learning.models import CoursePass
from onemm.learning.queries import passes_wanted
from onemm.lib.clock import now, today
from onemm.mentors.models import MentorProfile
from onemm.outreach.models import Origin
from onemm.people.models import Person
from onemm.recruitment.models import Application
from onemm.reporting.ready_times import GROUPINGS, NOT_KNOWN, ready_times
from tests.cast import Cast

pytestmark = pytest.mark.django_db
_numbers = count(1)


def somebody(
    cast: Cast,
    state: str,
    *,
    days_ago: float = 40,
    took: float = 10,
    age: int = 40,
    trained: bool = True,
    **more: object,
) -> Person:
    """An application begun so many days ago, which took so many days to its end."""
    born = date(today().year - age, 1, 1) if age else None
    person: Person = Person.objects.create_user(email=f"way{next(_numbers)}@example.org", first_name="M", born=born)
    began = now() - timedelta(days=days_ago)
    over = began + timedelta(days=took)
    is_over = state in {"approved", "declined", "withdrawn"}
    sent = state != "started"
    Application.objects.create(
        **{
            "person": person,
            "area": cast.area,
            "state": state,
            "eligibility_version": "1",
            "started_at": began,
            "submitted_at": began + timedelta(days=1) if sent else None,
            "screening_from": began + timedelta(days=2) if state in {"approved", "declined", "in_screening"} else None,
            "over_at": over if is_over else None,
            **more,
        }
    )
    if state == "approved" and trained:
        for course in passes_wanted():
            CoursePass.objects.create(
                person=person, course=course, version="1", minutes=90, passed_at=over - timedelta(days=3)
            )
    return person


def test_ready_stopped_and_waiting_are_told_apart(cast: Cast) -> None:
    for state, many in (("approved", 4), ("withdrawn", 2), ("declined", 1), ("in_screening", 3)):
        for _ in range(many):
            somebody(cast, state)
    found = ready_times(cast.area).everybody
    assert found.people == 10
    assert found.ready.by(9).value == 0
    assert found.in_time.value == pytest.approx(0.4), "those who wait have been seen for longer than this"
    assert found.lost.value == pytest.approx(0.3)
    assert found.half_by is None
    assert found.typical is None, "four ready are too few"


def test_approved_and_not_trained_still_waits(cast: Cast) -> None:
    for _ in range(6):
        somebody(cast, "approved", trained=False)
    found = ready_times(None)
    assert found.everybody.in_the_end.value == 0
    assert found.everybody.lost.value == 0
    assert found.stages[-1].there == "6"


def test_the_day_by_which_half_were_ready_has_an_interval(cast: Cast) -> None:
    for days in range(5, 25):
        somebody(cast, "approved", days_ago=60, took=days)
    found = ready_times(cast.area).everybody
    assert found.half_by == pytest.approx(14, abs=0.1)
    assert found.typical == pytest.approx(14.5, abs=0.1)
    assert found.half_from is not None
    assert found.half_until is not None
    assert found.half_from < found.half_by < found.half_until


def test_only_the_latest_application_of_each_counts(cast: Cast) -> None:
    person = somebody(cast, "declined", days_ago=100)
    Application.objects.create(
        person=person, area=cast.area, eligibility_version="1", started_at=now() - timedelta(days=3)
    )
    found = ready_times(None)
    assert found.everybody.people == 1
    assert found.everybody.lost.value == 0


def test_another_areas_people_are_not_counted(cast: Cast) -> None:
    somebody(cast, "approved")
    assert ready_times(cast.other_area).everybody.people == 0


def test_groups_under_five_are_hidden_with_the_smallest_other_that_would_give_them_away(cast: Cast) -> None:
    for age, many in ((30, 8), (40, 6), (60, 3)):
        for _ in range(many):
            somebody(cast, "approved", age=age)
    found = ready_times(cast.area, "age")
    assert [one.label for one in found.groups] == ["25 to 34"]
    assert found.hidden == 2, "17 less 8 less 6 would tell of three"


def test_each_grouping_names_its_groups(cast: Cast) -> None:
    for _ in range(5):
        person = somebody(cast, "approved", age=55)
        MentorProfile.objects.create(person=person, employer=cast.employer)
        Origin.objects.create(application=person.applications.get(), via="qr")
        somebody(cast, "in_screening", age=0, area=None)
    labels = {by: [one.label for one in ready_times(None, by).groups] for by in GROUPINGS}
    assert labels == {
        "source": ["A QR code", NOT_KNOWN],
        "area": [cast.area.name, NOT_KNOWN],
        "employer": [cast.employer.name, NOT_KNOWN],
        "age": ["50 or over", NOT_KNOWN],
    }


def test_where_people_stop_is_said_without_small_numbers(cast: Cast) -> None:
    for _ in range(6):
        somebody(cast, "withdrawn")
    for _ in range(2):
        somebody(cast, "declined")
    for _ in range(5):
        somebody(cast, "started")
    stages = {stage.label: stage for stage in ready_times(None).stages}
    assert (stages["Filling in the form"].reached, stages["Filling in the form"].there) == ("13", "5")
    assert stages["Waiting to be read"].withdrew == "6"
    assert stages["In screening"].declined == "fewer than 5"
    assert stages["In screening"].withdrew == "none"


def test_no_small_number_can_be_worked_out_from_the_others(cast: Cast) -> None:
    for state, many in (("withdrawn", 3), ("submitted", 16), ("in_screening", 9)):
        for _ in range(many):
            somebody(cast, state)
    stage = next(one for one in ready_times(None).stages if one.label == "Waiting to be read")
    assert (stage.reached, stage.withdrew, stage.declined, stage.there) == (
        "28",
        "fewer than 5",
        "none",
        "not shown",
    ), "28 less 9 less 16 is three"


def test_of_many_groups_the_largest_are_shown(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onemm.reporting.ready_times.MOST_GROUPS", 1)
    for _ in range(6):
        somebody(cast, "in_screening", age=60)
        somebody(cast, "in_screening", age=30)
    found = ready_times(None, "age")
    assert (len(found.groups), found.more) == (1, 1)


def test_it_costs_two_queries_whatever_the_number(cast: Cast, django_assert_num_queries: object) -> None:
    for _ in range(12):
        somebody(cast, "approved")
    with django_assert_num_queries(2):  # type: ignore[operator]  # pytest-django's fixture
        assert ready_times(None, "employer").everybody.ready.by(90).value == 1


def test_an_application_that_ended_before_it_began_counts_no_negative_days(cast: Cast) -> None:
    somebody(cast, "withdrawn", took=-1)
    assert ready_times(None).everybody.stopped.by(0).value == 1
