"""What is on the worklist: for someone, by kind; and whether it says what the contexts derive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Count, Min, Q

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.worklist.models import Todo, Verification
from onemm.worklist.sources import Raised, Source, every_source

CHUNK = 500
LONGEST_UNVERIFIED = timedelta(hours=50)
DERIVED = ("about", "owner_id", "area_id", "organisation_id", "since", "due", "until")
"""The columns that a context derives; the others say which to-do it is, or what became of it."""
WAITS_FOR_NOTHING = "open, and its source waits for nothing"


@dataclass(frozen=True)
class Counted:
    """How many to-dos of one kind wait for someone, how many of them too long, and when the first is due."""

    waiting: int = 0
    overdue: int = 0
    first_due: datetime | None = None


@dataclass(frozen=True)
class Derived:
    """A to-do as its context derives it, with the columns it has in the table."""

    kind: str
    subject_pk: int
    about: str
    owner_id: int | None
    area_id: int | None
    organisation_id: int | None
    since: datetime
    due: datetime
    until: datetime | None

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.subject_pk

    @property
    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in DERIVED}

    def differs_from(self, todo: Todo) -> list[str]:
        """Return the columns in which the table says something else."""
        return [name for name, value in self.columns.items() if getattr(todo, name) != value]

    def apply_to(self, todo: Todo) -> bool:
        """Set the columns of a row in hand, and say whether one of them changed."""
        different = self.differs_from(todo)
        for name in different:
            setattr(todo, name, getattr(self, name))
        return bool(different)


@dataclass(frozen=True)
class Flaw:
    """A place where the worklist says something else than what its context derives."""

    source: str
    source_pk: int
    kind: str
    subject_pk: int
    problem: str

    def __str__(self) -> str:
        return f"{self.source}:{self.source_pk} {self.kind} {self.subject_pk}: {self.problem}"


def counted_for(person: Person) -> dict[str, Counted]:
    """Return what waits for someone now, by kind. One query; a kind of which nothing waits is not there."""
    counts = (
        Todo.objects.visible_to(person)
        .current()
        .order_by()
        .values("kind")
        .annotate(waiting=Count("pk"), overdue=Count("pk", filter=Q(due__lt=now())), first_due=Min("due"))
    )
    return {count["kind"]: Counted(count["waiting"], count["overdue"], count["first_due"]) for count in counts}


def derived_from(record: models.Model, todos: Iterable[Raised]) -> Iterator[Derived]:
    """Return to-dos with all their columns."""
    for todo in todos:
        subject = todo.subject or record
        yield Derived(
            kind=todo.kind,
            subject_pk=subject.pk,
            about=str(getattr(record, "public_id", "")) if todo.about is None else todo.about,
            owner_id=todo.owner_id,
            area_id=todo.area_id,
            organisation_id=todo.organisation_id,
            since=todo.since,
            due=todo.is_due,
            until=todo.until,
        )


def drift() -> list[Flaw]:
    """Derive everything again and return every place where the worklist says something else.

    What looks wrong at first is looked at once more with its row held, so that an act that is under way meanwhile is
    not taken for a fault.
    """
    return [flaw for source in every_source() for flaw in drift_in(source)]


def drift_in(source: Source) -> list[Flaw]:
    """The same for one source."""
    suspects = dict.fromkeys(flaw.source_pk for flaw in _flaws_in(source))
    return [flaw for number in suspects for flaw in _looked_at_again(source, number)]


def worklist_in_words() -> str:
    """Return `well`, or what is wrong, for the report on the platform's health."""
    looks = {verification.source: verification for verification in Verification.objects.all()}
    differ = [f"{verification.flaws} in {verification.source}" for verification in looks.values() if verification.flaws]
    if differ:
        return f"says something else than what it is derived from: {', '.join(differ)}; see onemm worklist verify"
    if looks and min(verification.looked_at for verification in looks.values()) < now() - LONGEST_UNVERIFIED:
        return "has not been looked at for two nights"
    return "well"


def _flaws_in(source: Source) -> Iterator[Flaw]:
    records: list[models.Model] = []
    for record in source.waiting().order_by("pk").iterator(chunk_size=CHUNK):
        records.append(record)
        if len(records) == CHUNK:
            yield from _compared(source, records)
            records = []
    yield from _compared(source, records)
    stray = (
        Todo.objects.open().filter(source=source.name).exclude(source_pk__in=source.waiting().order_by().values("pk"))
    )
    for todo in stray.order_by("pk"):
        yield _flaw(source, todo.source_pk, todo.key, WAITS_FOR_NOTHING)


def _compared(source: Source, records: list[models.Model]) -> Iterator[Flaw]:
    moment = now()
    kept: dict[int, dict[tuple[str, int], Todo]] = {}
    for open_todo in Todo.objects.open().filter(source=source.name, source_pk__in=[record.pk for record in records]):
        kept.setdefault(open_todo.source_pk, {})[open_todo.key] = open_todo
    for record in records:
        open_todos = kept.get(record.pk, {})
        derived = {wanted.key: wanted for wanted in derived_from(record, source.todos_of(record))}
        for key, wanted in derived.items():
            if wanted.until is not None and wanted.until <= moment:
                continue
            if key not in open_todos:
                yield _flaw(source, record.pk, key, "derived, and not on the worklist")
            elif different := wanted.differs_from(open_todos[key]):
                yield _flaw(source, record.pk, key, f"says something else: {', '.join(different)}")
        for key in open_todos.keys() - derived.keys():
            yield _flaw(source, record.pk, key, "open, and not derived")


@transaction.atomic
def _looked_at_again(source: Source, number: int) -> list[Flaw]:
    record = source.held(number)
    waiting = source.waiting().filter(pk=number).first() if record is not None else None
    if waiting is not None:
        return list(_compared(source, [waiting]))
    return [
        _flaw(source, number, todo.key, WAITS_FOR_NOTHING)
        for todo in Todo.objects.open().raised_by(source.name, number)
    ]


def _flaw(source: Source, number: int, key: tuple[str, int], problem: str) -> Flaw:
    kind, subject = key
    return Flaw(source.name, number, kind, subject, problem)
