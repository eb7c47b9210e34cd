"""What the log says, and whether it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from onemm.audit.models import Chain, Entry, EntryQuerySet, name_of
from onemm.audit.rules import digest_of


@dataclass(frozen=True)
class Flaw:
    """A place where the log does not hold together."""

    chain: int
    number: int
    problem: str


def history_of(subject: models.Model) -> EntryQuerySet:
    """Entries about one row, oldest first."""
    return Entry.objects.about(name_of(subject)).order_by("at", "pk")


def flaws_in_the_log() -> list[Flaw]:
    """Walk every chain from its first entry to its head.

    An empty list means that nothing was changed, removed or cut off.
    """
    return [flaw for chain in Chain.objects.order_by("number") for flaw in _flaws_in(chain)]


def _flaws_in(chain: Chain) -> Iterator[Flaw]:
    expected, previous = 1, ""
    for entry in Entry.objects.filter(chain=chain.number).order_by("number").iterator():
        if entry.number != expected:
            yield Flaw(chain.number, expected, "missing")
        if entry.previous != previous:
            yield Flaw(chain.number, entry.number, "does not follow the entry before it")
        if entry.digest != _digest(entry):
            yield Flaw(chain.number, entry.number, "was changed")
        expected, previous = entry.number + 1, entry.digest
    if (expected - 1, previous) != (chain.count, chain.head):
        yield Flaw(chain.number, expected, "the end was cut off")


def _digest(entry: Entry) -> str:
    return digest_of(
        previous=entry.previous,
        chain=entry.chain,
        number=entry.number,
        at=entry.at,
        event=entry.event,
        subject=entry.subject,
        actor=entry.actor,
        detail=entry.detail,
    )
