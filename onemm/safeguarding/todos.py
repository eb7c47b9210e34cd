"""What a concern asks of safeguarding leads: to be read within a working day, sooner where someone is in danger."""

from collections.abc import Iterator

from django.db.models import QuerySet

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.safeguarding.models import Concern
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Hours, Limit, WorkingDays
from onemm.worklist.sources import Raised, Source, register

READ = "concern.read"
PROMISED = WorkingDays(1)
"""What the page on which people raise a concern promises."""
SOONER: dict[str, Limit] = {Concern.Urgency.DANGER: Hours(1), Concern.Urgency.SOON: Hours(8)}
"""Someone in danger is not kept waiting for a working day; nor is what someone should look at today."""


def todos_of(concern: Concern) -> Iterator[Raised]:
    """A concern that nobody has read. Nobody owns it: every lead may be the first."""
    if concern.state == Concern.State.RAISED:
        due = SOONER.get(concern.urgency, PROMISED).after(concern.raised_at)
        yield Raised(READ, since=concern.raised_at, due=due)


def _read_by(person: Person) -> QuerySet[Concern]:
    return Concern.objects.visible_to(person).unanswered()


declare(
    Kind(
        READ,
        Side.STAFF,
        "Read the concern",
        PROMISED,
        page="concern",
        permission=Permission.CONCERN_READ,
        seen_by=_read_by,
    )
)
register(Source("concern", Concern, todos_of, Concern.objects.unanswered))
