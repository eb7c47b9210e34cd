"""A passport that stands, the way to one, or why there is none."""

from collections.abc import Callable

import pytest

from onemm.clearance.actions import end_passports_of, issue_passport, show_passport
from onemm.lib.clock import today
from onemm.portals.mentor.pages.passport import passport_page
from onemm.recruitment.models import Check
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor
from tests.factories.recruitment import an_application_in_screening

Situation = Callable[[Cast], object]


def never_applied(_cast: Cast) -> None:
    """No application at all."""


def in_screening(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)


def ready(cast: Cast) -> None:
    a_ready_mentor(cast)


def holding_one(cast: Cast) -> None:
    issue_passport(person=a_ready_mentor(cast))


def check_ran_out(cast: Cast) -> None:
    holding_one(cast)
    Check.objects.filter(application__person=cast.amina).update(expires_on=today())


@pytest.mark.parametrize(
    ("situation", "part"),
    [
        (never_applied, "is_on_the_way"),
        (in_screening, "is_on_the_way"),
        (ready, "offer"),
        (holding_one, "valid"),
        (check_ran_out, "ended"),
    ],
)
def test_one_thing_stands_on_the_page(cast: Cast, situation: Situation, part: str) -> None:
    situation(cast)
    page = passport_page(cast.amina)
    assert [name for name in ("valid", "offer", "is_on_the_way", "ended") if getattr(page, name)] == [part]


@pytest.mark.parametrize("had_one", [False, True])
def test_who_ended_theirs_reads_so_beside_the_way_to_a_new_one(cast: Cast, had_one: bool) -> None:
    ready(cast)
    if had_one:
        issue_passport(person=cast.amina)
        end_passports_of(person_id=cast.amina.pk, by=cast.amina)
    offer = passport_page(cast.amina).offer
    assert offer is not None
    assert offer.had_one == had_one


def test_its_address_stands_there_only_while_it_is_shown(cast: Cast) -> None:
    ready(cast)
    passport = issue_passport(person=cast.amina)
    closed = passport_page(cast.amina).valid
    assert closed is not None
    assert closed.shown is None
    assert dict(closed.says)["Check"].startswith("Enhanced, dated ")
    show_passport(passport=passport, shows=True, by=cast.amina)
    opened = passport_page(cast.amina).valid
    assert opened is not None
    assert opened.shown is not None
    assert passport.key in opened.shown.address
