"""Writing down what happened."""

from threading import local
from typing import Protocol

from django.db import models, transaction
from django.utils import timezone

from onemm.audit.models import CHAINS, Chain, Entry, name_of
from onemm.audit.rules import chain_of, digest_of

_held = local()
"""Per thread: the chain that its transaction has written to."""


class Actor(Protocol):
    """Whoever did it: anything with a public id."""

    public_id: str


@transaction.atomic
def record(event: str, *, subject: models.Model, by: Actor | None, **detail: str | float | bool | None) -> Entry:
    """Append one entry: what happened (`noun:past`, such as `session:logged`), to which row, and by whom.

    `by=None` means the platform itself or someone who is not signed in. `detail` takes plain values, never names or
    words that somebody wrote.
    """
    label = name_of(subject)
    number = _chain_for(label)
    chain = _locked_chain(number)
    actor = by.public_id if by is not None else ""
    at = timezone.now()
    entry = Entry(
        chain=number,
        number=chain.count + 1,
        at=at,
        event=event,
        subject=label,
        actor=actor,
        detail=detail,
        previous=chain.head,
        digest=digest_of(
            previous=chain.head,
            chain=number,
            number=chain.count + 1,
            at=at,
            event=event,
            subject=label,
            actor=actor,
            detail=detail,
        ),
    )
    entry.save()
    chain.count, chain.head = entry.number, entry.digest
    chain.save(update_fields=["count", "head"])
    return entry


def _chain_for(label: str) -> int:
    """Return the chain that this transaction holds already, or else the one of the subject.

    A transaction that took a second chain could wait for one that waits for the first: each holds one, and so none
    waits in a ring.
    """
    number: int | None = getattr(_held, "number", None)
    if number is None:
        number = _held.number = chain_of(label, CHAINS)
    # Asked for each time: what is asked for in a savepoint goes with it. After a rollback the next transaction begins
    # with this chain.
    transaction.on_commit(_let_go)
    return number


def _let_go() -> None:
    _held.number = None


def _locked_chain(number: int) -> Chain:
    """Return the head of a chain, locked until the end of the transaction."""
    chain = Chain.objects.select_for_update().filter(number=number).first()
    if chain is None:
        Chain.objects.get_or_create(number=number)
        chain = Chain.objects.select_for_update().get(number=number)
    return chain
