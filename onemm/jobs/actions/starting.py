"""Asking for long work."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from onemm.jobs.actions.running import run_job
from onemm.jobs.models import Job, JobRow
from onemm.jobs.refusals import JobIsRunning
from onemm.jobs.registry import KINDS, NewRow
from onemm.lib.tasks import enqueue
from onemm.people.models import Person
from onemm.places.models import Organisation

ROWS_AT_ONCE = 500


@transaction.atomic
def start_job(
    *,
    kind: str,
    by: Person,
    subject: str = "",
    organisation: Organisation | None = None,
    arguments: dict[str, Any] | None = None,
    rows: Sequence[NewRow] | None = None,
    total: int = 100,
    alone_as: str = "",
) -> Job:
    """Ask for a job of a declared kind, to be begun as soon as this transaction commits.

    A job over `rows` is as long as they are; any other counts in hundredths, unless `total` says otherwise.

    :raises LookupError: nobody has declared this kind.
    :raises JobIsRunning: one that must be alone is open already.
    """
    if kind not in KINDS:
        raise LookupError(f"there is no kind of job called {kind!r}")
    refused = sum(bool(row.why) for row in rows or ())
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                asked_by=by,
                subject=subject,
                organisation=organisation,
                arguments=arguments or {},
                total=total if rows is None else len(rows),
                done=refused,
                counts={"refused": refused} if refused else {},
                alone_as=alone_as,
            )
    except IntegrityError as clash:
        raise JobIsRunning from clash
    JobRow.objects.bulk_create((_row_of(job, row) for row in rows or ()), batch_size=ROWS_AT_ONCE)
    enqueue(run_job, job_id=job.pk)
    return job


def _row_of(job: Job, row: NewRow) -> JobRow:
    return JobRow(
        job=job,
        number=row.number,
        cells=row.cells,
        why=row.why[:500],
        state=JobRow.State.REFUSED if row.why else JobRow.State.WAITING,
    )
