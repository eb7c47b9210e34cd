"""Finding and locking what an action is about, and writing down one saving of it."""

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.publishing.models import Manuscript, Revision
from onemm.publishing.refusals import SomebodyElseSaved
from onemm.publishing.rules.bodies import Body


def locked(manuscript: Manuscript) -> Manuscript:
    return Manuscript.objects.select_for_update().get(pk=manuscript.pk)


def locked_for_writing(manuscript: Manuscript, revision: int) -> Manuscript:
    """Return the manuscript, locked, when it is being written and nobody has saved since `revision`.

    :raises SomebodyElseSaved: somebody has, or it is no longer being written.
    """
    row = locked(manuscript)
    if row.state != Manuscript.State.WRITING or row.revision != revision:
        raise SomebodyElseSaved
    return row


def save_revision(row: Manuscript, body: Body, *, did: str, by: Person) -> Manuscript:
    """Write a new body, and keep it as a revision."""
    row.body, row.revision, row.saved_at = body, row.revision + 1, now()
    row.save(update_fields=["body", "revision", "saved_at"])
    Revision.objects.create(manuscript=row, number=row.revision, body=body, did=did[:120], by=by, at=row.saved_at)
    audit.record("manuscript:saved", subject=row, by=by, revision=row.revision)
    return row
