"""Of six applicants who tap the same time at once, exactly one gets it."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection

from onemm.lib.clock import now
from onemm.recruitment import actions
from onemm.recruitment.models import Application, InterviewBooking, Slot
from tests.cast import Cast
from tests.factories.recruitment import some_slots
from tests.racing import went_at_once

MANY = 6


def applicants(cast: Cast) -> list[Application]:
    people = [cast._person(f"applicant{number}", f"Number{number}", "X", None) for number in range(MANY)]
    return [
        Application.objects.create(
            person=person, area=cast.area, state="submitted", eligibility_version="1", submitted_at=now()
        )
        for person in people
    ]


def tap_at_once(slot: Slot, applications: list[Application]) -> list[bool]:
    return went_at_once(
        *(partial(actions.book_talk, application=one, slot=slot, by=one.person) for one in applications)
    )


@pytest.fixture
def unguarded() -> Iterator[None]:
    """The table without the constraint that is the guard; put back afterwards."""
    guard = next(one for one in InterviewBooking._meta.constraints if one.name == "a_slot_is_taken_by_one_applicant")
    with connection.schema_editor() as editor:
        editor.remove_constraint(InterviewBooking, guard)
    yield
    InterviewBooking.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(InterviewBooking, guard)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_one_slot_goes_to_one_applicant() -> None:
    cast = Cast()
    slots, applications = some_slots(cast, how_many=5), applicants(cast)
    for slot in slots:
        assert sum(tap_at_once(slot, applications)) == 1
        assert InterviewBooking.objects.filter(slot=slot).exclude(state="cancelled").count() == 1
        InterviewBooking.objects.booked().update(state="cancelled", over_at=slot.starts_at)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_constraint_one_slot_would_go_to_several(unguarded: None) -> None:
    cast = Cast()
    slot, applications = some_slots(cast)[0], applicants(cast)
    assert sum(tap_at_once(slot, applications)) > 1
