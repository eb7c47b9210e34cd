"""Writing e-mails, and reading them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.links import path_to
from onemm.lib.names import tidy_email
from onemm.lib.tasks import enqueue
from onemm.notifications.actions.delivering import deliver_email
from onemm.notifications.kinds import Kind, kind_called
from onemm.notifications.models import Email
from onemm.notifications.readers import Reader
from onemm.notifications.refusals import EmailHasNoReader
from onemm.notifications.wording import words_of
from onemm.people.models import Person


class KindDoesNotFit(TypeError):
    """It was written to someone who does not read its kind, without its page or without its occasion."""


@transaction.atomic
def write_email(
    *,
    kind: str,
    to: Person | None = None,
    address: str = "",
    name: str = "",
    reader: Reader | None = None,
    values: Mapping[str, object] | None = None,
    about: str = "",
    occasion: tuple[object, ...] = (),
) -> Email:
    """Keep an e-mail in the words of its kind and ask for it to be delivered, if and when this transaction commits.

    To a person, or to an `address` and the `name` that goes with it. Someone without an address reads it on their
    home page. `reader` is named where a kind has several, `about` is the public id in its link, and the same `occasion`
    twice, for one reader, is one e-mail.

    :raises EmailHasNoReader: there is neither a person nor an address.
    :raises KindIsUnknown, KindDoesNotFit, ValuesDoNotFit, PageIsNowhere: whoever calls has made a mistake.
    """
    where = tidy_email(address) or (to.email if to is not None and to.email else "")
    if to is None and not where:
        raise EmailHasNoReader
    declared = kind_called(kind)
    as_whom = _reader_of(declared, reader)
    _refuse_misfits(declared, as_whom, about, occasion)
    words = words_of(declared, values or {}, name=to.first_name if to is not None else name)
    plain: dict[str, Any] = {
        "to": to,
        "address": where,
        "kind": kind,
        "reader": as_whom,
        "secret": declared.secret,
        "link": declared.link,
        "about": about,
        **vars(words),
    }
    if occasion:
        email, new = Email.objects.get_or_create(once=_once(declared, to, occasion), defaults=plain)
    else:
        email, new = Email.objects.create(**plain), True
    if new:
        audit.record("email:written", subject=email, by=None, kind=kind, to=to.public_id if to is not None else None)
        if where:
            enqueue(deliver_email, email_id=email.pk)
    return email


@transaction.atomic
def mark_read(*, email: Email, by: Person) -> None:
    """Remember that its reader has seen it. Anyone else changes nothing, and neither does a second time."""
    if Email.objects.filter(pk=email.pk, to=by, read_at=None).update(read_at=now()):
        audit.record("email:read", subject=email, by=by)


@transaction.atomic
def mark_told(*, to: Person, emails: Iterable[str], by: Person) -> int:
    """Remember that someone without an address was told by `by` what stands in these e-mails (public ids), and return
    how many were new.

    Only those that nobody could send, and none that holds a code.
    """
    told = list(
        Email.objects.select_for_update(of=("self",)).filter(
            public_id__in=list(emails), to=to, read_at=None, address="", secret=False
        )
    )
    for email in told:
        email.read_at = now()
        email.save(update_fields=["read_at"])
        audit.record("email:told", subject=email, by=by)
    return len(told)


@transaction.atomic
def note_opening(*, email: Email, by: Person) -> None:
    """Write down that staff opened someone else's e-mail in the outbox."""
    audit.record("email:opened", subject=email, by=by)


def _reader_of(kind: Kind, reader: Reader | None) -> Reader:
    if reader is None and len(kind.readers) == 1:
        return kind.readers[0]
    if reader is None or reader not in kind.readers:
        raise KindDoesNotFit(f"{kind.name} is for {', '.join(kind.readers)}, not for {reader}")
    return reader


def _refuse_misfits(kind: Kind, reader: Reader, about: str, occasion: tuple[object, ...]) -> None:
    if kind.link:
        path_to(kind.link, about, audience=reader.audience)
    if bool(about) != kind.has_id:
        raise KindDoesNotFit(f"{kind.name} is about one thing: {kind.has_id}; given {about!r}")
    if len(occasion) != len(kind.occasion):
        raise KindDoesNotFit(f"{kind.name} is told apart by {kind.occasion}; given {occasion}")


def _once(kind: Kind, to: Person | None, occasion: tuple[object, ...]) -> str:
    """Name one occasion for one reader."""
    return ":".join([kind.name, *map(str, occasion), *([to.public_id] if to is not None else [])])
