"""Keeping track of forms that were sent, so that each has one effect."""

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import Q

from onemm.audit.actions import record
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


def keep_receipt(*, submission: Submission, receipt: dict[str, Any]) -> None:
    """Remember what a phone was told, for when it asks again."""
    submission.receipt = receipt
    submission.save(update_fields=["receipt"])


def release_submission(*, submission: Submission) -> None:
    """Let the same form be sent again: it came back with errors, so nothing was done."""
    submission.delete()


def forget_old_submissions() -> int:
    """Delete submissions older than two days (sixty, for what came from a phone), and return how many."""
    old, very_old = Q(at__lt=now() - timedelta(days=2), receipt__isnull=True), Q(at__lt=now() - timedelta(days=60))
    deleted, _ = Submission.objects.filter(old | very_old).delete()
    return deleted


def note_export(*, by: Person, name: str, rows: int) -> None:
    """Keep in the log that someone took a list of people with them as a file, and how many rows it had."""
    record("list:exported", subject=by, by=by, list=name, rows=rows)
