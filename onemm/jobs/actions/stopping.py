"""Stopping a job that is not wanted any more."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.jobs.actions.ending import end_job
from onemm.jobs.models import Job
from onemm.jobs.refusals import JobIsOver
from onemm.lib.clock import now
from onemm.people.models import Person


@transaction.atomic
def stop_job(*, job: Job, by: Person) -> Job:
    """Ask for a job to be stopped. What was done before stays done.

    One that nobody has begun, or that has lost its worker, is stopped at once; any other before its next part.

    :raises JobIsOver: it has come to its end.
    """
    job = Job.objects.select_for_update(of=("self",)).select_related("asked_by", "organisation").get(pk=job.pk)
    if not job.is_open:
        raise JobIsOver
    if job.stop_asked_at is None:
        job.stop_asked_at, job.stop_asked_by = now(), by
        job.save(update_fields=["stop_asked_at", "stop_asked_by"])
        audit.record("job:stop_asked", subject=job, by=by, kind=job.kind)
    if job.state == Job.State.WAITING or job.is_stalled(now()):
        end_job(job, Job.State.STOPPED)
    return job
