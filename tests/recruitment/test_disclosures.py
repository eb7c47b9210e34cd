"""What a check showed is for safeguarding leads alone, is decided by two of them, and is gone within six months."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.audit.queries import history_of
from onemm.notifications.models import Letter
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.recruitment import actions, refusals
from onemm.recruitment.models import Application, Check, Disclosure, Opinion
from onemm.recruitment.tasks import erase_old_disclosures
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.recruitment import a_check_to_weigh, an_application_in_screening


@pytest.fixture
def ada(cast: Cast) -> Person:
    """A second safeguarding lead."""
    grant_role(person=cast.ada, role=Role.SAFEGUARDING_LEAD, by=None)
    return cast.ada


@pytest.fixture
def check(cast: Cast, ada: Person) -> Check:
    assert cast.noor
    return a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina))


def state_of(check: Check) -> str:
    check.refresh_from_db()
    return check.state


def test_every_lead_is_told_that_one_waits_and_not_what_it_shows(cast: Cast, ada: Person, check: Check) -> None:
    assert set(Letter.objects.filter(kind="check:to_weigh").values_list("to", flat=True)) == {cast.noor.pk, ada.pk}


def test_two_who_agree_decide(cast: Cast, ada: Person, check: Check) -> None:
    actions.write_disclosure_down(check=check, by=cast.noor, words="Something, 1989.")
    actions.weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    assert state_of(check) == "needs_decision"
    with pytest.raises(refusals.YouHaveSaid):
        actions.weigh_check(check=check, by=cast.noor, accept=True, reasons="Again.")
    actions.weigh_check(check=check, by=ada, accept=True, reasons="I agree.")
    assert state_of(check) == "accepted"
    with pytest.raises(refusals.NothingToWeigh):
        actions.weigh_check(check=check, by=cast.tom, accept=False, reasons="x")
    assert history_of(check.application).filter(event="check:decided").exists()
    assert "1989" not in str(list(history_of(check.application).values_list("detail", flat=True)))


def test_two_who_do_not_agree_need_a_third(cast: Cast, ada: Person, check: Check) -> None:
    actions.weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    actions.weigh_check(check=check, by=ada, accept=False, reasons="Too grave.")
    assert state_of(check) == "needs_decision"
    actions.weigh_check(check=check, by=cast.tom, accept=False, reasons="Too grave.")
    assert state_of(check) == "refused"


def test_words_are_needed_and_written_once(cast: Cast, check: Check) -> None:
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.write_disclosure_down(check=check, by=cast.noor, words=" ")
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.weigh_check(check=check, by=cast.noor, accept=True, reasons=" ")
    actions.write_disclosure_down(check=check, by=cast.noor, words="Something.")
    with pytest.raises(refusals.NothingToWeigh):
        actions.write_disclosure_down(check=check, by=cast.noor, words="More.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.update(words="")


def test_it_is_gone_within_six_months_whether_decided_or_not(cast: Cast, ada: Person, check: Check) -> None:
    actions.write_disclosure_down(check=check, by=cast.noor, words="Something, 1989.")
    actions.weigh_check(check=check, by=cast.noor, accept=True, reasons="1989 is long ago.")
    with time_machine.travel(timezone.localtime() + timedelta(days=179), tick=False):
        erase_old_disclosures()
        assert Disclosure.objects.get().words
    with time_machine.travel(timezone.localtime() + timedelta(days=182), tick=False):
        erase_old_disclosures()
        erase_old_disclosures()
    disclosure = Disclosure.objects.get()
    assert (disclosure.words, disclosure.erased_at is not None) == ("", True)
    assert (Opinion.objects.get().reasons, Opinion.objects.get().accept) == ("", True)
    assert history_of(check.application).filter(event="check:disclosure_erased").count() == 1
    assert "disclosure" in str(disclosure)
    assert "opinion" in str(Opinion.objects.get())


def test_nobody_but_leads_sees_any_and_nobody_their_own(cast: Cast, ada: Person, check: Check) -> None:
    assert Check.objects.to_weigh_by(ada).get() == check
    for other in (cast.priya, cast.sam, cast.amina, AnonymousUser()):
        assert not Check.objects.to_weigh_by(other).exists()
    Application.objects.update(person=ada)
    assert not Check.objects.to_weigh_by(ada).exists()


def test_in_the_browser_one_writes_and_two_decide(browser: Browser, cast: Cast, ada: Person, check: Check) -> None:
    page = f"/staff/disclosures/{check.pk}/"
    noor, second = browser.sign_in(cast.noor), Browser().sign_in(ada)
    assert "Amina Yusuf" in noor.get("/staff/disclosures/").content.decode()
    assert "What does the certificate show?" in noor.get(page).content.decode()
    assert noor.post(page, {"words": "Something, 1989."})["Location"] == page
    assert noor.post(page, {"accept": "yes", "reasons": "Long ago."})["Location"] == page
    assert "You have said what you think" in noor.get(page).content.decode()
    assert "Something, 1989." in second.get(page).content.decode()
    assert "You have said" in noor.post(page, {"accept": "yes", "reasons": "Again."}).content.decode()
    assert second.post(page, {"accept": "yes", "reasons": "I agree."})["Location"] == page
    assert "Two leads agreed" in second.get(page).content.decode()
    assert "Accepted" in second.get("/staff/disclosures/").content.decode()
    assert Browser().sign_in(cast.priya).get(page).status_code == 403
    staff = Browser().sign_in(cast.priya).get(f"/staff/applications/{check.application.public_id}/").content.decode()
    assert "Something" not in staff
