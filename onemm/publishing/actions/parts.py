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

    :raises SomebodyElseSaved: someone has, or it is no longer being written.
    """
    manuscript = locked(manuscript)
    if manuscript.state != Manuscript.State.WRITING or manuscript.revision != revision:
        raise SomebodyElseSaved
    return manuscript


def save_revision(manuscript: Manuscript, body: Body, *, did: str, by: Person) -> Manuscript:
    """Write a new body, and keep it as a revision."""
    manuscript.body, manuscript.revision, manuscript.saved_at = body, manuscript.revision + 1, now()
    manuscript.save(update_fields=["body", "revision", "saved_at"])
    Revision.objects.create(
        manuscript=manuscript, number=manuscript.revision, body=body, did=did[:120], by=by, at=manuscript.saved_at
    )
    audit.record("manuscript:saved", subject=manuscript, by=by, revision=manuscript.revision)
    return manuscript
