"""Everything that changes jobs."""

from onemm.jobs.actions.forgetting import forget_old_jobs
from onemm.jobs.actions.running import finish_job, note_progress, resume_stalled_jobs, run_job, take_step
from onemm.jobs.actions.starting import start_job
from onemm.jobs.actions.stopping import stop_job
from onemm.jobs.actions.thinking import keep_thought
from onemm.jobs.actions.working_through import deal_with_rows

__all__ = [
    "deal_with_rows",
    "finish_job",
    "forget_old_jobs",
    "keep_thought",
    "note_progress",
    "resume_stalled_jobs",
    "run_job",
    "start_job",
    "stop_job",
    "take_step",
]
