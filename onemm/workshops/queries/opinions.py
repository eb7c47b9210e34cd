"""What people thought, so that nobody can tell who thought it."""

from dataclasses import dataclass

from django.db.models import Avg, Count, QuerySet

from onemm.lib.disclosure import few, is_enough
from onemm.people.models import Person
from onemm.workshops.models import Opinion, Workshop


@dataclass(frozen=True)
class Opinions:
    """`mean` from 1 to 5 and `words` in no order of who came when; both empty while fewer than five have answered."""

    is_shown: bool
    count: int
    mean: float | None
    words: tuple[str, ...]


def opinions_of_workshop(workshop: Workshop) -> Opinions:
    return _summed_up(Opinion.objects.filter(booking__workshop=workshop))


def opinions_of_trainer(trainer: Person) -> Opinions:
    """Return what everyone thought of all that a trainer held.

    The words of a small group are told here no sooner than there.
    """
    opinions = Opinion.objects.filter(booking__workshop__trainer=trainer)
    large = opinions.values("booking__workshop").annotate(many=Count("pk")).exclude(few("many")).order_by()
    return _summed_up(opinions.filter(booking__workshop__in=large.values("booking__workshop")))


def _summed_up(rows: QuerySet[Opinion]) -> Opinions:
    count = rows.count()
    if not is_enough(count):
        return Opinions(is_shown=False, count=0, mean=None, words=())
    # In the order of the alphabet: that of time would say who answered first.
    words = tuple(sorted(rows.exclude(words="").values_list("words", flat=True))[:20])
    return Opinions(is_shown=True, count=count, mean=rows.aggregate(mean=Avg("value"))["mean"], words=words)
