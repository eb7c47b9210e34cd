"""Writing down what happened."""

from collections.abc import Iterator
from contextlib import contextmanager
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
    words that someone wrote.
    """
    label = name_of(subject)
    held: _Held | None = getattr(_held, "entries", None)
    if held is not None:
        entry = _next(held.chain_for(label), event, label, by, detail)
        held.entries.append(entry)
        return entry
    chain = _locked_chain(_chain_for(label))
    entry = _next(chain, event, label, by, detail)
    entry.save()
    chain.save(update_fields=["count", "head"])
    return entry


@contextmanager
def written_together() -> Iterator[None]:
    """Within one transaction of very many acts, write all their entries together at its end: the same entries, in the
    same chain, for a tenth of the time. Nothing inside can read them yet.
    """
    held = _held.entries = _Held()
    try:
        with transaction.atomic():
            yield
            held.write()
    finally:
        _held.entries = None


@contextmanager
def taken_back_if_refused() -> Iterator[None]:
    """Within `written_together`: when what is inside fails, its entries go with it, as its rows do."""
    held: _Held | None = getattr(_held, "entries", None)
    before = len(held.entries) if held is not None else 0
    try:
        yield
    except BaseException:
        if held is not None:
            held.take_back(before)
        raise


class _Held:
    """Entries that wait to be written together, and the one chain that they are in."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._chain: Chain | None = None

    def chain_for(self, label: str) -> Chain:
        if self._chain is None:
            self._chain = _locked_chain(_chain_for(label))
        return self._chain

    def take_back(self, before: int) -> None:
        if self._chain is not None and len(self.entries) > before:
            first = self.entries[before]
            self._chain.count, self._chain.head = first.number - 1, first.previous
            del self.entries[before:]

    def write(self) -> None:
        if self._chain is not None:
            Entry.objects.bulk_create(self.entries, batch_size=500)
            self._chain.save(update_fields=["count", "head"])


def _next(
    chain: Chain, event: str, label: str, by: Actor | None, detail: dict[str, str | float | bool | None]
) -> Entry:
    """Return the entry that follows in a chain, and move the chain's head to it; nothing is written yet."""
    number = chain.count + 1
    actor = by.public_id if by is not None else ""
    at = timezone.now()
    digest = digest_of(
        previous=chain.head,
        chain=chain.number,
        number=number,
        at=at,
        event=event,
        subject=label,
        actor=actor,
        detail=detail,
    )
    entry = Entry(
        chain=chain.number,
        number=number,
        at=at,
        event=event,
        subject=label,
        actor=actor,
        detail=detail,
        previous=chain.head,
        digest=digest,
    )
    chain.count, chain.head = number, digest
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
