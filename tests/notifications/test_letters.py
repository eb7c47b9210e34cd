"""Letters: kept with the news, delivered once, and never silently lost."""

from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import time_machine
from django.core.mail import EmailMessage, send_mail
from django.db import IntegrityError, transaction
from django_q.models import OrmQ

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.tasks import run_waiting
from onemm.notifications import actions, queries, refusals
from onemm.notifications.actions import delivering
from onemm.notifications.models import Letter
from onemm.notifications.tasks import deliver_waiting_letters
from tests.cast import Cast


@pytest.fixture
def mail(settings, tmp_path: Path) -> Path:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.ADDRESS = "https://onemm.example"
    return settings.MAIL_FOLDER


def write(cast: Cast, **changes: object) -> Letter:
    given = {"to": cast.amina, "kind": "test", "subject": "Hello", "body": "Words.", "link": "/mentor/"}
    return actions.write_letter(**{**given, **changes})


def broken(letter: Letter) -> None:
    raise ConnectionRefusedError("nobody there")


def test_a_letter_is_delivered_to_the_folder_with_a_link_to_the_platform(cast, mail):
    letter = write(cast)
    run_waiting()

    letter.refresh_from_db()
    assert letter.standing == "sent"
    message = message_from_bytes(next(mail.glob("*.eml")).read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("amina@example.org", "Hello")
    assert message["Message-ID"] == f"<{letter.public_id}@onemm.example>"
    assert "Open it here: https://onemm.example/mentor/" in message.get_content()


def test_delivering_twice_sends_once(cast, mail):
    letter = write(cast)
    assert [actions.deliver(letter_id=letter.pk), actions.deliver(letter_id=letter.pk)] == [True, False]
    assert len(list(mail.iterdir())) == 1


def test_two_at_once_send_once(cast, mail, monkeypatch):
    letter = write(cast)
    send, inner = delivering._send, []

    def send_while_another_tries(one: Letter) -> None:
        inner.append(actions.deliver(letter_id=one.pk))
        send(one)

    monkeypatch.setattr(delivering, "_send", send_while_another_tries)
    assert actions.deliver(letter_id=letter.pk)
    assert inner == [False]


def test_without_the_claim_two_at_once_would_send_twice(cast, mail, monkeypatch):
    """The negative control of the test above: with the claim undone, the second try sends as well."""
    letter, sent = write(cast), []

    def undo_the_claim(one: Letter) -> None:
        sent.append(one)
        if len(sent) == 1:
            Letter.objects.filter(pk=one.pk).update(due_at=now() - timedelta(seconds=1))
            actions.deliver(letter_id=one.pk)

    monkeypatch.setattr(delivering, "_send", undo_the_claim)
    actions.deliver(letter_id=letter.pk)
    assert len(sent) == 2


def test_a_failure_keeps_its_problem_and_is_tried_again_later(cast, mail, monkeypatch):
    letter = write(cast)
    monkeypatch.setattr(delivering, "_send", broken)
    run_waiting()
    letter.refresh_from_db()
    assert (letter.standing, letter.tries, letter.problem) == ("waiting", 1, "ConnectionRefusedError: nobody there")
    monkeypatch.undo()
    deliver_waiting_letters()
    assert OrmQ.objects.count() == 0, "it waits two minutes first"
    with time_machine.travel(now() + timedelta(minutes=3)):
        deliver_waiting_letters()
        deliver_waiting_letters()
        run_waiting()
    letter.refresh_from_db()
    assert (letter.standing, letter.tries) == ("sent", 2)


def test_after_five_tries_a_letter_is_given_up_and_staff_can_retry_it(cast, mail, monkeypatch):
    letter = write(cast)
    OrmQ.objects.all().delete()
    monkeypatch.setattr(delivering, "_send", broken)
    for hour in range(6):
        with time_machine.travel(now() + timedelta(hours=hour)):
            actions.deliver(letter_id=letter.pk)
    letter.refresh_from_db()
    assert (letter.standing, letter.tries) == ("given_up", 5)

    monkeypatch.undo()
    actions.retry_letter(letter=letter, by=cast.ada)
    run_waiting()
    letter.refresh_from_db()
    assert letter.standing == "sent"
    with pytest.raises(refusals.LetterIsNotGivenUp):
        actions.retry_letter(letter=letter, by=cast.ada)


def test_a_lost_task_is_found_and_enqueued_again(cast, mail):
    letter = write(cast)
    OrmQ.objects.all().delete()
    with time_machine.travel(now() + timedelta(minutes=5)):
        deliver_waiting_letters()
        run_waiting()
    letter.refresh_from_db()
    assert letter.standing == "sent"


def test_somebody_without_an_address_reads_it_at_home(cast, mail):
    letter = write(cast, to=cast.theo)
    assert (letter.standing, OrmQ.objects.count()) == ("at_home", 0)
    assert list(queries.unread_letters_of(cast.theo)) == [letter]

    actions.mark_read(letter=letter, by=cast.amina)
    assert queries.unread_letters_of(cast.theo).exists(), "nobody reads it for him"
    actions.mark_read(letter=letter, by=cast.theo)
    actions.mark_read(letter=letter, by=cast.theo)
    assert not queries.unread_letters_of(cast.theo).exists()
    assert Entry.objects.filter(event="letter:read").count() == 1


def test_the_same_once_is_one_letter(cast, mail):
    assert write(cast, once="a") == write(cast, once="a", subject="Again")
    assert (Letter.objects.count(), OrmQ.objects.count()) == (1, 1)


def test_a_letter_needs_a_reader(cast):
    with pytest.raises(refusals.LetterHasNoReader):
        write(cast, to=None)
    assert write(cast, to=None, address=" New@Example.org ").address == "new@example.org"


def test_a_subject_cannot_write_headers_of_its_own(cast):
    assert write(cast, subject="Hi\r\nBcc: all@example.org").subject == "Hi Bcc: all@example.org"


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


def test_mail_of_the_libraries_becomes_secret_letters(cast, mail, settings):
    settings.EMAIL_BACKEND = "onemm.notifications.backend.OutboxBackend"
    amina = cast.amina
    assert send_mail("Your code", "Code 123-456", None, ["Amina@Example.org", "new@example.org"]) == 1

    known = Letter.objects.get(to=amina)
    assert (known.secret, known.kind, known.body) == (True, "account", "Code 123-456")
    assert Letter.objects.get(address="new@example.org").to is None
    assert not queries.unread_letters_of(cast.amina).exists(), "a code is not news for a home page"
    run_waiting()
    known.refresh_from_db()
    assert (known.standing, known.body) == ("sent", ""), "a code that has reached its reader is gone"
    assert "Code 123-456" in next(mail.glob(f"*{known.public_id}.eml")).read_text()


def test_in_the_demo_world_codes_stay_readable(cast, mail, settings):
    settings.DEMO = True
    letter = write(cast, secret=True)
    run_waiting()
    letter.refresh_from_db()
    assert letter.body == "Words."


def test_the_outbox_is_narrowed_by_standing_and_words(cast, mail):
    sent = write(cast, subject="First hour")
    run_waiting()
    waiting, home = write(cast), write(cast, to=cast.theo)
    seen = {name: list(queries.outbox(person=cast.ada, standing=name)) for name, _ in queries.STANDINGS}
    assert seen == {"waiting": [waiting], "sent": [sent], "given_up": [], "at_home": [home]}
    assert list(queries.outbox(person=cast.ada, words="first HOUR")) == [sent]
    assert list(queries.outbox(person=cast.ada, words="Theo")) == [home]


def test_a_programme_manager_sees_letters_to_people_of_the_area_only(cast, mail):
    of_the_area, elsewhere = write(cast, to=cast.sam), write(cast, to=cast.lou)
    assert list(queries.outbox(person=cast.priya)) == [of_the_area]
    assert set(queries.outbox(person=cast.ada)) == {of_the_area, elsewhere}
    assert not queries.outbox(person=cast.sam).exists()


@pytest.mark.parametrize(
    ("row", "constraint"),
    [
        ({"address": ""}, "a_letter_is_to_somebody"),
        ({"address": "a@example.org", "sent_at": now(), "given_up_at": now()}, "a_letter_is_sent_or_given_up_not_both"),
    ],
)
def test_the_database_refuses(db, row, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Letter.objects.create(kind="test", subject="x", body="x", **row)
