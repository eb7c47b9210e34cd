"""Writing letters, and reading them."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.names import tidy_email
from onemm.lib.tasks import enqueue
from onemm.notifications.actions.delivering import deliver_letter
from onemm.notifications.models import Letter
from onemm.notifications.refusals import LetterHasNoReader
from onemm.people.models import Person

LONGEST_SUBJECT = 200


@transaction.atomic
def write_letter(
    *,
    to: Person | None,
    kind: str,
    subject: str,
    body: str,
    link: str = "",
    once: str | None = None,
    address: str = "",
    secret: bool = False,
) -> Letter:
    """Keep a letter and ask for it to be delivered, both if and when this transaction commits.

    Somebody without an address reads it on their home page. The same `once` twice is one letter. `link` is a path on
    this platform. A `secret` letter holds a code: staff never see its words.

    :raises LetterHasNoReader: there is neither a person nor an address.
    """
    where = tidy_email(address) or (to.email if to is not None and to.email else "")
    if to is None and not where:
        raise LetterHasNoReader
    # A line break in a subject would let its words write headers of their own.
    words: dict[str, Any] = {"subject": " ".join(subject.split())[:LONGEST_SUBJECT], "body": body, "link": link}
    plain = {"to": to, "address": where, "kind": kind, "secret": secret, **words}
    if once is None:
        letter, new = Letter.objects.create(**plain), True
    else:
        letter, new = Letter.objects.get_or_create(once=once, defaults=plain)
    if new:
        audit.record("letter:written", subject=letter, by=None, kind=kind, to=to.public_id if to is not None else None)
        if where:
            enqueue(deliver_letter, letter_id=letter.pk)
    return letter


@transaction.atomic
def mark_read(*, letter: Letter, by: Person) -> None:
    """Remember that its reader has seen it. Anybody else changes nothing, and neither does a second time."""
    if Letter.objects.filter(pk=letter.pk, to=by, read_at=None).update(read_at=now()):
        audit.record("letter:read", subject=letter, by=by)


@transaction.atomic
def mark_told(*, to: Person, letters: Iterable[str], by: Person) -> int:
    """Remember that somebody without an address was told by `by` what stands in these letters (public ids), and return
    how many were new.

    Only letters that nobody could send, and none that holds a code.
    """
    told = list(
        Letter.objects.select_for_update(of=("self",)).filter(
            public_id__in=list(letters), to=to, read_at=None, address="", secret=False
        )
    )
    for letter in told:
        letter.read_at = now()
        letter.save(update_fields=["read_at"])
        audit.record("letter:told", subject=letter, by=by)
    return len(told)


@transaction.atomic
def note_opening(*, letter: Letter, by: Person) -> None:
    """Write down that staff opened somebody else's letter in the outbox."""
    audit.record("letter:opened", subject=letter, by=by)
