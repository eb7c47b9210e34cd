"""Where workshops would let the most people come: worked out for those who plan training, and kept for a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from onemm.clearance.queries.learners import people_waiting_for_training
from onemm.clearance.rules.jobs import TRAINING_PLAN
from onemm.jobs.models import Job
from onemm.lib.clock import now, today
from onemm.people.access import scope_of
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.people.vocabulary import HALF_DAYS
from onemm.places.models import Site
from onemm.workshops.models import Draft, PlannedFor
from onemm.workshops.planner import Limits, Plan, Suggestion, Venue, plan_workshops
from onemm.workshops.rules import next_half_day

NOTICE = timedelta(days=14)
"""People need two weeks to make room for an evening."""
MOST_VENUES = 300
STANDS_FOR = timedelta(days=1)
"""After so long others wait, and it has to be worked out again."""


@dataclass(frozen=True)
class Proposed:
    """One workshop worth holding, by its number in the plan: where, when, for whom, and why there."""

    number: int
    site: int
    venue: str
    postcode: str
    starts_at: datetime
    people: tuple[int, ...]
    cold: int
    reasons: str


@dataclass(frozen=True)
class TrainingPlan:
    """A plan as it was worked out, less the workshops whose people are in a draft by now.

    `gap`: the best plan there is has at most this share more, proven. `cold`: of those who waited, so many had nothing
    near.
    """

    proposed: tuple[Proposed, ...]
    waiting: int
    reached: int
    out_of_reach: int
    cold: int
    venues: int
    seats: int
    gap: float
    seconds: float


def work_out_plan(job: Job) -> dict[str, Any]:
    """Plan workshops for those who wait where someone plans training, but for those in a draft already."""
    scope = scope_of(job.asked_by, Permission.WORKSHOP_PLAN)
    planned_for = _in_a_draft(job.asked_by)
    learners = [learner for learner in people_waiting_for_training(scope) if learner.key not in planned_for]
    venues = [
        Venue(site.pk, site.name, site.postcode, site.point) for site in Site.objects.visible_to(scope)[:MOST_VENUES]
    ]
    plan = plan_workshops(learners, venues, Limits(job.arguments["workshops"], job.arguments["seats"]))
    return {
        "proposed": [_kept(suggestion, plan) for suggestion in plan.suggestions],
        "waiting": plan.waiting,
        "reached": plan.reached,
        "out_of_reach": plan.out_of_reach,
        "cold": sum(learner.is_cold for learner in learners),
        "venues": len(venues),
        "gap": plan.gap,
        "seconds": plan.seconds,
    }


def plan_job_of(person: Person) -> Job | None:
    """Return the newest job by which someone has planned training, if it still stands."""
    jobs = Job.objects.visible_to(person).filter(kind=TRAINING_PLAN, asked_by=person, asked_at__gte=now() - STANDS_FOR)
    return jobs.order_by("-asked_at", "-pk").first()


def plan_in(job: Job) -> TrainingPlan:
    """Return what a plan's job has found. Two queries."""
    planned_for = _in_a_draft(job.asked_by)
    figures = {name: value for name, value in job.result.items() if name != "proposed"}
    proposed = (_proposed(number, kept) for number, kept in enumerate(job.result["proposed"]))
    return TrainingPlan(
        proposed=tuple(workshop for workshop in proposed if planned_for.isdisjoint(workshop.people)),
        seats=job.arguments["seats"],
        **figures,
    )


def _in_a_draft(person: Person) -> set[int]:
    drafts = Draft.objects.visible_to(person).open()
    return set(PlannedFor.objects.filter(draft__in=drafts).values_list("person", flat=True))


def _kept(suggestion: Suggestion, plan: Plan) -> dict[str, Any]:
    return {
        "site": suggestion.venue.key,
        "venue": suggestion.venue.name,
        "postcode": suggestion.venue.postcode,
        "starts_at": _date_of(suggestion, plan.suggestions).isoformat(),
        "people": list(suggestion.people),
        "cold": suggestion.cold,
        "reasons": _reasons(suggestion),
    }


def _proposed(number: int, kept: dict[str, Any]) -> Proposed:
    starts_at, people = datetime.fromisoformat(kept["starts_at"]), tuple(kept["people"])
    return Proposed(number=number, **{**kept, "starts_at": starts_at, "people": people})


def _reasons(suggestion: Suggestion) -> str:
    many, cold, free = suggestion.attend, suggestion.cold, suggestion.free_then
    nothing_near = f"{cold} of them {'has' if cold == 1 else 'have'} nothing else near. " if cold else ""
    return (
        f"{many} {'person' if many == 1 else 'people'} could come. {nothing_near}{free} of {many} "
        f"{'is' if free == 1 else 'are'} usually free on {dict(HALF_DAYS)[suggestion.half_day]}."
    )


def _date_of(suggestion: Suggestion, others: tuple[Suggestion, ...]) -> datetime:
    """Return the next such half-day with two weeks’ notice; a second workshop at one place in the same part of the week
    is a week later.
    """
    before = others[: others.index(suggestion)]
    earlier = sum(other.venue == suggestion.venue and other.half_day == suggestion.half_day for other in before)
    return next_half_day(suggestion.half_day, today() + NOTICE + timedelta(weeks=earlier))
