"""A workshop from the trainer's idea to the hours in a learning record: Amina books the only seat, Omar waits, the seat
is freed and filled, Amina comes in at the door all the same, Tom checks both in, and their minutes count.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from onemm.learning.queries import minutes_learned
from onemm.lib.clock import now
from onemm.notifications.models import Email
from onemm.workshops.models import Booking, Workshop
from tests.cast import Cast
from tests.factories.workshops import in_days
from tests.journeys.conftest import Visitor


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["with scripts", "without scripts"]
)
def test_a_workshop(visitor: Callable[..., Visitor], scripts: bool) -> None:
    cast = Cast()
    assert cast.area
    tom = visitor(scripts=scripts).sign_in(cast.tom)
    amina = visitor(phone=True, scripts=scripts).sign_in(cast.amina)
    omar = visitor(phone=True, dark=True, scripts=scripts).sign_in(cast.other_mentor)

    tom.goes_to("/home/").sees("None is in the diary").finds_it_accessible().follows("Offer a workshop")
    tom.finds_it_accessible().fills(
        title="Listening well",
        covers="Silence, open questions, and practice in threes.",
        day=in_days(9).date().isoformat(),
        time="17:30",
        minutes=90,
        seats=1,
        venue="Oldham Library, room 2",
        postcode="ol1 1ul",
        access_notes="Step-free from the square.",
    ).presses("Put it in the diary").sees("0 of 1 taken").finds_it_accessible()

    amina.goes_to("/mentor/workshops/?postcode=ol8&miles=20&day=").sees("Listening well").sees(
        "miles away"
    ).finds_it_accessible().finds_nothing_cut_off()
    amina.follows("Listening well").finds_it_accessible().presses("Book my seat").sees(
        "You have a seat"
    ).finds_it_accessible().finds_nothing_cut_off()
    omar.goes_to("/mentor/workshops/").follows("Listening well").presses("Join the waiting list").sees(
        "You are number 1"
    ).finds_it_accessible()

    amina.page.get_by_text("I cannot come").click()
    amina.presses("Take me off the list").sees("the next person is being asked")
    assert Email.objects.filter(to=cast.other_mentor, kind="workshop.seat_offered").exists()
    omar.page.reload()
    omar.sees("A seat may be yours").finds_it_accessible().presses("Yes, I will come").sees("You have a seat")
    code = str(omar.page.locator(".card-code").inner_text())

    workshop = Workshop.objects.get()
    Workshop.objects.filter(pk=workshop.pk).update(starts_at=now() - timedelta(minutes=5))
    tom.goes_to("/home/").sees("Who came?").finds_it_accessible().follows(
        "Tick and close the list"
    ).finds_it_accessible()
    tom.follows("Check in by code").finds_it_accessible().fills(code=code).presses("They are here").sees(
        "Omar Khalid is here"
    )
    tom.follows("Add somebody at the door").finds_it_accessible().fills(email="amina@example.org").presses(
        "Add and tick them"
    ).sees("Walked in")
    tom.page.get_by_text("Everybody is ticked").click()
    tom.presses("Close the list", exact=True).sees("2 people were there").finds_it_accessible()

    assert [minutes_learned(person) for person in (cast.amina, cast.other_mentor)] == [90, 90]
    omar.goes_to("/mentor/training/").page.get_by_text("Everything you have learned").click()
    omar.sees("Listening well")
    said = Booking.objects.get(person=cast.other_mentor)
    omar.goes_to(f"/mentor/workshops/bookings/{said.public_id}/opinion/").finds_it_accessible().fills(
        value="5"
    ).presses("Send my answer")
    assert said.opinion.value == 5
