"""Why mentors were left free across programmes, for whoever answers for an area: figures, never a name."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from onemm.lib.clock import now
from onemm.lib.disclosure import FEWEST, few, held_back, in_a_cell, is_enough, is_few
from onemm.matching.models import LeftFree
from onemm.matching.queries.free import SHOWN_FOR
from onemm.matching.rules.left_free import IN_WORDS
from onemm.people.models import Person
from onemm.places.models import Area
from pairing import Reason, free_times

PARTS = ("round", "round__programme__organisation__area")
"""What is told of elsewhere one by one: the rounds to coordinators, the areas to their managers."""


@dataclass(frozen=True)
class Many:
    """So many mentors, each counted once; None under five.

    `or_more` where the rest would give fewer than five others away.
    """

    mentors: int | None
    or_more: bool = False

    @property
    def in_words(self) -> str:
        return in_a_cell(self.mentors) + (" or more" if self.or_more else "")


@dataclass(frozen=True)
class FreeAcross:
    """What stood in the way of how many mentors and what would help; and, of those whom time alone kept apart, which
    half-day would open most for how many. Most first; a mentor near two programmes may stand under two reasons.
    """

    reasons: tuple[tuple[str, Many, str], ...]
    half_days: tuple[tuple[str, Many], ...]


def free_across(person: Person, area: Area | None = None) -> FreeAcross:
    """Return why the last rounds over an area, or everywhere one may read of, left ready mentors near free.

    Six queries.
    """
    left_free = LeftFree.objects.to_count_for(person).filter(round__asked_at__gte=now() - SHOWN_FOR).order_by()
    if area is not None:
        left_free = left_free.filter(round__programme__organisation__area=area)
    reasons = _counted(left_free, "reason")
    half_days = _counted(left_free.filter(reason=Reason.TIME, half_day__isnull=False), "half_day")
    rest = (
        (reasons[Reason.TIME].mentors or 0) - sum(many.mentors or 0 for many in half_days.values())
        if Reason.TIME in reasons
        else 0
    )
    if is_few(rest):
        half_days = {half_day: Many(FEWEST, or_more=True) for half_day, many in half_days.items() if many.mentors}
    reasons_in_words = [(IN_WORDS[Reason(reason)], reasons[reason]) for reason in _most_first(reasons)]
    best = [
        (free_times(1 << half_day), half_days[half_day])
        for half_day in _most_first(half_days)
        if half_days[half_day].mentors
    ]
    return FreeAcross(
        tuple((why, many, change) for (why, change), many in reasons_in_words),
        tuple((times[:1].upper() + times[1:], many) for times, many in best),
    )


def _counted(left_free: QuerySet[LeftFree], key: str) -> dict[Any, Many]:
    """Return how many mentors there are of each, as far as it may be told. Three queries."""
    mentors = Count("mentor", distinct=True)
    rest: Counter[Any] = Counter()
    for part in PARTS:
        hidden: dict[Any, list[int]] = defaultdict(list)
        for value, _, many in left_free.values_list(key, part).annotate(many=mentors).filter(few("many")):
            hidden[value].append(many)
        rest |= Counter({value: held_back(parts) for value, parts in hidden.items()})
    return {
        value: _told(many, rest[value])
        for value, many in left_free.order_by(key).values_list(key).annotate(many=mentors)
    }


def _told(many: int, rest: int) -> Many:
    told = many - rest
    return Many(told, or_more=rest > 0) if is_enough(told) else Many(None)


def _most_first(counted: dict[Any, Many]) -> list[Any]:
    return sorted(counted, key=lambda key: -(counted[key].mentors or 0))
