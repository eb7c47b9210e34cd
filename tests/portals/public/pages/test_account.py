"""Your own account says your roles and places, and offers to end only what is not here."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.http import QueryDict
from django.utils import timezone

from onemm.people.models import Person
from onemm.portals.public.pages.account import OTHERS, SessionsPage, sessions_page, you_page
from onemm.web.cells import SendCell
from tests.cast import Cast


def a_session_of(person: Person) -> str:
    session = SessionStore()
    session.create()
    key = str(session.session_key)
    UserSession.objects.create(
        user=person, session_key=key, ip="10.0.0.1", user_agent="Firefox on Windows", last_seen_at=timezone.now()
    )
    return key


def page_of(person: Person, sessions: int) -> SessionsPage:
    keys = [a_session_of(person) for _ in range(sessions)]
    return sessions_page(person, here=keys[0] if keys else "", address=QueryDict())


def ends_in(page: SessionsPage) -> list[bool]:
    """Which lines have a button that ends them."""
    rows = page.table.rows if page.table else ()
    return [any(isinstance(part, SendCell) for part in row.cells[-1].parts) for row in rows]


@pytest.mark.parametrize(
    ("sessions", "ends", "others"),
    [(0, [], ""), (1, [False], ""), (2, [False, True], OTHERS), (3, [False, True, True], OTHERS)],
)
def test_what_is_signed_in_elsewhere_can_be_ended(cast: Cast, sessions: int, ends: list[bool], others: str) -> None:
    page = page_of(cast.amina, sessions)
    assert (ends_in(page), page.others, bool(page.alone)) == (ends, others, not sessions)


def test_a_role_held_at_a_place_says_where(cast: Cast) -> None:
    page = you_page(cast.sam)
    assert (page.name, page.lede) == (cast.sam.full_name, cast.sam.email)
    assert [role.words.startswith(f"{cast.partner.name}, since ") for role in page.roles] == [True]


def test_a_role_held_everywhere_says_since_when_alone(cast: Cast) -> None:
    assert [role.words.startswith("since ") for role in you_page(cast.noor).roles] == [True]


def test_without_an_address_it_says_how_you_sign_in(cast: Cast) -> None:
    assert you_page(cast.theo).lede == "You sign in with a card from your school or youth group."
