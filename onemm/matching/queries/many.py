"""How far many approvals at once have come."""

from dataclasses import dataclass

from onemm.jobs.models import Job
from onemm.jobs.queries import newest_job
from onemm.matching.models import Proposal, Round
from onemm.matching.rules.jobs import APPROVALS, ROUND


@dataclass(frozen=True)
class Asking:
    """The last bulk approval of a round: `refused` are those who were not asked, by first names, and why."""

    job: Job
    refused: tuple[tuple[str, str], ...]

    @property
    def is_running(self) -> bool:
        return self.job.is_open

    @property
    def has_stopped(self) -> bool:
        """It ended before every pair had its turn."""
        return not self.job.is_open and self.job.state != Job.State.DONE

    @property
    def offered(self) -> int:
        offered: int = self.job.counts.get("offered", 0)
        return offered


def job_of(run: Round) -> Job | None:
    """Return the job that works a round out; none for a pair chosen by hand, nor once its report is forgotten."""
    return newest_job(ROUND, run.public_id)


def asking_in(run: Round) -> Asking | None:
    """Return the last bulk approval of a round, if there was one. Three queries at most."""
    job = newest_job(APPROVALS, run.public_id)
    if job is None:
        return None
    refused = [(cells["proposal"], why) for cells, why in job.rows.refused().values_list("cells", "why")]
    known = Proposal.objects.filter(public_id__in=[public_id for public_id, _ in refused])
    names = {
        proposal.public_id: f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name}"
        for proposal in known.select_related("enrolment__person", "mentor")
    }
    return Asking(job, tuple((names[public_id], why) for public_id, why in refused if public_id in names))
