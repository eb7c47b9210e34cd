"""A second pair of eyes: asking for it, and what it may say."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.publishing.actions.parts import locked
from onemm.publishing.models import Manuscript
from onemm.publishing.queries import faults_of
from onemm.publishing.refusals import NotReadyYet, WhyIsMissing
from onemm.worklist.actions import Outcome, sync_again


@transaction.atomic
def send_to_colleagues(*, manuscript: Manuscript, by: Person) -> Manuscript:
    """Ask a colleague to look it over. From here on nobody writes in it, until it is taken or sent back.

    :raises NotReadyYet: something must be put right first.
    :raises MoveRefused: it is not being written.
    """
    manuscript = locked(manuscript)
    if faults_of(manuscript):
        raise NotReadyYet
    move(manuscript, Manuscript.State.WAITING)
    manuscript.sent_by, manuscript.sent_at, manuscript.sent_back_why = by, now(), ""
    manuscript.save(update_fields=["state", "sent_by", "sent_at", "sent_back_why"])
    sync_again(subject=manuscript)
    audit.record("manuscript:sent", subject=manuscript, by=by, revision=manuscript.revision)
    return manuscript


@transaction.atomic
def take_back(*, manuscript: Manuscript, by: Person) -> Manuscript:
    """Go on writing.

    :raises MoveRefused: it is not waiting.
    """
    manuscript = locked(manuscript)
    move(manuscript, Manuscript.State.WRITING)
    manuscript.save(update_fields=["state"])
    sync_again(subject=manuscript, outcome=Outcome.DROPPED)
    audit.record("manuscript:taken_back", subject=manuscript, by=by)
    return manuscript


@transaction.atomic
def send_back(*, manuscript: Manuscript, why: str, by: Person) -> Manuscript:
    """Ask for changes, in words.

    :raises WhyIsMissing: it says nothing.
    :raises MoveRefused: it is not waiting.
    """
    if not why.strip():
        raise WhyIsMissing(field="why")
    manuscript = locked(manuscript)
    move(manuscript, Manuscript.State.WRITING)
    manuscript.sent_back_why = why.strip()
    manuscript.save(update_fields=["state", "sent_back_why"])
    sync_again(subject=manuscript)
    audit.record("manuscript:sent_back", subject=manuscript, by=by)
    return manuscript
