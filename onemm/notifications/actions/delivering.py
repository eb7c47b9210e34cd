"""Sending e-mails out: once each, however often it is asked."""

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction
from django.db.models import F

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.tasks import enqueue, task
from onemm.notifications.models import Email
from onemm.notifications.refusals import EmailIsNotGivenUp
from onemm.notifications.rules import MOST_TRIES, ONE_TRY, wait_after
from onemm.notifications.wording import button_of, html_of, text_of
from onemm.people.models import Person

SMTP_SECONDS = 20


@task
def deliver_email(*, email_id: int, **_: object) -> None:
    """Send one email, unless it has been sent or someone is trying it just now."""
    deliver(email_id=email_id)


def deliver(*, email_id: int) -> bool:
    """Try an e-mail once, and say whether it went out.

    The try is claimed in one statement before anything is sent, so that of two at once only one sends. Nothing is held
    locked while the mail server answers. A failure keeps its problem and waits; after five tries the e-mail is given
    up.
    """
    at = now()
    claimed = Email.objects.to_try(at).filter(pk=email_id).update(due_at=at + ONE_TRY, tries=F("tries") + 1)
    if not claimed:
        return False
    email = Email.objects.get(pk=email_id)
    try:
        _send(email)
    except (OSError, ValueError) as problem:  # SMTPException is an OSError; a bad header or address is a ValueError
        _keep_problem(email, problem)
        return False
    _keep_sent(email)
    return True


@transaction.atomic
def retry_email(*, email: Email, by: Person) -> None:
    """Take up an e-mail again that was given up, with five new tries.

    :raises EmailIsNotGivenUp: it was not.
    """
    again = Email.objects.filter(pk=email.pk, given_up_at__isnull=False)
    if not again.update(given_up_at=None, tries=0, due_at=now()):
        raise EmailIsNotGivenUp
    audit.record("email:retried", subject=email, by=by)
    enqueue(deliver_email, email_id=email.pk)


def _send(email: Email) -> None:
    path = email.path
    message = EmailMultiAlternatives(
        subject=email.subject,
        body=text_of(email.body, path=path),
        to=[email.address],
        # One name per e-mail: a mail program that gets it twice, because we died before noting it, can show it once.
        headers={"Message-ID": f"<{email.public_id}@{settings.ADDRESS.partition('://')[2].partition(':')[0]}>"},
    )
    html = html_of(email.subject, email.body, path=path, button=button_of(email.kind))
    message.attach_alternative(html, "text/html")
    if settings.SMTP_HOST:
        message.connection = _smtp()
        message.send()
    else:
        _put_in_folder(email, message)


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


def _put_in_folder(email: Email, message: EmailMessage) -> None:
    """Keep it as a file whose name sorts by time. Written beside and moved, so that nobody reads half of one."""
    settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True)
    path = settings.MAIL_FOLDER / f"{email.written_at:%Y%m%d-%H%M%S}-{email.public_id}.eml"
    half = path.with_suffix(".part")
    half.write_bytes(message.message().as_bytes())
    half.replace(path)


@transaction.atomic
def _keep_sent(email: Email) -> None:
    email.sent_at, email.problem = now(), ""
    if email.secret and not settings.DEMO:
        email.body = email.about = ""  # a code or a key that has reached its reader is nobody else's business
    email.save(update_fields=["sent_at", "problem", "body", "about"])
    audit.record("email:sent", subject=email, by=None, tries=email.tries)


@transaction.atomic
def _keep_problem(email: Email, problem: Exception) -> None:
    email.problem = f"{type(problem).__name__}: {problem}"[:200]
    email.due_at = now() + wait_after(email.tries)
    if email.tries >= MOST_TRIES:
        email.given_up_at = now()
        audit.record("email:given_up", subject=email, by=None, tries=email.tries)
    email.save(update_fields=["problem", "due_at", "given_up_at"])
