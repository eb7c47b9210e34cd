"""How far many approvals at once have come."""

from dataclasses import dataclass

from onemm.lib.clock import now
from onemm.matching.models import BulkApproval, Proposal, Round
from onemm.matching.rules import LONGEST_ROUND


@dataclass(frozen=True)
class Asking:
    """The last bulk approval of a round: `refused` are those who were not asked, by first names, and why."""

    bulk: BulkApproval
    refused: tuple[tuple[str, str], ...]

    @property
    def is_running(self) -> bool:
        return self.bulk.state in {BulkApproval.State.WAITING, BulkApproval.State.RUNNING} and not self.has_stopped

    @property
    def has_stopped(self) -> bool:
        """Nothing has moved for so long that a second press is let in, whether or not there was one."""
        is_late = self.bulk.state != BulkApproval.State.OVER and now() - self.bulk.moved_at >= LONGEST_ROUND
        return self.bulk.state == BulkApproval.State.STOPPED or is_late

    @property
    def total(self) -> int:
        return len(self.bulk.proposals)


def asking_in(run: Round) -> Asking | None:
    """Return the last bulk approval of a round, if there was one. Two queries at most."""
    bulk = run.bulk_approvals.select_related("asked_by").order_by("-asked_at", "-pk").first()
    if bulk is None:
        return None
    known = (
        Proposal.objects.filter(public_id__in=[public_id for public_id, _ in bulk.refused])
        if bulk.refused
        else Proposal.objects.none()
    )
    names = {
        one.public_id: f"{one.enrolment.person.first_name} and {one.mentor.first_name}"
        for one in known.select_related("enrolment__person", "mentor")
    }
    return Asking(bulk, tuple((names[public_id], why) for public_id, why in bulk.refused if public_id in names))
