"""The outbox: e-mails, their standing, a new try for those given up, and every kind with invented names."""

from uuid import uuid4

import pytest

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.notifications.actions import write_email
from onemm.notifications.kinds import all_kinds
from onemm.notifications.models import Email
from onemm.notifications.queries import previews_of
from tests.reading import as_read


def write(cast, organisation="Hope High", **changes):
    return write_email(
        **{
            "to": cast.sam,
            "kind": "enquiry.waiting",
            "values": {"organisation": organisation},
            "occasion": (uuid4().hex,),
            **changes,
        }
    )


def give_up(email):
    Email.objects.filter(pk=email.pk).update(given_up_at=now(), problem="SMTPError: no", tries=5)


def test_emails_are_listed_newest_first_and_can_be_narrowed(browser, cast, django_assert_max_num_queries):
    for number in range(60):
        write(cast, f"School {number}")
    write(cast, "For Theo", to=cast.theo)
    browser.sign_in(cast.ada)
    with django_assert_max_num_queries(12):
        page = browser.get("/staff/outbox/")
    assert page.text.index("For Theo") < page.text.index("School 59")
    assert "School 59" not in browser.get("/staff/outbox/?standing=at_home").text
    assert "School 7" in browser.get("/staff/outbox/?words=school+7").text
    assert "Nothing fits" in browser.get("/staff/outbox/?words=zzz").text
    assert browser.get("/staff/outbox/?standing=wrong").status_code == 200


def test_an_email_given_up_comes_first_and_is_tried_again(browser, cast, settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path
    email = write(cast)
    run_waiting()
    Email.objects.update(sent_at=None)
    give_up(email)
    browser.sign_in(cast.ada)
    assert "1 could not be sent" in browser.get("/staff/outbox/").text
    page = browser.get(f"/staff/outbox/{email.public_id}/")
    assert "SMTPError: no" in page.text
    assert "Try again" in page.text
    assert browser.post(f"/staff/outbox/{email.public_id}/retry/").status_code == 302
    run_waiting()
    assert "Sent" in browser.get(f"/staff/outbox/{email.public_id}/").text
    assert browser.post(f"/staff/outbox/{email.public_id}/retry/").status_code == 409


def test_opening_an_email_is_written_down(browser, cast):
    email = write(cast)
    browser.sign_in(cast.ada)
    assert "We promised an answer" in browser.get(f"/staff/outbox/{email.public_id}/").text
    assert Entry.objects.get(event="email:opened").actor == cast.ada.public_id


@pytest.mark.parametrize(("demo", "shown"), [(False, False), (True, True)])
def test_an_email_with_a_code_is_shown_in_the_demo_world_only(browser, cast, settings, demo, shown):
    settings.DEMO = demo
    email = write(cast, kind="account.message", values={"subject": "Your code", "words": "Code 123-456"}, occasion=())
    browser.sign_in(cast.ada)
    assert ("123-456" in browser.get(f"/staff/outbox/{email.public_id}/").text) is shown
    assert "123-456" not in browser.get("/staff/outbox/").text


def test_others_are_kept_out(browser, cast):
    email, theirs = write(cast), write(cast, to=cast.lou)
    assert browser.get("/staff/outbox/").status_code == 302
    browser.sign_in(cast.noor)
    assert browser.get("/staff/outbox/").status_code == 403
    assert browser.get(f"/staff/outbox/{email.public_id}/").status_code == 403
    browser.sign_in(cast.priya)
    assert browser.get(f"/staff/outbox/{email.public_id}/").status_code == 200
    assert browser.get(f"/staff/outbox/{theirs.public_id}/").status_code == 404
    assert browser.post(f"/staff/outbox/{theirs.public_id}/retry/").status_code == 404


def test_every_kind_is_shown_as_each_of_its_readers_sees_it(browser, cast):
    browser.sign_in(cast.ada)
    listed = browser.get("/staff/outbox/kinds/").text
    for kind in all_kinds():
        address = f"/staff/outbox/kinds/{kind.name}/"
        assert address in listed
        page = browser.get(address).text
        for number, preview in enumerate(previews_of(kind)):
            assert f"As {preview.name} reads it" in page
            assert f"{address}html/?preview={number}" in page
            assert browser.get(f"{address}html/?preview={number}").text == as_read(preview.html)


def test_the_html_of_a_kind_is_framed_by_our_own_page_alone(browser, cast):
    browser.sign_in(cast.ada)
    shown = browser.get("/staff/outbox/kinds/match.paused/html/")
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "script-src 'self'" in shown["Content-Security-Policy"]
    assert "frame-src 'self'" in browser.get("/staff/outbox/kinds/match.paused/")["Content-Security-Policy"]


@pytest.mark.parametrize("nowhere", ["no.such_kind/", "match.paused/html/?preview=99", "match.paused/html/?preview=x"])
def test_a_kind_that_is_not_there_is_not_found(browser, cast, nowhere):
    browser.sign_in(cast.ada)
    assert browser.get(f"/staff/outbox/kinds/{nowhere}").status_code == 404


def test_the_outbox_leads_to_the_kinds_and_they_are_for_those_who_read_it(browser, cast):
    browser.sign_in(cast.priya)
    assert "/staff/outbox/kinds/" in browser.get("/staff/outbox/").text
    assert "Once for each application" in browser.get("/staff/outbox/kinds/application.submitted/").text
    assert "Each time" in browser.get("/staff/outbox/kinds/application.assigned/").text
    browser.sign_in(cast.noor)
    assert browser.get("/staff/outbox/kinds/").status_code == 403
