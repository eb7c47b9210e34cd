"""Sending letters out: once each, however often it is asked."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction
from django.db.models import F

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.tasks import enqueue, task
from onemm.notifications.models import Letter
from onemm.notifications.refusals import LetterIsNotGivenUp
from onemm.notifications.rules import MOST_TRIES, ONE_TRY, wait_after
from onemm.people.models import Person

SMTP_SECONDS = 20


@task
def deliver_letter(*, letter_id: int, **_: object) -> None:
    """Send one letter, unless it has been sent or somebody is trying it just now."""
    deliver(letter_id=letter_id)


def deliver(*, letter_id: int) -> bool:
    """Try a letter once, and say whether it went out.

    The try is claimed in one statement before anything is sent, so that of two at once only one sends. Nothing is held
    locked while the mail server answers. A failure keeps its problem and waits; after five tries the letter is given
    up.
    """
    at = now()
    claimed = Letter.objects.to_try(at).filter(pk=letter_id).update(due_at=at + ONE_TRY, tries=F("tries") + 1)
    if not claimed:
        return False
    letter = Letter.objects.get(pk=letter_id)
    try:
        _send(letter)
    except (OSError, ValueError) as problem:  # SMTPException is an OSError; a bad header or address is a ValueError
        _keep_problem(letter, problem)
        return False
    _keep_sent(letter)
    return True


@transaction.atomic
def retry_letter(*, letter: Letter, by: Person) -> None:
    """Take up a letter again that was given up, with five new tries.

    :raises LetterIsNotGivenUp: it was not.
    """
    again = Letter.objects.filter(pk=letter.pk, given_up_at__isnull=False)
    if not again.update(given_up_at=None, tries=0, due_at=now()):
        raise LetterIsNotGivenUp
    audit.record("letter:retried", subject=letter, by=by)
    enqueue(deliver_letter, letter_id=letter.pk)


def _send(letter: Letter) -> None:
    message = EmailMessage(
        subject=letter.subject,
        body=_words_of(letter),
        to=[letter.address],
        # One name per letter: a mail program that gets it twice, because we died before noting it, can show it once.
        headers={"Message-ID": f"<{letter.public_id}@{settings.ADDRESS.partition('://')[2].partition(':')[0]}>"},
    )
    if settings.SMTP_HOST:
        message.connection = _smtp()
        message.send()
    else:
        _put_in_folder(letter, message)


def _words_of(letter: Letter) -> str:
    link = f"\n\nOpen it here: {settings.ADDRESS}{letter.link}" if letter.link else ""
    return f"{letter.body}{link}\n\nOne Million Mentors\n{settings.ADDRESS}\n"


def _smtp() -> BaseEmailBackend:
    return EmailBackend(
        host=settings.SMTP_HOST,
        port=settings.SMTP_PORT,
        username=settings.SMTP_USER,
        password=settings.SMTP_PASSWORD,
        use_tls=settings.SMTP_PORT == 587,
        use_ssl=settings.SMTP_PORT == 465,
        timeout=SMTP_SECONDS,
    )


def _put_in_folder(letter: Letter, message: EmailMessage) -> None:
    """Keep it as a file whose name sorts by time. Written beside and moved, so that nobody reads half of one."""
    settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True)
    path = settings.MAIL_FOLDER / f"{letter.written_at:%Y%m%d-%H%M%S}-{letter.public_id}.eml"
    half = path.with_suffix(".part")
    half.write_bytes(message.message().as_bytes())
    half.replace(path)


@transaction.atomic
def _keep_sent(letter: Letter) -> None:
    letter.sent_at, letter.problem = now(), ""
    if letter.secret and not settings.DEMO:
        letter.body = ""  # a code that has reached its reader is nobody else's business
    letter.save(update_fields=["sent_at", "problem", "body"])
    audit.record("letter:sent", subject=letter, by=None, tries=letter.tries)


@transaction.atomic
def _keep_problem(letter: Letter, problem: Exception) -> None:
    letter.problem = f"{type(problem).__name__}: {problem}"[:200]
    letter.due_at = now() + wait_after(letter.tries)
    if letter.tries >= MOST_TRIES:
        letter.given_up_at = now()
        audit.record("letter:given_up", subject=letter, by=None, tries=letter.tries)
    letter.save(update_fields=["problem", "due_at", "given_up_at"])
