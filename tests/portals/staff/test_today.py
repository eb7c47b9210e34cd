"""Where staff start: what waits for them."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from onemm.lib.clock import now
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.publishing.actions import send_to_colleagues
from onemm.recruitment.actions import appeal, decide_application, weigh_check
from onemm.safeguarding.actions import raise_concern
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.places import an_enquiry
from tests.factories.publishing import a_unit_written, an_editor
from tests.factories.recruitment import a_check_to_weigh, a_submitted_application, an_application_in_screening

TODAY = "/staff/"


def test_nothing_waits(browser: Browser, cast: Cast) -> None:
    page = text(browser.sign_in(cast.priya).get(TODAY))
    assert "Nothing waits for you" in page
    assert "No application waits" in page
    assert "No enquiry waits" in page


def test_what_is_new_is_offered(browser: Browser, cast: Cast) -> None:
    application = a_submitted_application(cast, cast.amina)
    page = text(browser.sign_in(cast.priya).get(TODAY))
    assert "Nobody has waited too long" in page
    assert reverse("staff:application", args=[application.public_id]) in page
    assert "Overdue" not in page


def test_the_longest_wait_comes_first_and_is_flagged_after_a_week(browser: Browser, cast: Cast) -> None:
    with time_machine.travel(now().replace(hour=12) - timedelta(days=9), tick=False):
        a_submitted_application(cast, cast.amina)
    a_submitted_application(cast, cast.other_mentor)
    page = text(browser.sign_in(cast.priya).get(TODAY))
    assert "Somebody has waited too long" in page
    assert page.index("Amina Yusuf") < page.index("Omar Khalid")
    assert "9 days ago" in page
    assert page.count("Overdue") == 1


def test_enquiries_are_counted_where_one_works(browser: Browser, cast: Cast) -> None:
    assert cast.area
    assert cast.other_area
    for postcode in ("OL1 1UL", "M1 1AE", "CF10 1EP"):
        an_enquiry(postcode=postcode)
    assert "2 enquiries wait for an answer" in text(browser.sign_in(cast.priya).get(TODAY))


def test_an_appeal_waits_for_a_colleague_and_not_for_who_decided(browser: Browser, cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    decide_application(application=application, by=cast.priya, outcome="declined", reasons="Not yet.")
    appeal(application=application, by=cast.amina, words="Please look again.")
    assert "Nothing waits for you" in text(browser.sign_in(cast.priya).get(TODAY))
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    page = text(Browser().sign_in(cast.tom).get(TODAY))
    assert "A second look is asked for" in page
    assert reverse("staff:application_appeal", args=[application.public_id]) in page


def test_a_safeguarding_lead_sees_that_concerns_wait_and_no_applications(browser: Browser, cast: Cast) -> None:
    assert cast.noor
    raise_concern(words="SOMETHING PRIVATE", urgency="soon", by=None)
    a_submitted_application(cast, cast.amina)
    page = text(browser.sign_in(cast.noor).get(TODAY))
    assert "1 concern has been raised" in page
    assert "SOMETHING PRIVATE" not in page
    assert "Amina" not in page


def test_a_safeguarding_lead_sees_that_all_is_read(browser: Browser, cast: Cast) -> None:
    assert "Every concern has been read" in text(browser.sign_in(cast.noor).get(TODAY))


def test_an_administrator_learns_of_no_concern(browser: Browser, cast: Cast) -> None:
    raise_concern(words="x", urgency="soon", by=None)
    assert "concern has been raised" not in text(browser.sign_in(cast.ada).get(TODAY))


def test_a_check_to_weigh_waits_for_each_lead_until_they_have_said(browser: Browser, cast: Cast) -> None:
    check = a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina))
    page = text(browser.sign_in(cast.noor).get(TODAY))
    assert "A check waits for you to weigh it" in page
    assert "Amina" not in page
    raise_concern(words="x", urgency="soon", by=None)
    page = text(browser.get(TODAY))
    assert page.index("A concern waits for an answer") < page.index("Two leads decide")
    weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    assert "Two leads decide" not in text(browser.get(TODAY))


def test_an_editor_sees_what_a_colleague_has_sent_and_not_their_own(browser: Browser, cast: Cast) -> None:
    writer, colleague = an_editor("writer"), an_editor("colleague")
    send_to_colleagues(manuscript=a_unit_written(by=writer), by=writer)
    assert "asks for a second pair of eyes" in text(browser.sign_in(colleague).get(TODAY))
    assert "asks for a second pair of eyes" not in text(Browser().sign_in(writer).get(TODAY))


@pytest.mark.parametrize("name", ["sam", "amina", "theo", "lena"])
def test_others_stay_outside(browser: Browser, cast: Cast, name: str) -> None:
    assert browser.sign_in(getattr(cast, name)).get(TODAY).status_code == 403


@pytest.mark.django_db
def test_strangers_are_asked_to_sign_in(browser: Browser) -> None:
    assert "/account/login/" in browser.get(TODAY)["Location"]


def test_the_page_stays_quick(browser: Browser, cast: Cast, django_assert_max_num_queries: Any) -> None:
    for person in (cast.amina, cast.other_mentor, cast.lena, cast.grace):
        a_submitted_application(cast, person)
    browser.sign_in(cast.priya)
    browser.get(TODAY)  # the session is noted on the first visit
    with django_assert_max_num_queries(12):
        text(browser.get(TODAY))
