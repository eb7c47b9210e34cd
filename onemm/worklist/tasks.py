"""What runs by itself: reminders, and the nightly look whether the worklist is true. Each is safe to run twice."""

from datetime import timedelta

from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.lib.tasks import enqueue, task
from onemm.worklist.actions import close_what_is_too_late, forget_closed, verify
from onemm.worklist.catalogue import Late, chaser_of, every_kind
from onemm.worklist.models import Todo
from onemm.worklist.queries import Flaw
from onemm.worklist.sources import every_source

KEPT_FOR = timedelta(days=365)
MOST_TOLD = 20


class WorklistHasDrifted(Exception):
    """The worklist says something else than what the contexts derive: an act forgot to say what it changed.

    Nothing is repaired by itself, so that the fault is found. `onemm worklist verify` shows the whole list, and with
    `--mend` puts it right.
    """

    def __init__(self, flaws: list[Flaw]) -> None:
        shown = "; ".join(str(flaw) for flaw in flaws[:MOST_TOLD])
        super().__init__(f"{len(flaws)} to-dos differ: {shown}")
        self.flaws = flaws


@task
def verify_worklist(**_: object) -> None:
    """Ask for every source to be looked at, one after the other, so that no single piece of work takes long."""
    for source in every_source():
        enqueue(verify_source, source=source.name)


@task
def verify_source(*, source: str, **_: object) -> None:
    """Derive everything of one source again.

    :raises WorklistHasDrifted: the worklist says something else.
    """
    if flaws := verify(source=source):
        raise WorklistHasDrifted(flaws)


@task
def chase_what_waits(**_: object) -> None:
    """Write about what has waited for so many days, on the days and in the words of its kind; each once."""
    for late in _late():
        chaser_of(late.kind)(late)


def _late() -> list[Late]:
    """What is to be written about today, the newest first for each row: who is written to about that is not written to
    again the same day about what is older.
    """
    kinds = {kind.name: kind for kind in every_kind() if kind.chased_on}
    todos = Todo.objects.current().of_kind(*kinds).order_by("source", "source_pk", "-since", "pk")
    late = []
    for kind, source_pk, subject_pk, since in todos.values_list("kind", "source_pk", "subject_pk", "since"):
        began = timezone.localdate(since)
        day = kinds[kind].chase_due((today() - began).days)
        if day is not None:
            late.append(Late(kind, source_pk, subject_pk, began, day))
    return late


@task
def tidy_worklist(**_: object) -> None:
    """Close what has become too late, and let go of what was closed a year ago."""
    close_what_is_too_late()
    forget_closed(closed_before=now() - KEPT_FOR)
