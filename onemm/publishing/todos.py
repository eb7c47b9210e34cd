"""What a manuscript asks of editors: a second pair of eyes."""

from collections.abc import Iterator

from django.db.models import QuerySet

from onemm.people.permissions import Permission
from onemm.publishing.models import Manuscript
from onemm.publishing.queries import to_look_over_by
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Days
from onemm.worklist.sources import Raised, Source, register

REVIEW = "manuscript.review"
REVIEWED_WITHIN = Days(14)


def todos_of(manuscript: Manuscript) -> Iterator[Raised]:
    """One that was sent to colleagues. Whoever has not written in it may be the one."""
    if manuscript.state == Manuscript.State.WAITING and manuscript.sent_at is not None:
        yield Raised(REVIEW, since=manuscript.sent_at)


def _waiting() -> QuerySet[Manuscript]:
    return Manuscript.objects.open().filter(state=Manuscript.State.WAITING)


declare(
    Kind(
        REVIEW,
        Side.EDITOR,
        "Look it over",
        REVIEWED_WITHIN,
        page="writing",
        permission=Permission.COURSE_EDIT,
        seen_by=to_look_over_by,
    )
)
register(Source("manuscript", Manuscript, todos_of, _waiting))
