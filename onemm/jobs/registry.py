"""The kinds of job there are, each declared once by the context that owns it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from onemm.people.permissions import Permission

if TYPE_CHECKING:
    from onemm.jobs.models import Job

WENT_WRONG = "Something went wrong on our side, and we have written down what. What was done before stays done."


@dataclass(frozen=True)
class NewRow:
    """A row for a job to work through; with `why`, one that was refused as soon as it was read."""

    number: int
    cells: dict[str, Any]
    why: str = ""


@dataclass(frozen=True)
class Step:
    """What one small transaction has done: how far the job is now, what came of it, and whether that was all.

    `outcomes` are added to the job's counts; `result` takes the place of what the job has kept so far.
    """

    done: int
    is_last: bool
    outcomes: dict[str, int] = field(default_factory=dict)
    result: dict[str, Any] | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of job.

    `step` does the next small part and is called in a transaction of its own in which the job is held; it is safe to be
    called again for a part that was rolled back. `think` is called before it, outside of any transaction, for what
    takes long and only reads: what it returns is handed to `step`. `came_to_nothing` hears, in the transaction that
    says so, that a job has failed or was stopped; `went_wrong` is what the person reads when it broke down.

    `permission` is what someone must hold, where the job belongs, to see or stop it; `noun` is what is counted;
    `keep` says how long its report stays after its end.
    """

    name: str
    permission: Permission
    noun: str
    keep: timedelta
    step: "Callable[[Job, Any], Step]"
    think: "Callable[[Job], Any] | None" = None
    came_to_nothing: "Callable[[Job], None] | None" = None
    went_wrong: str = WENT_WRONG


KINDS: dict[str, Kind] = {}


def declare(kind: Kind) -> Kind:
    """Declare a kind of job.

    :raises ValueError: the name is taken.
    """
    if KINDS.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"there is a kind of job called {kind.name!r} already")
    return kind
