"""The partner's young people: one by form, many by list, one person's page, and sign-in cards."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from onemm.jobs.actions import running, take_step
from onemm.jobs.models import Job
from onemm.lib.clock import today
from onemm.lib.tasks import run_waiting
from onemm.mentoring.models import Enrolment
from onemm.people.actions.cards import person_with_code
from onemm.people.actions.roles import grant_role
from onemm.people.models import Consent, SignInCard
from onemm.people.roles import Role
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
    """Send a list, let the worker take it in, and look at the page that was answered with."""
    answer = browser.post(
        LIST + "upload/", {"programme": cast.programme.public_id, "file": SimpleUploadedFile(name, text.encode())}
    )
    run_waiting()
    return browser.get(answer["Location"]) if answer.status_code == 302 else answer


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
    report = re.search(r"/partner/young-people/upload/(\w{12})/", page)[0]
    download = browser.get(report + "refused.csv")
    assert "attachment" in download["Content-Disposition"]
    assert "'=cmd()" in download.content.decode("utf-8-sig")
    assert browser.get(report + "refused.csv").content == download.content, "they stay until they are put right"
    assert "Every row is in" in send_list(browser, cast, "\n".join(rows[:2])).text
    assert "3 rows, 2 refused" in browser.get(LIST + "upload/").text, "and there is a way back to them"


def test_a_list_shows_how_far_it_is_and_can_be_stopped(cast, browser):
    born = years_ago(17, 100).isoformat()
    rows = [HEADING, *(f"A{number},Kid{number},A,{born},self,,{today()}" for number in range(25))]
    file = SimpleUploadedFile("list.csv", "\n".join(rows).encode())
    browser.sign_in(cast.sam)
    report = browser.post(LIST + "upload/", {"programme": cast.programme.public_id, "file": file})["Location"]
    page = browser.get(report).text
    assert "Your list is being read" in page
    assert "0 of 25 rows: waiting for its turn" in page
    job = Job.objects.get()
    running._begin(job.pk)
    take_step(job_id=job.pk)
    assert "10 of 25 rows" in browser.get(report, headers={"HX-Request": "true"}).text
    assert "stops as soon as the part" in browser.post(report + "stop/", follow=True).text
    run_waiting()
    page = browser.get(report).text
    assert "This list was stopped" in page
    assert "15 rows were not reached" in page
    assert browser.get(report + "refused.csv").text.count("We did not get to this row.") == 15
    assert Enrolment.objects.count() == 10
    assert browser.post(report + "stop/").status_code == 409


def test_a_list_that_breaks_down_says_so_and_what_is_in(cast, browser, monkeypatch):
    monkeypatch.setattr("onemm.mentoring.actions.importing.enrol_young_person", lambda **_: 1 / 0)
    row = f"A1,Kofi,A,{years_ago(17, 100).isoformat()},self,,{today()}"
    page = send_list(browser.sign_in(cast.sam), cast, f"{HEADING}\n{row}").text
    assert "Your list was not read to its end" in page
    assert "Something went wrong on our side" in page
    assert "1 row was not reached" in page


def test_a_colleague_sees_a_list_and_a_stranger_does_not(cast, browser):
    send_list(browser.sign_in(cast.sam), cast, f"{HEADING}\nA1,=cmd(),A,,,,")
    (job,) = Job.objects.all()
    report = f"{LIST}upload/{job.public_id}/"
    colleague = cast._person("cora", "Cora", "Ordinator", None)
    grant_role(person=colleague, role=Role.COORDINATOR, organisation=cast.partner, by=None)
    assert "Some rows need you" in browser.sign_in(colleague).get(report).text
    for name, status in (("lou", 404), ("amina", 403), ("lena", 403), ("priya", 403)):
        browser.sign_in(getattr(cast, name))
        assert browser.get(report).status_code == status
        assert browser.get(report + "refused.csv").status_code == status
        assert browser.post(report + "stop/").status_code == status


def test_a_file_that_is_not_a_list_is_refused_at_the_field(cast, browser):
    browser.sign_in(cast.sam)

    assert "Missing: reference" in send_list(browser, cast, "name,age\nKofi,16").text
    assert "larger than 1 MB" in send_list(browser, cast, "x" * 1_048_577).text
    assert "Please choose a file" in browser.post(LIST + "upload/", {"programme": cast.programme.public_id}).text
    assert not Job.objects.exists()


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
