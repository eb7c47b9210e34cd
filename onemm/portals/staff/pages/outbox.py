"""The outbox, and one e-mail in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.paginator import Page
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from onemm.notifications.models import Email
from onemm.portals.staff.forms.outbox import OutboxFilter


@dataclass(frozen=True)
class EmailRow:
    """One line of the outbox."""

    url: str
    subject: str
    to: str
    address: str
    written_at: datetime
    word: str
    tone: str
    highlight: str


@dataclass(frozen=True)
class OutboxPage:
    """Every e-mail that someone may see, newest first."""

    title: str
    lede: str
    given_up_url: str
    """Where those that were given up are; empty where there are none."""
    kinds_url: str
    here: str
    form: OutboxFilter
    rows: Sequence[EmailRow]
    pages: "Page[Email]"


@dataclass(frozen=True)
class EmailPage:
    """One e-mail: to whom, how far it has come, and what it says where that may be read."""

    subject: str
    back: str
    retry_url: str
    """Where another try is asked for; empty where none is needed."""
    problem: str
    to: str
    written_at: datetime
    standing: str
    body: str
    path: str
    """Where it leads."""


def outbox_page(emails: "Page[Email]", form: OutboxFilter, *, given_up: int) -> OutboxPage:
    """Say how the outbox does, then list it."""
    here = reverse("staff:outbox")
    if given_up:
        title = f"{given_up} could not be sent"
        lede = "We tried each five times. Look at what went wrong, then try again."
    else:
        title = "E-mails are going out"
        lede = "Every e-mail we write, newest first. Nothing has been given up."
    return OutboxPage(
        title=title,
        lede=lede,
        given_up_url=f"{here}?standing={Email.Standing.GIVEN_UP}" if given_up else "",
        kinds_url=reverse("staff:email_kinds"),
        here=here,
        form=form,
        rows=[_row_of(email) for email in emails],
        pages=emails,
    )


def email_page(email: Email) -> EmailPage:
    """Tell of one e-mail. One that holds a code or a key opens something of someone's: only invented people's are
    shown.
    """
    is_shown, is_given_up = may_be_shown(email), email.standing == Email.Standing.GIVEN_UP
    name = email.to.full_name if email.to is not None else ""
    return EmailPage(
        subject=email.subject,
        back=reverse("staff:outbox"),
        retry_url=reverse("staff:email_retry", args=[email.public_id]) if is_given_up else "",
        problem=email.problem,
        to=", ".join(part for part in (name, email.address) if part),
        written_at=email.written_at,
        standing=_standing_of(email),
        body=email.body if is_shown else "",
        path=email.path if is_shown else "",
    )


def may_be_shown(email: Email) -> bool:
    """Whether staff may read what an e-mail says."""
    return settings.DEMO or not email.secret


def _row_of(email: Email) -> EmailRow:
    return EmailRow(
        url=reverse("staff:email", args=[email.public_id]),
        subject=email.subject,
        to=email.to.first_name if email.to is not None else "",
        address=email.address,
        written_at=email.written_at,
        word=email.standing.label,
        tone=email.standing.tone,
        highlight="late" if email.standing == Email.Standing.GIVEN_UP else "",
    )


def _standing_of(email: Email) -> str:
    if email.sent_at is not None:
        words = f"Sent {_moment(email.sent_at)}"
    elif email.given_up_at is not None:
        words = f"Given up {_moment(email.given_up_at)}"
    elif email.address:
        words = f"Waiting; next try {date_format(timezone.localtime(email.due_at), 'H:i')}"
    else:
        words = "Read on their home page: they have no e-mail address"
    tries = {0: "", 1: " (1 try)"}.get(email.tries, f" ({email.tries} tries)")
    return words + tries


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j F Y, H:i")
