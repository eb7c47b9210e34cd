"""What pages want to know about e-mails."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from onemm.lib.links import path_to
from onemm.notifications.kinds import SAMPLE_ID, Kind
from onemm.notifications.models import Email, EmailQuerySet
from onemm.notifications.readers import Reader
from onemm.notifications.wording import Words, button_of, html_of, text_of, words_of
from onemm.people.models import Person

SHOWN = 5


@dataclass(frozen=True)
class EmailShown:
    """An e-mail as its reader finds it on their home page."""

    public_id: str
    subject: str
    body: str
    written_at: datetime
    path: str


def emails_for(person: Person) -> list[EmailShown]:
    """Return the newest that a person has not read yet, for their home page."""
    return [
        EmailShown(email.public_id, email.subject, email.body, email.written_at, email.path)
        for email in unread_emails_of(person)[:SHOWN]
    ]


def unread_emails_of(person: Person) -> EmailQuerySet:
    """Return what a person has not read yet, newest first."""
    return Email.objects.unread_by(person)


def outbox(*, person: Person, standing: str = "", words: str = "") -> EmailQuerySet:
    """Return the e-mails that someone may see, newest first: all, or those of one standing, or with these words in the
    subject, the address or the reader's name."""
    emails = Email.objects.visible_to(person).select_related("to")
    of_standing: dict[str, EmailQuerySet] = {
        Email.Standing.WAITING: emails.waiting(),
        Email.Standing.SENT: emails.filter(sent_at__isnull=False),
        Email.Standing.GIVEN_UP: emails.filter(given_up_at__isnull=False),
        Email.Standing.AT_HOME: emails.filter(address=""),
    }
    narrowed = of_standing.get(standing, emails)
    if not words:
        return narrowed
    return narrowed.filter(
        Q(subject__icontains=words)
        | Q(address__icontains=words)
        | Q(to__first_name__icontains=words)
        | Q(kind__icontains=words)
    )


@dataclass(frozen=True)
class Preview:
    """An e-mail of a kind, with the values of a sample, as someone of the standing cast gets it."""

    reader: Reader
    name: str
    words: Words
    path: str
    text: str
    html: str


def previews_of(kind: Kind) -> list[Preview]:
    """Return an e-mail of a kind for each of its readers, in each way in which it may read."""
    return [_preview(kind, reader, sample) for reader in kind.readers for sample in kind.samples]


def _preview(kind: Kind, reader: Reader, values: Mapping[str, object]) -> Preview:
    name = reader.sample_name
    words = words_of(kind, values, name=name)
    path = path_to(kind.link, SAMPLE_ID if kind.has_id else "", audience=reader.audience) if kind.link else ""
    return Preview(
        reader=reader,
        name=name,
        words=words,
        path=path,
        text=text_of(words.body, path=path),
        html=html_of(words.subject, words.body, path=path, button=button_of(kind.name)),
    )
