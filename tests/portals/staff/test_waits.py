"""Staff see what is overdue first, remind in one click or in bulk, and hand over; the applicant sees with whom
everything lies.
"""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from onemm.notifications.models import Email
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import a_submitted_application, an_application_in_screening, two_referees


@pytest.fixture
def application(cast: Cast) -> Application:
    row = an_application_in_screening(cast, cast.amina)
    two_referees(row)
    return row


def test_the_list_says_what_is_waited_for_and_with_whom(priya: Browser, cast: Cast, application: Application) -> None:
    with time_machine.travel(timezone.localtime() + timedelta(days=4), tick=False):
        priya.sign_in(cast.priya)
        page = text(priya.get("/staff/applications/"))
        assert "Ask for a check" in page
        assert "Overdue" in page
        assert "Ask for a check" in text(priya.get(reverse("staff:application", args=[application.public_id])))
        assert "takes too long" in text(priya.get("/staff/"))


def test_reminding_one_and_many(priya: Browser, cast: Cast, application: Application) -> None:
    assert priya.post(reverse("staff:application_remind", args=[application.public_id])).status_code == 302
    assert Email.objects.filter(kind="reference.reminded").count() == 2
    other = a_submitted_application(cast, cast.other_mentor)
    hidden = a_submitted_application(cast, cast.lena)
    Application.objects.filter(pk=hidden.pk).update(area=cast.other_area)
    response = priya.post(
        reverse("staff:applications_remind"), {"chosen": [other.public_id, hidden.public_id, "nonsense"]}
    )
    assert response["Location"] == "/staff/applications/"
    assert set(Email.objects.filter(kind="application.reminded").values_list("to", flat=True)) == {
        cast.amina.pk,
        cast.other_mentor.pk,
    }
    assert "We have written to 1" in text(priya.get("/staff/applications/"))


def test_ticking_nobody_is_answered_kindly(priya: Browser) -> None:
    priya.post(reverse("staff:applications_remind"))
    assert "Nobody outside is waited for" in text(priya.get("/staff/applications/"))


def test_handing_over(priya: Browser, cast: Cast, application: Application) -> None:
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    page = reverse("staff:application_reassign", args=[application.public_id])
    assert "Tom Hughes" in text(priya.get(page))
    assert priya.post(page, {"to": cast.tom.public_id}).status_code == 302
    assert Application.objects.get().owner == cast.tom
    Application.objects.update(state="withdrawn", over_at=timezone.now())
    assert "not being screened" in text(priya.post(page, {"to": cast.tom.public_id}))


def test_the_applicant_sees_with_whom_everything_lies_and_no_day_that_we_cannot_tell(
    browser: Browser, cast: Cast, application: Application
) -> None:
    page = text(browser.sign_in(cast.amina).get("/mentor/application/"))
    assert "Joan Platt" in page
    assert "Priya Nair" in page
    assert "too little to go by" in page
    assert "Too few yet to say." in page
