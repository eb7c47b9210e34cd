"""E-mails: kept with the news, delivered once, and never silently lost."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from django.core.mail import EmailMessage, send_mail
from django.db import IntegrityError, transaction
from django_q.models import OrmQ

from onemm.audit.models import Entry
from onemm.lib import links
from onemm.lib.clock import now
from onemm.lib.links import Audience
from onemm.lib.tasks import run_waiting
from onemm.notifications import actions, queries, refusals
from onemm.notifications.actions import delivering
from onemm.notifications.models import Email
from onemm.notifications.tasks import deliver_waiting_emails
from tests.cast import Cast


@pytest.fixture
def mail(settings, tmp_path: Path) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.ADDRESS = "https://onemm.example"
    return settings.MAIL_FOLDER


def write(cast: Cast, organisation: str = "Hope High", **changes: object) -> Email:
    """Write an e-mail of a kind that goes to staff, whose subject says which organisation asks to take part."""
    given = {"to": cast.amina, "kind": "enquiry.waiting", "values": {"organisation": organisation}}
    return actions.write_email(**{"occasion": (uuid4().hex,), **given, **changes})


def broken(email: Email) -> None:
    raise ConnectionRefusedError("nobody there")


def test_an_email_is_delivered_to_the_folder_with_a_link_to_the_platform(cast, mail):
    email = write(cast)
    run_waiting()

    email.refresh_from_db()
    assert email.standing == "sent"
    message = message_from_bytes(next(mail.glob("*.eml")).read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("amina@example.org", "Hope High asks to take part")
    assert message["Message-ID"] == f"<{email.public_id}@onemm.example>"
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert message.get_content_type() == "multipart/alternative"
    assert "Hello Amina,\n\nA new enquiry waits" in text
    assert "Open it here: https://onemm.example/staff/partners/" in text
    assert html.count('href="https://onemm.example/staff/partners/"') == 1


def test_where_a_link_leads_is_asked_when_it_is_read(cast, mail, monkeypatch):
    email = write(cast)
    assert (email.link, email.about, email.path) == ("partners", "", "/staff/partners/")
    monkeypatch.setitem(links._addresses, (Audience.STAFF, "partners"), lambda about: "/elsewhere/")
    assert email.path == "/elsewhere/"
    monkeypatch.delitem(links._addresses, (Audience.STAFF, "partners"))
    assert email.path == "", "a page that is no more is no link, and stops no e-mail"
    run_waiting()
    assert "Open it here" not in next(mail.glob("*.eml")).read_text()


def test_delivering_twice_sends_once(cast, mail):
    email = write(cast)
    assert [actions.deliver(email_id=email.pk), actions.deliver(email_id=email.pk)] == [True, False]
    assert len(list(mail.iterdir())) == 1


def test_two_at_once_send_once(cast, mail, monkeypatch):
    email = write(cast)
    send, inner = delivering._send, []

    def send_while_another_tries(one: Email) -> None:
        inner.append(actions.deliver(email_id=one.pk))
        send(one)

    monkeypatch.setattr(delivering, "_send", send_while_another_tries)
    assert actions.deliver(email_id=email.pk)
    assert inner == [False]


def test_without_the_claim_two_at_once_would_send_twice(cast, mail, monkeypatch):
    """The negative control of the test above: with the claim undone, the second try sends as well."""
    email, sent = write(cast), []

    def undo_the_claim(one: Email) -> None:
        sent.append(one)
        if len(sent) == 1:
            Email.objects.filter(pk=one.pk).update(due_at=now() - timedelta(seconds=1))
            actions.deliver(email_id=one.pk)

    monkeypatch.setattr(delivering, "_send", undo_the_claim)
    actions.deliver(email_id=email.pk)
    assert len(sent) == 2


def test_a_failure_keeps_its_problem_and_is_tried_again_later(cast, mail, monkeypatch):
    email = write(cast)
    monkeypatch.setattr(delivering, "_send", broken)
    run_waiting()
    email.refresh_from_db()
    assert (email.standing, email.tries, email.problem) == ("waiting", 1, "ConnectionRefusedError: nobody there")
    monkeypatch.undo()
    deliver_waiting_emails()
    assert OrmQ.objects.count() == 0, "it waits two minutes first"
    with time_machine.travel(now() + timedelta(minutes=3)):
        deliver_waiting_emails()
        deliver_waiting_emails()
        run_waiting()
    email.refresh_from_db()
    assert (email.standing, email.tries) == ("sent", 2)


def test_after_five_tries_an_email_is_given_up_and_staff_can_retry_it(cast, mail, monkeypatch):
    email = write(cast)
    OrmQ.objects.all().delete()
    monkeypatch.setattr(delivering, "_send", broken)
    for hour in range(6):
        with time_machine.travel(now() + timedelta(hours=hour)):
            actions.deliver(email_id=email.pk)
    email.refresh_from_db()
    assert (email.standing, email.tries) == ("given_up", 5)

    monkeypatch.undo()
    actions.retry_email(email=email, by=cast.ada)
    run_waiting()
    email.refresh_from_db()
    assert email.standing == "sent"
    with pytest.raises(refusals.EmailIsNotGivenUp):
        actions.retry_email(email=email, by=cast.ada)


def test_a_lost_task_is_found_and_enqueued_again(cast, mail):
    email = write(cast)
    OrmQ.objects.all().delete()
    with time_machine.travel(now() + timedelta(minutes=5)):
        deliver_waiting_emails()
        run_waiting()
    email.refresh_from_db()
    assert email.standing == "sent"


def test_somebody_without_an_address_reads_it_at_home(cast, mail):
    email = write(cast, to=cast.theo)
    assert (email.standing, OrmQ.objects.count()) == ("at_home", 0)
    assert list(queries.unread_emails_of(cast.theo)) == [email]

    actions.mark_read(email=email, by=cast.amina)
    assert queries.unread_emails_of(cast.theo).exists(), "nobody reads it for him"
    actions.mark_read(email=email, by=cast.theo)
    actions.mark_read(email=email, by=cast.theo)
    assert not queries.unread_emails_of(cast.theo).exists()
    assert Entry.objects.filter(event="email:read").count() == 1


def test_the_same_once_is_one_email(cast, mail):
    assert write(cast, occasion=("a",)) == write(cast, "Another", occasion=("a",))
    assert (Email.objects.count(), OrmQ.objects.count()) == (1, 1)


def test_another_occasion_or_another_reader_is_another_email(cast, mail):
    first = write(cast, occasion=("a",))
    assert first != write(cast, occasion=("b",))
    assert first != write(cast, to=cast.sam, occasion=("a",))


def test_an_email_needs_a_reader(cast):
    with pytest.raises(refusals.EmailHasNoReader):
        write(cast, to=None)
    assert write(cast, to=None, address=" New@Example.org ").address == "new@example.org"


def test_a_subject_cannot_write_headers_of_its_own(cast):
    assert write(cast, "Hi\r\nBcc: all@example.org").subject == "Hi Bcc: all@example.org asks to take part"


def test_smtp_is_used_when_a_host_is_set(cast, mail, settings, monkeypatch):
    settings.SMTP_HOST = "mail.example.org"
    sent: list[EmailMessage] = []

    class Server:
        def __init__(self, **given: object) -> None:
            assert (given["host"], given["use_tls"], given["timeout"]) == ("mail.example.org", True, 20)

        def send_messages(self, messages: list[EmailMessage]) -> int:
            sent.extend(messages)
            return len(messages)

    monkeypatch.setattr(delivering, "EmailBackend", Server)
    write(cast)
    run_waiting()
    assert [message.to for message in sent] == [["amina@example.org"]]
    assert not mail.exists()


def test_mail_of_the_libraries_becomes_secret_emails(cast, mail, settings):
    settings.EMAIL_BACKEND = "onemm.notifications.backend.OutboxBackend"
    amina = cast.amina
    assert send_mail("Your code", "Code 123-456", None, ["Amina@Example.org", "new@example.org"]) == 1

    known = Email.objects.get(to=amina)
    assert (known.secret, known.kind, known.body) == (True, "account.message", "Code 123-456")
    assert Email.objects.get(address="new@example.org").to is None
    assert not queries.unread_emails_of(cast.amina).exists(), "a code is not news for a home page"
    run_waiting()
    known.refresh_from_db()
    assert (known.standing, known.body) == ("sent", ""), "a code that has reached its reader is gone"
    assert "Code 123-456" in next(mail.glob(f"*{known.public_id}.eml")).read_text()


def test_a_private_link_goes_with_the_words_once_it_is_sent(cast, mail):
    email = write(
        cast,
        to=None,
        address="joan@example.net",
        name="Joan Platt",
        kind="reference.asked",
        values={"applicant": "Amina Yusuf", "until": date(2026, 12, 20)},
        about="key-of-joan",
        occasion=(1,),
    )
    assert email.path == "/reference/key-of-joan/"
    run_waiting()
    email.refresh_from_db()
    assert (email.standing, email.body, email.about, email.path) == ("sent", "", "", "")
    assert "Hello Joan Platt," in next(mail.glob("*.eml")).read_text()


def test_in_the_demo_world_codes_stay_readable(cast, mail, settings):
    settings.DEMO = True
    email = write(cast, kind="account.message", values={"subject": "Code", "words": "Words."}, occasion=())
    run_waiting()
    email.refresh_from_db()
    assert email.body == "Words."


def test_the_outbox_is_narrowed_by_standing_and_words(cast, mail):
    sent = write(cast, "First hour")
    run_waiting()
    waiting, home = write(cast), write(cast, to=cast.theo)
    seen = {name: list(queries.outbox(person=cast.ada, standing=name)) for name in Email.Standing}
    assert seen == {"waiting": [waiting], "sent": [sent], "given_up": [], "at_home": [home]}
    assert list(queries.outbox(person=cast.ada, words="first HOUR")) == [sent]
    assert list(queries.outbox(person=cast.ada, words="Theo")) == [home]


def test_a_programme_manager_sees_emails_to_people_of_the_area_only(cast, mail):
    of_the_area, elsewhere = write(cast, to=cast.sam), write(cast, to=cast.lou)
    assert list(queries.outbox(person=cast.priya)) == [of_the_area]
    assert set(queries.outbox(person=cast.ada)) == {of_the_area, elsewhere}
    assert not queries.outbox(person=cast.sam).exists()


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        ({"address": ""}, "an_email_is_to_somebody"),
        ({"address": "a@example.org", "sent_at": now(), "given_up_at": now()}, "an_email_is_sent_or_given_up_not_both"),
    ],
)
def test_the_database_refuses(db, row, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Email.objects.create(kind="enquiry.waiting", subject="x", body="x", **row)
