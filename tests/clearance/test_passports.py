"""A mentor's passport: what it says and never says, how it ends, and who can tell why."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.audit.models import Entry
from onemm.clearance import actions, refusals
from onemm.clearance.actions import end_passports_of, issue_passport, note_passport_taken, show_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries.passports import (
    checked_passport,
    file_of,
    is_good,
    list_numbers,
    list_of,
    passport_of,
    says,
)
from onemm.clearance.rules import LIST_LENGTH, last_day_of, places_in
from onemm.clearance.tasks import end_passports_that_do_not_hold
from onemm.learning.models import CoursePass
from onemm.lib import signing
from onemm.lib.clock import now, today
from onemm.people.models import Person
from onemm.recruitment.actions import note_that_check_ran_out
from onemm.recruitment.models import Check
from onemm.safeguarding.actions import impose_restriction, lift_restriction
from tests.cast import Cast
from tests.factories.learning import pass_the_course
from tests.factories.mentoring import a_ready_mentor
from tests.factories.recruitment import an_approved_mentor


@pytest.fixture
def passport(cast: Cast) -> Passport:
    return issue_passport(person=a_ready_mentor(cast))


def ended_on_the_list(passport: Passport) -> bool:
    return passport.place in places_in(signing.read(list_of(passport.list_number))["credentialSubject"]["encodedList"])


def test_it_says_level_dates_and_by_whom_and_never_content(cast: Cast) -> None:
    application = an_approved_mentor(cast, cast.amina)
    pass_the_course(cast.amina)
    passport = issue_passport(person=cast.amina)
    claims = signing.read(file_of(passport))
    check = application.checks.get()
    assert claims["credentialSubject"]["screening"] == {
        "checkLevel": check.get_level_display(),
        "checkedOn": today().isoformat(),
        "approvedOn": today().isoformat(),
        "references": 2,
        "interview": True,
        "by": "One Million Mentors",
    }
    assert [one["title"] for one in claims["credentialSubject"]["training"]] == ["Mentoring essentials"]
    assert claims["credentialSubject"]["identifier"][0]["identityHash"] == "Amina Yusuf"
    text = json.dumps(claims)
    for secret in (
        check.certificate_number,
        "Listens before answering",
        "Patient and fair",
        "Everything is in place",
        cast.priya.full_name,
        cast.amina.email,
    ):
        assert secret not in text
    assert set(says(passport).__dataclass_fields__) == {
        "name",
        "check_level",
        "checked_on",
        "approved_on",
        "training",
        "issued_at",
        "ends_at",
    }


def test_it_runs_for_half_a_year_at_most_and_never_longer_than_the_check(cast: Cast, passport: Passport) -> None:
    assert passport.expires_on == today() + timedelta(days=180)
    assert last_day_of(issued_on=today(), check_expires_on=today() + timedelta(days=9)) == today() + timedelta(days=9)
    Check.objects.update(expires_on=today() + timedelta(days=9))
    again = issue_passport(person=cast.amina)
    assert again.expires_on == today() + timedelta(days=9)
    ends = timezone.localtime(says(again).ends_at)
    assert (ends.date(), ends.hour, ends.minute) == (again.expires_on, 0, 0)


@pytest.mark.parametrize("lost", ["approval", "check", "basic check", "training", "restriction", "left"])
def test_whoever_is_not_cleared_gets_none_and_is_not_told_why(cast: Cast, lost: str) -> None:
    mentor = a_ready_mentor(cast)
    lose(cast, mentor, lost)
    with pytest.raises(refusals.NoPassportJustNow) as refusal:
        issue_passport(person=mentor)
    assert str(refusal.value) == refusals.NoPassportJustNow.message
    assert not Passport.objects.exists()


def lose(cast: Cast, mentor: Person, what: str) -> None:
    checks = Check.objects.filter(application__person=mentor)
    if what == "approval":
        mentor.applications.update(state="withdrawn")
    elif what == "check":
        checks.update(expires_on=today())
    elif what == "basic check":
        checks.update(level="basic")
    elif what == "training":
        CoursePass.objects.filter(person=mentor).delete()
    elif what == "restriction":
        impose_restriction(person=mentor, by=cast.noor, reason="Asked a young person home.")
    else:
        Person.objects.filter(pk=mentor.pk).update(is_active=False)


@pytest.mark.parametrize("lost", ["approval", "check", "basic check", "training", "restriction", "left"])
def test_however_readiness_is_lost_page_and_list_say_so_at_once_and_the_hour_ends_it(
    cast: Cast, passport: Passport, lost: str
) -> None:
    assert is_good(passport)
    assert not ended_on_the_list(passport)
    lose(cast, cast.amina, lost)
    passport = Passport.objects.get()
    assert not is_good(passport)
    assert ended_on_the_list(passport)
    assert checked_passport(file_of(passport)).outcome == "no longer valid"
    for _ in range(2):
        end_passports_that_do_not_hold()
    assert Passport.objects.get().ended_at is not None
    assert Entry.objects.filter(event="passport:ended").count() == 1


def test_a_restriction_ends_it_in_the_same_moment_and_leaves_no_trace_of_why(cast: Cast, passport: Passport) -> None:
    restriction = impose_restriction(person=cast.amina, by=cast.noor, reason="Asked a young person home.")
    passport.refresh_from_db()
    assert passport.ended_at is not None
    entry = Entry.objects.get(event="passport:ended")
    assert (entry.actor, entry.detail) == ("", {})
    lift_restriction(restriction=restriction, by=cast.noor)
    assert not is_good(passport), "what ended stays ended"
    assert ended_on_the_list(passport)
    assert is_good(issue_passport(person=cast.amina))


def test_a_restriction_a_lapsed_check_and_the_holders_wish_leave_the_same_row(cast: Cast) -> None:
    left: list[Any] = []
    for mentor, lost in ((cast.amina, "restriction"), (cast.other_mentor, "check"), (cast.lena, "wish")):
        passport = issue_passport(person=a_ready_mentor(cast, mentor))
        if lost == "restriction":
            impose_restriction(person=mentor, by=cast.noor, reason="x")
        elif lost == "check":
            Check.objects.filter(application__person=mentor).update(expires_on=today())
            note_that_check_ran_out(check=Check.objects.get(application__person=mentor))
        else:
            end_passports_of(person_id=mentor.pk, by=mentor)
        row = Passport.objects.values().get(pk=passport.pk)
        assert row["ended_at"] is not None
        left.append(
            {
                name: value
                for name, value in row.items()
                if name not in {"id", "key", "person_id", "holder_name", "issued_at", "ended_at", "place"}
            }
        )
    assert left[0] == left[1] == left[2]


def test_a_new_one_ends_the_one_before(cast: Cast, passport: Passport) -> None:
    newer = issue_passport(person=cast.amina)
    passport.refresh_from_db()
    assert (is_good(passport), is_good(newer)) == (False, True)
    assert passport_of(cast.amina) == newer
    assert checked_passport(file_of(passport)).outcome == "no longer valid"
    assert checked_passport(file_of(newer)).outcome == "valid"


def test_one_that_we_signed_and_have_forgotten_is_not_called_valid(cast: Cast, passport: Passport) -> None:
    token = file_of(passport)
    Passport.objects.all().delete()
    assert checked_passport(token).outcome == "no longer valid"


def test_its_name_is_the_one_of_its_issue(cast: Cast, passport: Passport) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(first_name="Somebody", last_name="Else")
    assert says(Passport.objects.get()).name == "Amina Yusuf"


def test_showing_and_taking_are_written_down_and_an_ended_one_is_not_taken(cast: Cast, passport: Passport) -> None:
    show_passport(passport=passport, shows=True, by=cast.amina)
    show_passport(passport=passport, shows=False, by=cast.amina)
    note_passport_taken(passport=passport, what="file", by=cast.amina)
    assert end_passports_of(person_id=cast.amina.pk, by=cast.amina) == 1
    assert end_passports_of(person_id=cast.amina.pk, by=cast.amina) == 0
    passport.refresh_from_db()
    with pytest.raises(refusals.PassportHasEnded):
        note_passport_taken(passport=passport, what="file", by=cast.amina)
    events = [entry.event for entry in Entry.objects.filter(event__startswith="passport:").order_by("pk")]
    assert events == ["passport:issued", "passport:shown", "passport:hidden", "passport:taken", "passport:ended"]
    assert not [entry for entry in Entry.objects.all() if passport.key in json.dumps([entry.subject, entry.detail])], (
        "its key is in no log"
    )


def test_who_sees_which(cast: Cast, passport: Passport) -> None:
    assert list(Passport.objects.visible_to(cast.amina)) == [passport]
    for person in (cast.other_mentor, cast.sam, cast.priya, cast.noor, cast.ada, cast.lena):
        assert not Passport.objects.visible_to(person).exists()


def test_a_place_is_drawn_again_when_it_is_taken(
    cast: Cast, passport: Passport, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter([passport.place, passport.place, 7 if passport.place != 7 else 8])
    monkeypatch.setattr(actions.secrets, "randbelow", lambda _: next(draws))
    assert issue_passport(person=a_ready_mentor(cast, cast.other_mentor)).place in {7, 8}
    monkeypatch.setattr(actions.secrets, "randbelow", lambda _: passport.place)
    with pytest.raises(refusals.NoPassportJustNow, match="try again"):
        issue_passport(person=a_ready_mentor(cast, cast.lena))


def test_a_list_that_is_half_given_out_is_followed_by_another(
    cast: Cast, passport: Passport, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (passport.list_number, list(list_numbers())) == (1, [1])
    monkeypatch.setattr(actions, "FULLEST", 1)
    second = issue_passport(person=a_ready_mentor(cast, cast.other_mentor))
    assert (second.list_number, list(list_numbers())) == (2, [1, 2])
    end_passports_of(person_id=second.person_id, by=None)
    second.refresh_from_db()
    assert ended_on_the_list(second)
    assert places_in(signing.read(list_of(1))["credentialSubject"]["encodedList"]) == frozenset()


def test_the_database_holds_to_one_standing_passport_and_one_place_each(cast: Cast, passport: Passport) -> None:
    same = {
        "holder_name": "x",
        "check_level": "enhanced",
        "checked_on": today(),
        "approved_on": today(),
        "expires_on": today() + timedelta(days=1),
        "list_number": 1,
        "place": (passport.place + 1) % LIST_LENGTH,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Passport.objects.create(person=cast.amina, **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        Passport.objects.create(person=cast.lena, **{**same, "place": passport.place})
    with pytest.raises(IntegrityError), transaction.atomic():
        Passport.objects.create(person=cast.lena, **{**same, "place": LIST_LENGTH})
    with pytest.raises(IntegrityError), transaction.atomic():
        Passport.objects.create(person=cast.lena, **{**same, "expires_on": today()})
    assert Passport.objects.create(person=cast.amina, **same, ended_at=now())
    assert str(passport) == f"passport #{passport.pk}"
