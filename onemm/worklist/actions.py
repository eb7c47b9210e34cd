"""Keeping the worklist true to what the contexts derive.

What happened is in the log already, written by the act that changed what is waited for; a to-do is what follows from
it, and is no entry of its own. Only mending is.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.clock import now
from onemm.worklist.catalogue import kind_named
from onemm.worklist.models import Todo, Verification
from onemm.worklist.queries import DERIVED, WAITS_FOR_NOTHING, Flaw, derived_from, drift, drift_in
from onemm.worklist.sources import Raised, source_named, source_of

Outcome = Todo.Outcome


@transaction.atomic
def sync(*, subject: models.Model, todos: Iterable[Raised], outcome: str = Outcome.DONE) -> None:
    """Make the worklist say of a row what its context derives: raise, change and close.

    Called in the transaction that changed the row, with the row held. Those that are not derived any more are closed
    with the outcome.

    :raises KeyError: a kind that nobody declared.
    """
    source = source_of(subject)
    moment = now()
    derived = derived_from(subject, todos)
    wanted = {todo.key: todo for todo in derived if todo.until is None or todo.until > moment}
    kept = {todo.key: todo for todo in Todo.objects.open().raised_by(source.name, subject.pk)}
    Todo.objects.bulk_create(
        Todo(
            kind=todo.kind,
            subject=kind_named(todo.kind).subject,
            subject_pk=todo.subject_pk,
            source=source.name,
            source_pk=subject.pk,
            raised_at=moment,
            **todo.columns,
        )
        for key, todo in wanted.items()
        if key not in kept
    )
    changed = [todo for key, todo in kept.items() if key in wanted and wanted[key].apply_to(todo)]
    if changed:
        Todo.objects.bulk_update(changed, DERIVED)
    over = [todo.pk for key, todo in kept.items() if key not in wanted]
    if over:
        Todo.objects.filter(pk__in=over).update(closed_at=moment, outcome=outcome)


@transaction.atomic
def sync_again(*, subject: models.Model, outcome: str = Outcome.DONE) -> None:
    """The same, by what the row's own context derives."""
    sync(subject=subject, todos=source_of(subject).todos_of(subject), outcome=outcome)


@transaction.atomic
def close_what_is_too_late() -> int:
    """Close what fell away by itself, and return how many."""
    return Todo.objects.open().filter(until__lte=now()).update(closed_at=now(), outcome=Outcome.TOO_LATE)


@transaction.atomic
def forget_closed(*, closed_before: datetime) -> int:
    """Let go of to-dos of the past, and return how many there were."""
    number, _ = Todo.objects.filter(closed_at__lt=closed_before).delete()
    return number


def verify(*, source: str) -> list[Flaw]:
    """Derive every to-do of one source again, keep for the health page how many differ, and return them."""
    flaws = drift_in(source_named(source))
    Verification.objects.update_or_create(source=source, defaults={"looked_at": now(), "flaws": len(flaws)})
    return flaws


def mend(*, by: Actor | None) -> int:
    """Put right what `drift` finds, row by row, and return how many rows. By hand, after someone has read the list."""
    # What belongs to nothing goes first: it may stand where something that is missing belongs.
    flaws = sorted(drift(), key=lambda flaw: flaw.problem != WAITS_FOR_NOTHING)
    rows = dict.fromkeys((flaw.source, flaw.source_pk) for flaw in flaws)
    for source, number in rows:
        _mend(source, number, by)
    return len(rows)


@transaction.atomic
def _mend(name: str, number: int, by: Actor | None) -> None:
    source = source_named(name)
    subject = source.held(number)
    if subject is None:
        Todo.objects.open().raised_by(name, number).update(closed_at=now(), outcome=Outcome.DROPPED)
        return
    waiting = source.waiting().filter(pk=number).first()
    sync(subject=subject, todos=source.todos_of(waiting) if waiting is not None else ())
    audit.record("worklist:mended", subject=subject, by=by)
