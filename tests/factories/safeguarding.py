"""Concerns at every stage."""

from onemm.people.models import Person
from onemm.safeguarding.actions import open_case, raise_concern, triage_concern
from onemm.safeguarding.models import Concern
from tests.cast import Cast


def a_concern(cast: Cast, *, about: Person | None = None, by: Person | None = None, urgency: str = "soon") -> Concern:
    """Noor leads safeguarding, and someone has worried."""
    _ = cast.noor
    return raise_concern(
        words="He came without the coordinator.", urgency=urgency, by=by, about=about, about_whom="A mentor"
    )


def a_triaged_concern(cast: Cast, *, about: Person | None = None) -> Concern:
    concern = a_concern(cast, about=about)
    triage_concern(concern=concern, by=cast.noor, urgency="soon")
    return Concern.objects.get(pk=concern.pk)


def an_open_case(cast: Cast, *, about: Person | None = None) -> Concern:
    concern = a_triaged_concern(cast, about=about)
    open_case(concern=concern, by=cast.noor)
    return Concern.objects.get(pk=concern.pk)
