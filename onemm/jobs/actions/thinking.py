"""Jobs that only think: what they worked out is kept, and changes nothing else."""

from typing import Any

from onemm.jobs.models import Job
from onemm.jobs.registry import Step


def keep_thought(job: Job, thought: dict[str, Any]) -> Step:
    """Keep what was worked out outside of any transaction as the job's result."""
    return Step(job.total, is_last=True, result=thought)
