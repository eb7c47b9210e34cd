"""Background work: the one door to the queue.

A task is a module-level function that takes ids (and plain values) as keywords, makes one call, and is safe to run
twice: the queue promises *at least once*. `enqueue` writes a row in the same database and therefore in the same
transaction as the change that needs the work; a crash loses neither or both. Work that a dead worker held is handed out
again after the visibility timeout in settings (`Q_CLUSTER["retry"]`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

from django.utils.module_loading import import_string
from django_q.models import OrmQ
from django_q.tasks import async_task

TASKS: dict[str, Callable[..., None]] = {}
_dropped = local()
"""Per thread: the paths of tasks that are not to be asked for."""


def task(function: Callable[..., None]) -> Callable[..., None]:
    """Declare a function as a task, so that tests can hold every task to the promise of being safe to run twice."""
    TASKS[_path(function)] = function
    return function


def enqueue(function: Callable[..., None], **arguments: Any) -> None:
    """Ask for a task to be run soon, if and when this transaction commits."""
    path = _path(function)
    if path not in TASKS:
        raise LookupError(f"{path} is not declared with @task")
    if path not in getattr(_dropped, "paths", ()):
        async_task(path, **arguments)


@contextmanager
def dropping(*functions: Callable[..., None]) -> Iterator[None]:
    """Within, let nobody ask for these tasks: whoever does so much at once settles what they would do by itself."""
    before: frozenset[str] = getattr(_dropped, "paths", frozenset())
    _dropped.paths = before | {_path(function) for function in functions}
    try:
        yield
    finally:
        _dropped.paths = before


def run_waiting() -> int:
    """Run everything that waits, here and now, and return how many. For tests and for `onemm tasks run`."""
    done = 0
    while (queued := OrmQ.objects.order_by("pk").first()) is not None:
        work = queued.task
        import_string(work["func"])(*work.get("args", ()), **work.get("kwargs", {}))
        queued.delete()
        done += 1
    return done


def forget(function: Callable[..., None]) -> int:
    """Drop whatever waits for this task, and return how many."""
    waiting = [queued.pk for queued in OrmQ.objects.all() if queued.task.get("func") == _path(function)]
    OrmQ.objects.filter(pk__in=waiting).delete()
    return len(waiting)


def _path(function: Callable[..., None]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
