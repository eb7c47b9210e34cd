"""A second pair of eyes: asking for it, and what it may say."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.publishing.actions.parts import locked
from onemm.publishing.models import Manuscript
from onemm.publishing.queries import faults_of
from onemm.publishing.refusals import NotReadyYet, WhyIsMissing


@transaction.atomic
def send_to_colleagues(*, manuscript: Manuscript, by: Person) -> Manuscript:
    """Ask a colleague to look it over. From here on nobody writes in it, until it is taken or sent back.

    :raises NotReadyYet: something must be put right first.
    :raises MoveRefused: it is not being written.
    """
    row = locked(manuscript)
    if faults_of(row):
        raise NotReadyYet
    move(row, Manuscript.State.WAITING)
    row.sent_by, row.sent_back_why = by, ""
    row.save(update_fields=["state", "sent_by", "sent_back_why"])
    audit.record("manuscript:sent", subject=row, by=by, revision=row.revision)
    return row


@transaction.atomic
def take_back(*, manuscript: Manuscript, by: Person) -> Manuscript:
    """Go on writing.

    :raises MoveRefused: it is not waiting.
    """
    row = locked(manuscript)
    move(row, Manuscript.State.WRITING)
    row.save(update_fields=["state"])
    audit.record("manuscript:taken_back", subject=row, by=by)
    return row


@transaction.atomic
def send_back(*, manuscript: Manuscript, why: str, by: Person) -> Manuscript:
    """Ask for changes, in words.

    :raises WhyIsMissing: it says nothing.
    :raises MoveRefused: it is not waiting.
    """
    if not why.strip():
        raise WhyIsMissing(field="why")
    row = locked(manuscript)
    move(row, Manuscript.State.WRITING)
    row.sent_back_why = why.strip()
    row.save(update_fields=["state", "sent_back_why"])
    audit.record("manuscript:sent_back", subject=row, by=by)
    return row
