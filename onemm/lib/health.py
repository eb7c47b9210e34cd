"""Whether the platform is well: its database answers, its queue moves, its worker lives."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import DatabaseError, connection
from django.utils import timezone
from django_q.models import OrmQ, Task

from onemm.lib.tasks import task

LONGEST_WAIT = timedelta(minutes=10)
"""Work that has been due for longer than this says that nobody is doing it."""
LONGEST_SILENCE = timedelta(minutes=3)
"""The worker does the task `beat` every minute; silence for this long means that it is not there."""


@dataclass(frozen=True)
class Health:
    """Each part in words, `well` or what is wrong."""

    database: str
    queue: str
    worker: str
    waiting: int

    @property
    def is_well(self) -> bool:
        return self.database == self.queue == self.worker == "well"

    def as_dict(self) -> dict[str, str | int | bool]:
        return {"well": self.is_well, **asdict(self)}


Part = Callable[[], str]
"""Answers `well`, or what is wrong, in words."""
_parts: dict[str, Part] = {}


def register_part(name: str, part: Part) -> None:
    """Let a context say whether what it keeps is in order: for those who run the platform, and no reason to stop it."""
    _parts[name] = part


def parts_in_words() -> dict[str, str]:
    """Ask every context that has something to say."""
    return {name: part() for name, part in sorted(_parts.items())}


@task
def beat(**_: object) -> None:
    """Do nothing, on time: that it was done is the news."""


def health() -> Health:
    """Ask each part. Never raises: what fails is what the report says."""
    now = timezone.now()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = OrmQ.objects.count()
        stuck = OrmQ.objects.filter(lock__lt=now - LONGEST_WAIT).exists()
        beating = Task.objects.filter(func=f"{beat.__module__}.beat", stopped__gt=now - LONGEST_SILENCE).exists()
    except DatabaseError:
        return Health(database="does not answer", queue="unknown", worker="unknown", waiting=0)
    return Health(
        database="well",
        queue="work has waited too long" if stuck else "well",
        worker="well" if beating else "none has reported in the last three minutes",
        waiting=waiting,
    )
