from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from onemm.lib.tasks import run_waiting
from onemm.workshops import actions
from onemm.workshops.models import Booking, Workshop
from tests.access.world import Elsewhere
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.places import a_partner, a_site
from tests.factories.recruitment import Answers, a_submitted_application
from tests.factories.workshops import a_learner, a_workshop, booked, in_days

HOME, OFFER, PLAN = reverse("staff:workshops"), reverse("staff:offer_workshop"), reverse("staff:plan_workshops")
PAGES = ("workshop", "edit_workshop", "move_workshop", "cancel_workshop", "check_in", "walk_in")
FORM = {
    "title": "Listening well",
    "covers": "How to listen.",
    "day": "",
    "time": "18:00",
    "minutes": "120",
    "seats": "12",
    "channel": "face_to_face",
    "venue": "Oldham Library",
    "postcode": "ol11ul",
    "access_notes": "",
    "link": "",
}


def of(workshop: Workshop, name: str = "workshop") -> str:
    return reverse(f"staff:{name}", args=[workshop.public_id])


@pytest.fixture
def evening(cast: Cast) -> Iterator[Workshop]:
    workshop = a_workshop(cast)
    booked(workshop, cast.amina, cast.other_mentor)
    with time_machine.travel(workshop.starts_at + timedelta(minutes=10), tick=True):
        yield workshop


def test_a_trainer_comes_home_to_their_workshops(cast: Cast, browser: Browser) -> None:
    assert browser.sign_in(cast.tom).get(reverse("public:home_of"))["Location"] == HOME
    assert "None is in the diary" in browser.get(HOME).content.decode()


