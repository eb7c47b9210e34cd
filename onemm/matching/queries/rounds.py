"""What pages want to know about a round: how good it is, whom it left out, and who has lost their mentor-to-be
since.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from onemm.matching.models import Proposal, Round, RoundQuerySet
from onemm.matching.queries.people import waiting_young_people
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person


@dataclass(frozen=True)
class Removed:
    """How many mentors one limit rules out for someone, in words; `alone` are those whom nothing else rules out.

    `people` is -1 for a round that was kept before they were counted.
    """

    words: str
    people: int
    alone: int


@dataclass(frozen=True)
class Unmatched:
    """A young person whom a round left without a mentor: what rules out how many, and the smallest change that would
    open one.

    `possible` mentors fit every limit, but are paired with someone else.
    """

    enrolment: Enrolment
    possible: int
    removed: tuple[Removed, ...]
    change: str


@dataclass(frozen=True)
class Certificate:
    """How good a round's answer is:

    `gap` is how much better any other set of as many pairs could be at most, as a share.
    """

    matched: int
    young_people: int
    mentors: int
    gap: float


def rounds_of(person: Person) -> RoundQuerySet:
    return Round.objects.visible_to(person).select_related(
        "programme__organisation", "programme__site", "weighting", "repairs"
    )


def unmatched_in(run: Round) -> tuple[Unmatched, ...]:
    """Return the young people a round left without a mentor and who are still here, with why. One query."""
    told = {entry["enrolment"]: entry for entry in run.unmatched}
    waiting = Enrolment.objects.current().filter(public_id__in=told).select_related("person")
    return tuple(_unmatched(enrolment, told[enrolment.public_id]) for enrolment in waiting)


def _unmatched(enrolment: Enrolment, entry: dict[str, Any]) -> Unmatched:
    removed = tuple(Removed(limit["words"], limit["people"], limit["alone"]) for limit in entry.get("removed", ()))
    return Unmatched(
        enrolment,
        entry["possible"],
        removed or tuple(Removed(words, -1, 0) for words in entry.get("why", ())),
        entry["change"],
    )


def certificate_of(run: Round) -> Certificate:
    gap = (run.bound - run.total) / run.total if run.total else 0.0
    return Certificate(run.matched, run.young_people, run.mentors, max(gap, 0.0))


def to_look_again_for(run: Round) -> "QuerySet[Enrolment]":
    """Return the young people whose pair in this round came to nothing, and who wait again: whom a repair is for.

    Whoever has someone else since is not among them, nor whom a later round has looked at, with or without finding
    anyone.
    """
    later = Round.objects.filter(
        programme=run.programme_id, state=Round.State.PROPOSED, asked_at__gt=OuterRef("over_at")
    ).exclude(kind=Round.Kind.ONE)
    lost = Proposal.objects.filter(
        Q(state=Proposal.State.DECLINED) | Q(state=Proposal.State.LAPSED, offered_at__isnull=False),
        ~Exists(later),
        round=run,
        match=None,
    )
    waiting = waiting_young_people(run.programme).filter(pk__in=lost.order_by().values("enrolment"))
    return waiting.select_related("person")
