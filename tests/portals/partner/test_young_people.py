"""The partner's young people: one by form, many by list, one person's page, and sign-in cards."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from onemm.lib.clock import today
from onemm.mentoring.models import Enrolment
from onemm.people.actions.cards import person_with_code
from onemm.people.models import Consent, SignInCard
from tests.cast import years_ago
from tests.factories.mentoring import an_introduced_match, enrol

LIST = "/partner/young-people/"
HEADING = "reference,first_name,last_initial,birth_date,consent_by,guardian_name,consent_date"


def typed(cast, **change):
    return {
        "programme": cast.programme.public_id,
        "reference": "Y11-042",
        "first_name": "Kofi",
        "last_initial": "a",
        "born": years_ago(17, 100).isoformat(),
        "consent_by": "self",
        "consent_date": today().isoformat(),
        "channel": "either",
        "languages": ["en"],
        "half_days": ["2", "5"],
        "interests": ["maps"],
        "hopes": "To see a lab",
        **change,
    }


def send_list(browser, cast, text, name="list.csv"):
    return browser.post(
        LIST + "upload/",
        {"programme": cast.programme.public_id, "file": SimpleUploadedFile(name, text.encode())},
        follow=True,
    )


def test_without_a_programme_the_page_says_to_open_one(cast, browser):
    assert "First, open a programme" in browser.sign_in(cast.sam).get(LIST).text


def test_the_list_shows_where_each_stands(cast, browser, settings, django_assert_max_num_queries):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # the count is of the page
    match = an_introduced_match(cast)
    for number in range(8):
        enrol(cast, f"R{number}", first_name=f"Kid{number}")
    browser.sign_in(cast.sam)

    with django_assert_max_num_queries(12):
        page = browser.get(LIST).text

    assert "with Amina" in page
    assert match.public_id in page
    assert page.count("Waiting</span> since") == 8
    assert "Kid3" not in browser.get(LIST + "?standing=matched").text
    assert "Nobody to show" in browser.get(f"{LIST}?standing=left&programme={cast.programme.public_id}").text


def test_a_young_person_is_added_by_form(cast, browser):
    browser.sign_in(cast.sam)
    assert cast.programme
    assert "Add a young person" in browser.get(LIST + "add/").text

    page = browser.post(LIST + "add/", typed(cast), follow=True).text

    enrolment = Enrolment.objects.get()
    assert (enrolment.person.full_name, enrolment.half_days, enrolment.interests) == ("Kofi A", 0b100100, ["maps"])
    assert "next matching round" in page


def test_bad_answers_keep_what_was_typed_and_save_nothing(cast, browser):
    browser.sign_in(cast.sam)
    for change, said in (
        ({"born": years_ago(15).isoformat()}, "under 16"),
        ({"born": years_ago(30).isoformat()}, "14 to 19"),
        ({"reference": ""}, "Please fill this in"),
        ({"programme": "nonsense"}, "valid choice"),
        ({"consent_date": "2019-01-01"}, "12 months"),
        ({"born": years_ago(15).isoformat(), "consent_by": "guardian"}, "name of the parent"),
    ):
        page = browser.post(LIST + "add/", typed(cast, **change)).text
        assert said in page
        assert "To see a lab" in page
    assert not Enrolment.objects.exists()


def test_another_partners_programme_cannot_be_chosen(cast, browser):
    page = browser.sign_in(cast.lou).post(LIST + "add/", typed(cast)).text

    assert "valid choice" in page
    assert not Enrolment.objects.exists()


def test_a_list_is_sent_and_every_row_is_accounted_for(cast, browser):
    born = years_ago(17, 100).isoformat()
    rows = [HEADING, f"A1,Kofi,A,{born},self,,{today()}", f"A2,=cmd(),B,{born},self,,{today()}", f"A3,Ana,C,{born},,,"]
    browser.sign_in(cast.sam)
    assert "Columns" in browser.get(LIST + "upload/").text

    page = send_list(browser, cast, "\n".join(rows)).text

    assert "Some rows need you" in page
    assert "formula" in page
    assert "no consent" in page
    download = browser.get(LIST + "upload/refused.csv")
    assert "attachment" in download["Content-Disposition"]
    assert "'=cmd()" in download.content.decode("utf-8-sig")
    assert "no refused rows to download" in browser.get(LIST + "upload/refused.csv", follow=True).text
    assert "Every row is in" in send_list(browser, cast, "\n".join(rows[:2])).text


def test_a_file_that_is_not_a_list_is_refused_at_the_field(cast, browser):
    browser.sign_in(cast.sam)

    assert "Missing: reference" in send_list(browser, cast, "name,age\nKofi,16").text
    assert "larger than 1 MB" in send_list(browser, cast, "x" * 1_048_577).text
    assert "Please choose a file" in browser.post(LIST + "upload/", {"programme": cast.programme.public_id}).text
    assert browser.get(LIST + "upload/report/").status_code == 302


def test_the_template_can_be_filled_in_and_sent(cast, browser):
    text = browser.sign_in(cast.sam).get(LIST + "upload/template.csv").content.decode("utf-8-sig")

    assert text.startswith(HEADING)


def test_wishes_are_changed_on_the_persons_page(cast, browser):
    enrolment = enrol(cast)
    browser.sign_in(cast.sam)
    address = f"{LIST}{enrolment.public_id}/"
    assert "What they hope for" in browser.get(address).text
    wishes = {"channel": "online", "languages": ["en"], "half_days": ["0"], "hopes": "More"}

    assert "Their wishes are kept" in browser.post(address, wishes, follow=True).text
    assert "Nothing was different" in browser.post(address, wishes, follow=True).text
    enrolment.refresh_from_db()
    assert (enrolment.channel, enrolment.hopes, enrolment.half_days) == ("online", "More", 1)
    assert "Half a wish" in browser.post(address, {**wishes, "channel": "", "hopes": "Half a wish"}).text


def test_a_wish_that_the_programme_cannot_keep_is_refused_at_its_field(cast, browser):
    enrolment = enrol(cast)
    cast.programme.channel = "online"
    cast.programme.save()

    page = (
        browser.sign_in(cast.sam)
        .post(f"{LIST}{enrolment.public_id}/", {"channel": "face_to_face", "languages": ["en"]})
        .text
    )

    assert "online only" in page


def test_consent_is_withdrawn_and_recorded_anew(cast, browser):
    enrolment = enrol(cast)
    address = f"{LIST}{enrolment.public_id}/"
    browser.sign_in(cast.sam)

    assert "No consent stands" in browser.post(address + "consent/withdraw/", follow=True).text
    assert "no consent left" in browser.post(address + "consent/withdraw/", follow=True).text
    assert (
        "From 16"
        in browser.post(
            address + "consent/", {"consent_by": "guardian", "guardian_name": "G", "consent_date": today().isoformat()}
        ).text
    )
    assert "Please choose" in browser.post(address + "consent/", {}).text
    page = browser.post(
        address + "consent/", {"consent_by": "self", "consent_date": today().isoformat()}, follow=True
    ).text
    assert "The consent is on record" in page
    assert Consent.objects.filter(withdrawn_at=None).count() == 1


def test_leaving_is_one_button_and_refused_while_there_is_a_mentor(cast, browser):
    match = an_introduced_match(cast)
    enrolment = enrol(cast)
    browser.sign_in(cast.sam)

    assert browser.post(f"{LIST}{match.enrolment.public_id}/leave/").status_code == 409
    assert "has left the programme" in browser.post(f"{LIST}{enrolment.public_id}/leave/", follow=True).text
    assert "Has left the programme" in browser.get(f"{LIST}{enrolment.public_id}/").text


def test_cards_are_made_for_those_ticked_and_their_codes_are_shown_once(cast, browser):
    first, second = enrol(cast), enrol(cast, "R2", first_name="Ana")
    enrol(cast, "R3", first_name="Jo")
    browser.sign_in(cast.sam)

    page = browser.post(LIST + "cards/issue/", {"chosen": [first.public_id, second.public_id]}, follow=True).text

    codes = re.findall(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)
    assert {person_with_code(code, "10.0.0.1") for code in codes} == {first.person, second.person}
    assert "<svg" in page
    assert "Scan, or go to" in page
    again = browser.get(LIST + "cards/").text
    assert "These cards have been shown" in again
    assert codes[0] not in again
    assert SignInCard.objects.count() == 2


def test_cards_are_made_for_nobody_when_nobody_or_a_strangers_child_is_ticked(cast, browser):
    enrolment = enrol(cast)

    assert "No cards were made" in browser.sign_in(cast.sam).post(LIST + "cards/issue/", follow=True).text
    assert (
        "No cards were made"
        in browser.sign_in(cast.lou).post(LIST + "cards/issue/", {"chosen": [enrolment.public_id]}, follow=True).text
    )
    assert not SignInCard.objects.exists()


def test_strangers_find_nothing_and_others_are_not_let_in(cast, browser):
    enrolment = enrol(cast)
    for way in ("", "consent/withdraw/", "consent/", "leave/"):
        assert browser.sign_in(cast.lou).post(f"{LIST}{enrolment.public_id}/{way}").status_code == 404
        assert browser.sign_in(cast.amina).post(f"{LIST}{enrolment.public_id}/{way}").status_code == 403
    for address in (LIST, LIST + "add/", LIST + "upload/", LIST + "cards/", LIST + "upload/template.csv"):
        assert browser.sign_in(cast.theo).get(address).status_code == 403
        browser.logout()
        assert browser.get(address).status_code == 302
    assert "Kofi" not in browser.sign_in(cast.lou).get(LIST).text
