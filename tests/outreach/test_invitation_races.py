"""Many who write to one mailbox at once write one letter; one who sends many at once sends five in a week."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from onemm.notifications.models import Letter
from onemm.outreach.actions import invitations, invite_colleague
from onemm.outreach.models import Invitation
from onemm.outreach.rules.inviting import LETTERS_A_WEEK
from onemm.people.models import Person
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.racing import went_at_once

MANY = 6
WEEK = LETTERS_A_WEEK


def mentors(cast: Cast, many: int) -> list[Person]:
    people = [cast._person(f"mentor{number}", f"Number{number}", "X", None) for number in range(many)]
    for person in people:
        Application.objects.create(
            person=person,
            state="approved",
            eligibility_version="1",
            submitted_at=person.joined_at,
            over_at=person.joined_at,
        )
    return people


def to(email: str, by: Person) -> Callable[[], Any]:
    return lambda: invite_colleague(by=by, email=email)


def slowly(answer: Callable[..., Any]) -> Callable[..., Any]:
    def asked(*args: Any) -> Any:
        found = answer(*args)
        time.sleep(0.05)  # as long as a busy server may take between looking and writing
        return found

    return asked


@pytest.fixture
def unguarded() -> Iterator[None]:
    """The table without the constraint that is the guard; put back afterwards."""
    guard = next(one for one in Invitation._meta.constraints if one.name == "one_open_invitation_per_mailbox")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Invitation, guard)
    yield
    Invitation.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Invitation, guard)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_six_who_write_to_one_mailbox_at_once_write_one_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitations, "may_invite", slowly(invitations.may_invite))
    people = mentors(Cast(), MANY)
    for number in range(4):
        spellings = (f"friend{number}@post.example", f"FRIEND{number}+x@post.example")
        assert sum(went_at_once(*(to(spellings[at % 2], by) for at, by in enumerate(people)))) == 1
        assert Invitation.objects.filter(email__istartswith=f"friend{number}").count() == 1
    assert Letter.objects.filter(kind="invitation to mentor").count() == 4


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_constraint_they_would_write_several(unguarded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        invitations, "may_invite", lambda *_: True
    )  # as each of them saw it, before the others had written
    assert sum(went_at_once(*(to("friend@post.example", by) for by in mentors(Cast(), MANY)))) > 1


def sent_at_once(many: int) -> int:
    """One mentor presses many times at the same moment, each for another address."""
    (mentor,) = mentors(Cast(), 1)
    return sum(went_at_once(*(to(f"friend{number}@post.example", mentor) for number in range(many))))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_nine_letters_sent_at_once_five_go_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invitations, "_is_address", slowly(invitations._is_address))
    assert sent_at_once(WEEK + 4) == WEEK == Invitation.objects.count()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_holding_the_mentor_more_would(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loose:
        """People whose rows nobody holds."""

        def select_for_update(self, **_: object) -> "Loose":
            return self

        def get(self, **_: object) -> None:
            return None

    monkeypatch.setattr(invitations, "_is_address", slowly(invitations._is_address))
    monkeypatch.setattr(invitations, "Person", type("Unheld", (), {"objects": Loose()}))
    # SQLite lets one write at a time, so that nothing can fall between; there the lock changes nothing.
    assert (sent_at_once(WEEK + 4) > WEEK) is (connection.vendor == "postgresql")
