"""Running a job: one small transaction after another, in turns shorter than the queue allows."""

import logging
import time
from typing import Any

from django.db import OperationalError, transaction

from onemm.jobs.actions.ending import end_job
from onemm.jobs.models import Job
from onemm.jobs.registry import KINDS, Kind
from onemm.jobs.rules import GIVE_WAY, LONGEST_TURN, MOST_STARTS
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.lib.lifecycle import move
from onemm.lib.tasks import enqueue, task

log = logging.getLogger(__name__)

State = Job.State
GIVEN_UP = "This was started several times and never came to an end, so we have stopped it."


@task
def run_job(*, job_id: int, **_: object) -> None:
    """Take a job on from where it stands, for one turn; when there is more to do, ask for another.

    Run again after a dead worker it goes on; run again after the job is over it does nothing.
    """
    if not _begin(job_id):
        return
    until = time.monotonic() + LONGEST_TURN
    began = time.monotonic()
    while take_step(job_id=job_id):
        if time.monotonic() > until:
            enqueue(run_job, job_id=job_id)
            return
        time.sleep(min(GIVE_WAY, time.monotonic() - began))
        began = time.monotonic()


def finish_job(*, job: Job) -> Job:
    """Run a job to its end, here and now, whatever the queue does. For the command line and the demo world."""
    if _begin(job.pk):
        while take_step(job_id=job.pk):
            pass
    job.refresh_from_db()
    return job


def take_step(*, job_id: int) -> bool:
    """Do the next part of a running job, and say whether there may be another.

    Whatever goes wrong ends the job with a sentence; only a database that did not answer leaves it to be tried again.
    """
    job = Job.objects.select_related("asked_by", "organisation").get(pk=job_id)
    kind = KINDS[job.kind]
    try:
        thought = kind.think(job) if kind.think else None
        return _keep(job_id, kind, thought)
    except OperationalError:
        raise
    except Refused as refusal:
        _fail(job_id, str(refusal))
    except Exception:
        # Whatever it was, nobody must wait for ever; the log has the whole story.
        log.exception("job %s (%s) failed", job_id, job.kind)
        _fail(job_id, kind.went_wrong)
    return False


def note_progress(*, job: Job, done: int, doing: str) -> None:
    """Say how far a job has come that is thinking, outside of any transaction."""
    Job.objects.filter(pk=job.pk, state=State.RUNNING).update(done=done, doing=doing, beat_at=now())


def resume_stalled_jobs() -> int:
    """Ask a worker again for each job that nobody is working on, and return how many there were."""
    moment = now()
    stalled = list(Job.objects.stalled(moment).order_by("pk").values_list("pk", flat=True))
    for job_id in stalled:
        with transaction.atomic():
            if Job.objects.stalled(moment).filter(pk=job_id).update(resumed_at=moment):
                enqueue(run_job, job_id=job_id)
    return len(stalled)


@transaction.atomic
def _begin(job_id: int) -> bool:
    """Take a job up, unless it is over, was stopped, or has cost every worker its life that began on it."""
    job = _held(job_id)
    if not job.is_open:
        return False
    if job.stop_asked_at is not None:
        end_job(job, State.STOPPED)
        return False
    if job.starts >= MOST_STARTS:
        end_job(job, State.FAILED, problem=GIVEN_UP)
        return False
    if job.state == State.WAITING:
        move(job, State.RUNNING)
    job.started_at = job.started_at or now()
    job.beat_at, job.starts = now(), job.starts + 1
    job.save(update_fields=["state", "started_at", "beat_at", "starts"])
    return True


@transaction.atomic
def _keep(job_id: int, kind: Kind, thought: Any) -> bool:
    """Do one part and count it: both or neither."""
    job = _held(job_id)
    if job.state != State.RUNNING:
        return False  # another worker has ended it in the meantime, or someone stopped it
    if job.stop_asked_at is not None:
        end_job(job, State.STOPPED)
        return False
    step = kind.step(job, thought)
    job.done, job.counts = step.done, job.counts_with(step.outcomes)
    job.result = job.result if step.result is None else step.result
    job.beat_at, job.starts = now(), 0
    job.save(update_fields=["done", "counts", "result", "beat_at", "starts"])
    if step.is_last:
        end_job(job, State.DONE)
    return not step.is_last


@transaction.atomic
def _fail(job_id: int, problem: str) -> None:
    job = _held(job_id)
    if job.is_open:
        end_job(job, State.FAILED, problem=problem)


def _held(job_id: int) -> Job:
    """Return it as it is now, held: of two workers the second waits, and then goes on with the next part."""
    return Job.objects.select_for_update(of=("self",)).select_related("asked_by", "organisation").get(pk=job_id)