def test_strangers_and_colleagues_without_the_right_are_refused(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    for somebody in (cast.lena, cast.amina, cast.sam, cast.priya, cast.ada):
        browser.sign_in(somebody)
        assert [browser.get(page).status_code for page in (HOME, OFFER, *(of(workshop, name) for name in PAGES))] == [
            403
        ] * 8
    browser.sign_in(Elsewhere().tom)
    assert [browser.get(of(workshop, name)).status_code for name in PAGES] == [404] * 6
    assert browser.post(of(workshop, "close_list")).status_code == 404
    assert browser.sign_in(cast.tom).get(PLAN).status_code == 403


def test_a_workshop_is_offered_and_what_was_typed_is_kept(cast: Cast, browser: Browser) -> None:
    page = (
        browser.sign_in(cast.tom)
        .post(OFFER, {**FORM, "day": in_days(9).date().isoformat(), "postcode": "BT1 1AA"})
        .content.decode()
    )
    assert "We do not know where this postcode is" in page
    assert 'value="Oldham Library"' in page
    response = browser.post(OFFER, {**FORM, "day": in_days(9).date().isoformat()})
    workshop = Workshop.objects.get()
    assert response["Location"] == of(workshop)
    assert workshop.starts_at == in_days(9)
    assert "0 of 12 taken" in browser.get(of(workshop)).content.decode()
    assert workshop.title in browser.get(HOME).content.decode()


def test_a_workshop_is_changed_moved_and_cancelled(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    booked(workshop, cast.amina)
    browser.sign_in(cast.tom)
    assert 'value="Oldham Library"' in browser.get(of(workshop, "edit_workshop")).content.decode()
    assert browser.post(of(workshop, "edit_workshop"), {**FORM, "venue": "Town hall"})["Location"] == of(workshop)
    assert (
        "still to come"
        in browser.post(
            of(workshop, "move_workshop"), {"day": in_days(-2).date().isoformat(), "time": "18:00"}
        ).content.decode()
    )
    browser.post(of(workshop, "move_workshop"), {"day": in_days(15).date().isoformat(), "time": "5.30pm"})
    workshop.refresh_from_db()
    assert (workshop.venue, workshop.starts_at, workshop.state) == (
        "Town hall",
        in_days(15, 17) + timedelta(minutes=30),
        "moved",
    )
    assert "Asked about the new date" in browser.get(of(workshop)).content.decode()
    assert "Please answer" in browser.post(of(workshop, "cancel_workshop"), {"reason": ""}).content.decode()
    assert browser.post(of(workshop, "cancel_workshop"), {"reason": "Snow"})["Location"] == HOME
    assert "Snow" in browser.get(of(workshop)).content.decode()


def test_the_list_is_ticked_without_scripts(cast: Cast, browser: Browser, evening: Workshop) -> None:
    amina = Booking.objects.get(person=cast.amina)
    browser.sign_in(cast.tom)
    assert "Who came?" in browser.get(HOME).content.decode()
    assert "Amina Yusuf" in browser.get(of(evening)).content.decode()
    browser.post(of(evening, "save_list"), {"present": [amina.public_id]})
    amina.refresh_from_db()
    assert (amina.state, amina.minutes) == ("attended", 120)
    browser.post(of(evening, "close_list"))
    assert "Did not come" in browser.get(of(evening)).content.decode()


def test_the_code_behind_the_square_shows_the_name_and_ticks(cast: Cast, browser: Browser, evening: Workshop) -> None:
    amina = Booking.objects.get(person=cast.amina)
    page = of(evening, "check_in")
    body = browser.sign_in(cast.tom).get(page, {"code": amina.code}).content.decode()
    assert "Amina Yusuf" in body
    assert f'value="{amina.code}"' in body
    assert "Nobody on this list" in browser.post(page, {"code": "zzzzzz"}).content.decode()
    assert "Amina Yusuf is here" in browser.post(page, {"code": amina.code}, follow=True).content.decode()


def test_somebody_at_the_door_is_added(cast: Cast, browser: Browser, evening: Workshop) -> None:
    walker = a_learner()
    browser.sign_in(cast.tom)
    assert "Every seat is taken" in browser.get(of(evening, "walk_in")).content.decode()
    assert "No mentor or applicant" in browser.post(of(evening, "walk_in"), {"email": "x@example.org"}).content.decode()
    assert "Walked in" in browser.post(of(evening, "walk_in"), {"email": walker.email}, follow=True).content.decode()


def test_before_the_doors_open_the_list_can_only_be_printed(cast: Cast, browser: Browser) -> None:
    workshop = a_workshop(cast)
    booked(workshop, cast.amina, cast.other_mentor, a_learner())
    body = browser.sign_in(cast.tom).get(of(workshop)).content.decode()
    assert "disabled" in body
    assert "Waiting, in this order" in body
    assert "Save the ticks" not in body
    assert browser.post(of(workshop, "save_list"), {"present": []}).status_code == 409


def test_the_page_opens_with_a_long_queue_and_what_people_said_is_hidden_under_five(
    cast: Cast, browser: Browser
) -> None:
    booked(a_workshop(cast, seats=1), *(a_learner() for _ in range(7)))
    body = browser.sign_in(cast.tom).get(HOME).content.decode()
    assert "A long waiting list" in body
    assert "Shown when five people have answered" in body


USUAL = {"workshops": "4", "seats": "12"}


def worked_out(browser: Browser, **changes: object) -> str:
    """Priya asks for a plan, the worker works it out, and she looks at it."""
    assert browser.post(PLAN, {**USUAL, **changes})["Location"] == PLAN
    run_waiting()
    return str(browser.get(PLAN).text)


def test_a_plan_says_where_when_and_why(cast: Cast, browser: Browser) -> None:
    assert "Nobody waits for training" in worked_out(browser.sign_in(cast.priya))
    for _ in range(3):
        a_submitted_application(cast, a_learner(), Answers(half_days=1 << 11))
    assert "No place is known" in worked_out(browser)
    a_site(a_partner(area=cast.area), name="Werneth youth centre")
    body = worked_out(browser, workshops="2")
    assert "Werneth youth centre" in body
    assert "3 of 12 seats" in body
    assert "3 of them have nothing else near" in body
    assert "usually free on Thursday evening" in body
    assert "that is proven" in body
    assert "Ensure this value" in browser.post(PLAN, {"workshops": "0", "seats": "12"}).content.decode()
    a_workshop(cast)
    assert "nothing else near" not in worked_out(browser)


def test_whoever_is_placed_is_no_longer_planned_for(cast: Cast, browser: Browser) -> None:
    learner = a_learner()
    a_submitted_application(cast, learner)
    a_site(a_partner(area=cast.area))
    actions.book_seat(workshop=a_workshop(cast), by=learner)
    assert "Nobody waits for training" in worked_out(browser.sign_in(cast.priya))


def test_the_pages_cost_the_same_however_many_workshops_there_are(
    cast: Cast, browser: Browser, django_assert_max_num_queries: object
) -> None:
    for days in range(3, 20):
        workshop = a_workshop(cast, days=days, seats=5)
        booked(workshop, *(a_learner() for _ in range(6)))
    browser.sign_in(cast.tom).get(HOME)
    for page in (HOME, of(workshop), of(workshop, "edit_workshop")):
        with django_assert_max_num_queries(12):  # type: ignore[operator]  # the fixture has no public type
            assert len(browser.get(page).content) < 100_000
