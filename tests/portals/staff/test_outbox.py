"""The outbox: letters, their standing, and a new try for those given up."""

import pytest

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.notifications.actions import write_letter
from onemm.notifications.models import Letter


def write(cast, **changes):
    return write_letter(
        **{"to": cast.sam, "kind": "test", "subject": "Hello Sam", "body": "The words.", "link": "/partner/", **changes}
    )


def give_up(letter):
    Letter.objects.filter(pk=letter.pk).update(given_up_at=now(), problem="SMTPError: no", tries=5)


def test_letters_are_listed_newest_first_and_can_be_narrowed(browser, cast, django_assert_max_num_queries):
    for number in range(60):
        write(cast, subject=f"Letter {number}")
    write(cast, to=cast.theo, subject="For Theo")
    browser.sign_in(cast.ada)
    with django_assert_max_num_queries(12):
        page = browser.get("/staff/outbox/")
    assert page.text.index("For Theo") < page.text.index("Letter 59")
    assert "Letter 59" not in browser.get("/staff/outbox/?standing=at_home").text
    assert "Letter 7" in browser.get("/staff/outbox/?words=letter+7").text
    assert "Nothing fits" in browser.get("/staff/outbox/?words=zzz").text
    assert browser.get("/staff/outbox/?standing=wrong").status_code == 200


def test_a_letter_given_up_comes_first_and_is_tried_again(browser, cast, settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path
    letter = write(cast)
    run_waiting()
    Letter.objects.update(sent_at=None)
    give_up(letter)
    browser.sign_in(cast.ada)
    assert "1 could not be sent" in browser.get("/staff/outbox/").text
    page = browser.get(f"/staff/outbox/{letter.public_id}/")
    assert "SMTPError: no" in page.text
    assert "Try again" in page.text
    assert browser.post(f"/staff/outbox/{letter.public_id}/retry/").status_code == 302
    run_waiting()
    assert "Sent" in browser.get(f"/staff/outbox/{letter.public_id}/").text
    assert browser.post(f"/staff/outbox/{letter.public_id}/retry/").status_code == 409


def test_opening_a_letter_is_written_down(browser, cast):
    letter = write(cast)
    browser.sign_in(cast.ada)
    assert "The words." in browser.get(f"/staff/outbox/{letter.public_id}/").text
    assert Entry.objects.get(event="letter:opened").actor == cast.ada.public_id


@pytest.mark.parametrize(("demo", "shown"), [(False, False), (True, True)])
def test_a_letter_with_a_code_is_shown_in_the_demo_world_only(browser, cast, settings, demo, shown):
    settings.DEMO = demo
    letter = write(cast, body="Code 123-456", secret=True)
    browser.sign_in(cast.ada)
    assert ("123-456" in browser.get(f"/staff/outbox/{letter.public_id}/").text) is shown
    assert "123-456" not in browser.get("/staff/outbox/").text


def test_others_are_kept_out(browser, cast):
    letter, theirs = write(cast), write(cast, to=cast.lou)
    assert browser.get("/staff/outbox/").status_code == 302
    browser.sign_in(cast.noor)
    assert browser.get("/staff/outbox/").status_code == 403
    assert browser.get(f"/staff/outbox/{letter.public_id}/").status_code == 403
    browser.sign_in(cast.priya)
    assert browser.get(f"/staff/outbox/{letter.public_id}/").status_code == 200
    assert browser.get(f"/staff/outbox/{theirs.public_id}/").status_code == 404
    assert browser.post(f"/staff/outbox/{theirs.public_id}/retry/").status_code == 404
