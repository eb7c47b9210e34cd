"""Whether the platform is well: its database answers, its queue moves, its worker lives."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
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
    parts: Mapping[str, str] = field(default_factory=dict)
    """What the contexts say of their own."""

    @property
    def is_well(self) -> bool:
        return {self.database, self.queue, self.worker, *self.parts.values()} == {"well"}

    def as_dict(self) -> dict[str, str | int | bool]:
        core = {name: value for name, value in asdict(self).items() if name != "parts"}
        return {"well": self.is_well, **core, **self.parts}


Part = Callable[[], str]
"""Answers `well`, or what is wrong, in words."""
_parts: dict[str, Part] = {}


def register_part(name: str, part: Part) -> None:
    """Let a context say whether its own part of the platform is well."""
    _parts[name] = part


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
        parts = {name: part() for name, part in sorted(_parts.items())}
        beating = Task.objects.filter(func=f"{beat.__module__}.beat", stopped__gt=now - LONGEST_SILENCE).exists()
    except DatabaseError:
        return Health(database="does not answer", queue="unknown", worker="unknown", waiting=0)
    return Health(
        database="well",
        queue="work has waited too long" if stuck else "well",
        worker="well" if beating else "none has reported in the last three minutes",
        waiting=waiting,
        parts=parts,
    )
