"""Keeping track of forms that were sent, so that each has one effect."""

import uuid
from datetime import timedelta

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.web.models import Submission


def claim_submission(*, token: uuid.UUID, person: Person | None, path: str) -> tuple[Submission, bool]:
    """Return the submission with this token, and whether it is new. Call inside the transaction that does the work.

    Of two at once, the second waits on the unique constraint until the first has committed, and then finds its answer.
    """
    return Submission.objects.get_or_create(token=token, defaults={"person": person, "path": path[:300]})


def keep_answer(*, submission: Submission, answer: str) -> None:
    """Remember where the form led."""
    submission.answer = answer[:500]
    submission.save(update_fields=["answer"])


def release_submission(*, submission: Submission) -> None:
    """Let the same form be sent again: it came back with errors, so nothing was done."""
    submission.delete()


def forget_old_submissions() -> int:
    """Delete submissions older than two days, and return how many."""
    deleted, _ = Submission.objects.filter(at__lt=now() - timedelta(days=2)).delete()
    return deleted
