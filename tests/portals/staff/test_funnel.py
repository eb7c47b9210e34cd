"""The funnel, for whoever answers for an area."""

from datetime import timedelta

from onemm.lib.clock import now
from onemm.people.actions.people import add_person
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.recruitment.models import Application
from tests.factories.mentoring import an_active_match


def test_priya_sees_her_area_and_no_other(browser, cast, django_assert_max_num_queries):
    an_active_match(cast)
    Application.objects.create(person=cast.other_mentor, area=cast.other_area, eligibility_version="1")
    browser.sign_in(cast.priya)
    with django_assert_max_num_queries(12):
        page = browser.get("/staff/funnel/")
    assert "1 of 1 who began are in an active match" in page.text
    assert "too few" in page.text
    assert browser.get(f"/staff/funnel/?area={cast.other_area.slug}").status_code == 404


def test_an_analyst_sees_everywhere_or_one_area(browser, cast):
    grant_role(person=cast.tom, role=Role.ANALYST, by=None)
    for number in range(6):
        person = add_person(first_name="M", email=f"m{number}@example.org", by=None)
        then = now() - timedelta(days=4)
        Application.objects.create(
            person=person,
            area=cast.area,
            state="submitted",
            eligibility_version="1",
            started_at=then,
            submitted_at=now(),
        )
    _ = cast.other_area
    browser.sign_in(cast.tom)
    assert "0 of 6" in browser.get("/staff/funnel/").text
    assert "4 days later" in browser.get("/staff/funnel/").text
    assert "Nobody has applied yet" in browser.get(f"/staff/funnel/?area={cast.other_area.slug}").text


def test_others_are_kept_out(browser, cast):
    assert browser.get("/staff/funnel/").status_code == 302
    browser.sign_in(cast.noor)
    assert browser.get("/staff/funnel/").status_code == 403
