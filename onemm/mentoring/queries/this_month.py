"""What a partner's pairs did in this calendar month."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum
from django.utils import timezone

from onemm.lib.clock import today
from onemm.mentoring.models import Match, Session
from onemm.mentoring.rules import first_of_month
from onemm.people.models import Person


@dataclass(frozen=True)
class ThisMonth:
    """Counted, not estimated: pairs open today, how many of those met since the first of the month, how often and for
    how long.
    """

    open_pairs: int
    pairs_that_met: int
    sessions: int
    minutes: int

    @property
    def met_of_open(self) -> str:
        return f"{self.pairs_that_met} of {self.open_pairs}"

    @property
    def hours(self) -> float:
        return round(self.minutes / 60, 1)


def this_month_of(person: Person) -> ThisMonth:
    """Return this month's figures over the pairs that someone looks after."""
    pairs = Match.objects.looked_after_by(person)
    first = first_of_month(today())
    start = timezone.make_aware(datetime(first.year, first.month, 1))  # noqa: DTZ001  # made aware in the same breath
    held = Session.objects.held().filter(match__in=pairs.order_by().values("pk"), at__gte=start)
    sums = held.aggregate(
        sessions=Count("pk"),
        minutes=Sum("minutes"),
        met=Count("match", distinct=True, filter=~Q(match__state=Match.State.ENDED)),
    )
    return ThisMonth(pairs.open().count(), sums["met"], sums["sessions"], sums["minutes"] or 0)
