from typing import NoReturn, Self

from django.db import models
from django.utils import timezone

from onemm.lib.privacy import ForEver, Nobody

CHAINS = 16
"""How many chains the log is woven of. One chain would make every writer wait for every other; sixteen rarely do."""


class EntriesAreKept(Exception):
    """The log is append-only: an entry is neither changed nor removed."""


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, subject: str) -> Self:
        return self.filter(subject=subject)

    def update(self, **_: object) -> NoReturn:
        raise EntriesAreKept

    def delete(self) -> NoReturn:
        raise EntriesAreKept


class Chain(models.Model):
    """The head of one chain: how many entries it has and the digest of the last. Locked while an entry is appended."""

    AUDIT_NAME = "chain"

    number = models.PositiveSmallIntegerField(primary_key=True)
    count = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("number", "count", "head")
        subject = Nobody("it counts the entries of the log")
        keep = ForEver("the log proves itself whole by it")

    def __str__(self) -> str:
        return f"chain {self.number}, {self.count} entries"


class Entry(models.Model):
    """One thing that someone did, kept for ever and tied to nothing.

    No foreign keys: the log must outlive whatever it describes. People appear by their public id, never by name.
    Each entry carries the digest of the one before it in its chain, so that a changed or missing entry shows.
    """

    AUDIT_NAME = "entry"

    chain = models.PositiveSmallIntegerField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    event = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    actor = models.CharField(max_length=20, blank=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="every_entry_has_its_own_place_in_its_chain"),
        ]
        indexes = [
            models.Index(fields=["subject", "at"], name="entries_about"),
            models.Index(fields=["at"], name="entries_newest"),
        ]

    class Privacy:
        personal = ("actor", "subject", "detail")
        sensitive = ()
        operational = ("id", "chain", "number", "at", "event", "previous", "digest")
        subject = Nobody("people appear by public id, which leads to nobody once they are erased")
        keep = ForEver("nothing may take an entry out of the log")

    def __str__(self) -> str:
        return f"{self.chain}/{self.number} {self.event} {self.subject}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise EntriesAreKept
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passes on exactly what it was given

    def delete(self, *_: object, **__: object) -> NoReturn:
        raise EntriesAreKept


def name_of(subject: models.Model) -> str:
    """Return how the log calls a row: `match:42`.

    The name is the model's own `AUDIT_NAME` and never changes, wherever the model's code may move: the log names rows
    for ever, and a renamed one would lose its history.

    :raises LookupError: the model has no name in the log.
    """
    name = getattr(subject, "AUDIT_NAME", "")
    if not name:
        raise LookupError(f"{type(subject).__name__} has no AUDIT_NAME")
    return f"{name}:{subject.pk}"
