"""Where mentors are missing, across programmes: figures for recruitment, never a name."""

from collections import defaultdict
from dataclasses import dataclass

from onemm.lib.disclosure import in_a_cell
from onemm.lib.statistics import Estimate
from onemm.matching.models import Round, RoundQuerySet
from onemm.matching.queries.figures import Spot, figures_in
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Area


@dataclass(frozen=True)
class Missing:
    """One area and kind of work: of so many programmes, in `more` of them one more mentor would pair one more young
    person.

    `points` is the mean gain of fit besides, out of 1000; `hoping` how many young people of the last rounds hope for
    this work.
    """

    area: str
    work: str
    programmes: int
    more: int
    points: float
    hoping: int

    @property
    def hoping_in_words(self) -> str:
        """How many hope for it, as it may be shown."""
        return in_a_cell(self.hoping)


@dataclass(frozen=True)
class LastRound:
    """The last round of one programme, for whoever answers for the area."""

    run: Round
    left_out: int
    bridge_index: Estimate | None


def last_rounds(person: Person, area: Area | None = None) -> RoundQuerySet:
    """Return the last round over everyone of each open programme whose figures someone may read."""
    rounds = Round.objects.visible_to(person, Permission.IMPACT_READ_AREA).newest_of_programmes()
    if area is not None:
        rounds = rounds.filter(programme__organisation__area=area)
    return rounds.select_related("programme__organisation__area", "weighting").order_by(
        "programme__organisation__name", "programme__name"
    )


def described(rounds: list[Round]) -> tuple[LastRound, ...]:
    return tuple(LastRound(run, run.young_people - run.matched, figures_in(run).bridge_index) for run in rounds)


def mentors_missing(rounds: list[Round]) -> tuple[Missing, ...]:
    """Return by area and kind of work what one more ready mentor would be worth, most first. No query."""
    spots_by_place: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for run in rounds:
        area = run.programme.organisation.area
        for spot in figures_in(run).cold_spots:
            spots_by_place[area.name if area else "No area", spot.work].append(spot)
    places = [
        Missing(
            area,
            work,
            len(spots),
            sum(spot.more for spot in spots),
            sum(spot.points for spot in spots) / len(spots),
            sum(spot.hoping for spot in spots),
        )
        for (area, work), spots in spots_by_place.items()
        if any(spot.more or spot.points > 0 for spot in spots)
    ]
    return tuple(sorted(places, key=lambda place: (-place.more, -place.points, place.area, place.work)))
