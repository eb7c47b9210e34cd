"""What waits for a second pair of eyes."""

from onemm.people.models import Person
from onemm.publishing.models import Manuscript
from onemm.publishing.models.manuscript import ManuscriptQuerySet


def to_look_over_by(person: Person) -> ManuscriptQuerySet:
    """Return what waits for a second pair of eyes that may be theirs: they have not written in it."""
    return (
        Manuscript.objects.visible_to(person)
        .open()
        .filter(state=Manuscript.State.WAITING)
        .exclude(revisions__by=person)
    )
