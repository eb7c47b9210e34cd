"""How far a job is, in words."""

from dataclasses import dataclass
from datetime import datetime

from onemm.jobs.models import Job
from onemm.jobs.registry import KINDS
from onemm.lib.clock import now


@dataclass(frozen=True)
class Progress:
    """How far a job is: so many of its `noun` are done, and `doing` says what it does now. `silent_since` is when it
    last moved, where that is so long ago that its worker must have died, and it waits to be started again.
    """

    done: int
    total: int
    noun: str
    doing: str
    is_open: bool
    is_waiting: bool
    is_stopping: bool
    silent_since: datetime | None


def progress_of(job: Job) -> Progress:
    """Return how far a job is. No query."""
    return Progress(
        done=job.done,
        total=job.total,
        noun=KINDS[job.kind].noun,
        doing=job.doing,
        is_open=job.is_open,
        is_waiting=job.state == Job.State.WAITING,
        is_stopping=job.is_open and job.stop_asked_at is not None,
        silent_since=(job.beat_at or job.asked_at) if job.is_stalled(now()) else None,
    )


def newest_job(kind: str, subject: str) -> Job | None:
    """Return the last job of one kind about one thing, if there was one."""
    return Job.objects.of(kind, subject).select_related("asked_by", "stop_asked_by").first()
