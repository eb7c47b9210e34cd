"""What became of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from onemm.jobs.models import Job
from onemm.lib.tables import write_csv

NOT_REACHED = "We did not get to this row."


@dataclass(frozen=True)
class Report:
    """What became of the rows of a list so far. `left` were not dealt with; `reasons` are (row number, why) for the
    first refused rows.
    """

    read: int
    added: int
    changed: int
    unchanged: int
    refused: int
    left: int
    reasons: tuple[tuple[int, str], ...]

    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("read", "added", "changed", "unchanged", "refused")}


def report_of(job: Job, *, most: int = 200) -> Report:
    """Return what became of a list, with at most so many reasons. One query."""
    return Report(
        read=job.total,
        **{outcome: job.counts.get(outcome, 0) for outcome in ("added", "changed", "unchanged", "refused")},
        left=job.total - job.done,
        reasons=tuple(job.rows.refused().values_list("number", "why")[:most]),
    )


def refused_rows(job: Job, columns: Sequence[str]) -> str:
    """Return a CSV of the rows that were refused or not reached, with number and reason in front. No cell can start a
    formula.
    """
    rows = job.rows.order_by("number").values_list("number", "why", "cells")
    return write_csv(
        ["row", "reason", *columns],
        ([number, why or NOT_REACHED, *(cells.get(name, "") for name in columns)] for number, why, cells in rows),
    )
