"""Ending a job, whichever way."""

from onemm.audit import actions as audit
from onemm.jobs.models import Job
from onemm.jobs.registry import KINDS
from onemm.lib.clock import now
from onemm.lib.lifecycle import move


def end_job(job: Job, state: Job.State, *, problem: str = "") -> None:
    """End a job whose row is held. Its kind hears of it when it came to nothing; its report stays for as long as its
    kind says.
    """
    kind = KINDS[job.kind]
    move(job, state)
    job.finished_at, job.problem, job.doing = now(), problem[:300], ""
    job.kept_until = job.finished_at + kind.keep
    if state == Job.State.DONE:
        job.done = job.total
    job.save(update_fields=["state", "finished_at", "problem", "doing", "kept_until", "done"])
    if state == Job.State.DONE:
        return
    audit.record(f"job:{state}", subject=job, by=job.stop_asked_by, kind=job.kind)
    if kind.came_to_nothing:
        kind.came_to_nothing(job)
