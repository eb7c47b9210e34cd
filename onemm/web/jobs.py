"""How far a long job is, as the part of a page that refreshes itself (`ui/job.html`)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils import timezone

WAITING = "waiting for its turn"


class JobProgress(Protocol):
    """What the part needs to know of a job: so many of its `noun` are done, and `doing` says what it does now."""

    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def noun(self) -> str: ...
    @property
    def doing(self) -> str: ...
    @property
    def is_waiting(self) -> bool: ...
    @property
    def is_stopping(self) -> bool: ...
    @property
    def silent_since(self) -> datetime | None: ...


@dataclass(frozen=True)
class JobPart:
    """A bar with what it stands for, what the person should know besides, and the ways to look again and to stop.

    `here` is the page's own address; `poll` is where htmx asks for the page's part every two seconds. `spoken` is what
    a screen reader hears: only when there is something new to say, not with every refresh.
    """

    done: int
    total: int
    label: str
    note: str
    here: str
    poll: str
    stop: str
    spoken: str


def job_part(progress: JobProgress, *, here: str, stop: str = "", heard: str = "") -> JobPart:
    """Return the part for a job that is not over.

    `stop` is the address that stops it, where that can be done; `heard` is what `poll` carried last time: which news
    the person has heard already.
    """
    note = _note(progress)
    doing = WAITING if progress.is_waiting else progress.doing
    label = f"{progress.noun}: {doing[:1].lower()}{doing[1:]}" if doing else progress.noun
    quarter = progress.done * 4 // progress.total if progress.total else 0
    news = f"{quarter}{'s' if progress.silent_since else ''}{'e' if progress.is_stopping else ''}"
    words = f"{progress.done:,} of {progress.total:,} {label}."
    return JobPart(
        done=progress.done,
        total=progress.total,
        label=label,
        note=note,
        here=here,
        poll=f"{here}{'&' if '?' in here else '?'}heard={news}",
        stop="" if progress.is_stopping else stop,
        spoken="" if news == heard else f"{words} {note}".strip(),
    )


def _note(progress: JobProgress) -> str:
    if progress.is_stopping:
        return "This stops as soon as the part that is being done is finished."
    if progress.silent_since:
        since = timezone.localtime(progress.silent_since)
        return f"Nothing has moved since {since:%H:%M}. We start it again where it stood; you need do nothing."
    return ""
