"""Working through a list, some rows at a time."""

from collections import Counter
from collections.abc import Callable

from django.db import transaction

from onemm.jobs.models import Job, JobRow
from onemm.jobs.registry import Step
from onemm.lib.errors import Refused
from onemm.lib.lifecycle import move

ROWS_A_STEP = 10
"""So few that whoever waits for the database meanwhile waits for a fraction of a second."""


def deal_with_rows(job: Job, deal: Callable[[JobRow], str], *, at_once: int = ROWS_A_STEP) -> Step:
    """Deal with the next rows of a job that is held. Each is kept or refused whole, and holds up no other.

    `deal` returns what became of a row in a word, which is counted; a row that it refuses stays with the reason.
    """
    rows = list(job.rows.waiting()[: at_once + 1])
    outcomes: Counter[str] = Counter()
    dealt_with: list[int] = []
    for row in rows[:at_once]:
        try:
            with transaction.atomic():
                outcomes[deal(row)] += 1
        except Refused as refusal:
            _refuse(row, str(refusal))
            outcomes["refused"] += 1
        else:
            dealt_with.append(row.pk)
    JobRow.objects.filter(pk__in=dealt_with).delete()
    return Step(done=job.done + len(rows[:at_once]), is_last=len(rows) <= at_once, outcomes=dict(outcomes))


def _refuse(row: JobRow, why: str) -> None:
    move(row, JobRow.State.REFUSED)
    row.why = why[:500]
    row.save(update_fields=["state", "why"])
