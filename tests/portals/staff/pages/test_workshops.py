"""A trainer sees first what waits for them; a workshop's page offers what its state and the hour allow."""

from datetime import timedelta

import pytest
from django.http import QueryDict

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.workshop_lists import WorkshopPage, door_page, walk_in_page, workshop_page
from onemm.portals.staff.pages.workshops import cancel_page, workshops_page
from onemm.web.forms import Form
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import Opinions, Room, TrainerDay

TOO_FEW = Opinions(is_shown=False, count=0, mean=None, words=())
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def room(after: timedelta = 3 * DAY, *, taken: int = 2, waiting: int = 0, **workshop: object) -> Room:
    begins = {"title": "Listening well", "minutes": 120, "starts_at": now() + after, "venue": "Oldham Library"}
    return Room(Workshop(**{**begins, **workshop}), seats=12, taken=taken, waiting=waiting)


def day(*, unmarked: tuple[Room, ...] = (), queues: tuple[Room, ...] = (), coming: tuple[Room, ...] = ()) -> TrainerDay:
    return TrainerDay(unmarked, queues, coming, past=())


def page_of(room: Room, *bookings: Booking, waiting: tuple[Booking, ...] = ()) -> WorkshopPage:
    return workshop_page(room, bookings, waiting, None)


def booking(**booking: object) -> Booking:
    return Booking(**{"person": Person(first_name="Amina", last_name="Yusuf"), "state": "booked", **booking})


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (day(unmarked=(room(-DAY),), queues=(room(waiting=7),), coming=(room(),)), "Who came?"),
        (day(queues=(room(waiting=7),), coming=(room(),)), "A long waiting list"),
        (day(coming=(room(),)), "Listening well"),
        (day(), None),
    ],
)
def test_what_waits_for_the_trainer_comes_first(today: TrainerDay, title: str | None) -> None:
    page = workshops_page(today, [], TOO_FEW, QueryDict())
    assert (page.first and page.first.title) == title


@pytest.mark.parametrize(("waiting", "tone"), [(0, ""), (5, ""), (6, "wait")])
def test_a_queue_is_called_long_from_six_on(waiting: int, tone: str) -> None:
    table = workshops_page(day(coming=(room(waiting=waiting),)), [], TOO_FEW, QueryDict()).to_come
    assert table is not None
    assert table.rows[0].tone == tone


@pytest.mark.parametrize(("lists", "tables"), [(1, 0), (2, 1)])
def test_a_table_of_lists_to_close_stands_only_where_there_is_more_than_the_first(lists: int, tables: int) -> None:
    unmarked = tuple(room(-DAY) for _ in range(lists))
    assert len(workshops_page(day(unmarked=unmarked), [], TOO_FEW, QueryDict()).tables) == tables


@pytest.mark.parametrize(
    ("after", "state", "changes", "ticks", "closes"),
    [
        (3 * DAY, "planned", True, False, False),
        (60 * MINUTE, "moved", True, True, False),
        (-10 * MINUTE, "planned", False, True, True),
        (-DAY, "held", False, True, False),
        (60 * MINUTE, "cancelled", False, False, False),
    ],
)
def test_a_list_is_ticked_and_closed_when_its_hour_has_come(
    after: timedelta, state: str, *, changes: bool, ticks: bool, closes: bool
) -> None:
    page = page_of(room(after, state=state, reason="Snow"))
    assert (bool(page.buttons), page.may_tick, bool(page.close_url)) == (changes, ticks, closes)
    assert bool(page.door_buttons) == ticks


@pytest.mark.parametrize(
    ("state", "title", "words", "tone"),
    [
        ("cancelled", "Cancelled", "Snow", "late"),
        ("held", "Held", "1 person was there.", "good"),
        ("moved", "Moved to another date", "Everybody has been asked", "wait"),
    ],
)
def test_a_state_that_needs_a_word_has_it(state: str, title: str, words: str, tone: str) -> None:
    notice = page_of(room(state=state, reason="Snow", answer_by=now()), booking(state="attended")).notice
    assert notice is not None
    assert (notice.title, notice.tone, notice.words[0].startswith(words)) == (title, tone, True)


def test_a_planned_workshop_has_no_notice() -> None:
    assert page_of(room()).notice is None


@pytest.mark.parametrize(
    ("changes", "tone", "words"),
    [
        ({"state": "attended", "walked_in": True}, "good", ["Walked in"]),
        ({"state": "missed"}, "late", []),
        ({"moved": "unanswered"}, "", ["Has not answered about the new date"]),
        ({"moved": "asked"}, "", ["Asked about the new date"]),
        ({"moved": "kept"}, "", []),
        ({"state": "attended", "moved": "unanswered"}, "good", []),
    ],
)
def test_a_name_on_the_list_says_what_became_of_it(changes: dict[str, object], tone: str, words: list[str]) -> None:
    (person,) = page_of(room(), booking(**changes)).people
    assert (person.tone, [tag.word for tag in person.tags]) == (tone, words)


@pytest.mark.parametrize(
    ("changes", "words", "is_here"),
    [
        ({"state": "waiting"}, ["Waits for a seat"], False),
        ({"state": "attended", "walked_in": True}, ["Walked in"], True),
        ({}, [], False),
    ],
)
def test_at_the_door_a_name_says_only_what_matters_there(
    changes: dict[str, object], words: list[str], *, is_here: bool
) -> None:
    page = door_page(room(), [booking(**changes)], None, code_form=Form(), walk_in_form=Form())
    assert ([tag.word for tag in page.people[0].tags], page.people[0].is_here) == (words, is_here)


@pytest.mark.parametrize(("taken", "warns"), [(11, False), (12, True)])
def test_a_full_room_is_said_before_somebody_is_added(taken: int, *, warns: bool) -> None:
    assert bool(walk_in_page(room(taken=taken), Form()).notice) == warns


@pytest.mark.parametrize(
    ("taken", "waiting", "words"),
    [(1, 1, "1 seat is taken and 1 person waits."), (2, 0, "2 seats are taken and 0 people wait.")],
)
def test_who_cancels_is_told_how_many_hear_of_it(taken: int, waiting: int, words: str) -> None:
    page: FormPage = cancel_page(room(taken=taken, waiting=waiting), Form())
    assert page.words.startswith(words)
