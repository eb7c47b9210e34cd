"""Where workshops would let the most people come, and the drafts that wait for a trainer."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from onemm.clearance.queries.plans import Proposed, TrainingPlan, plan_in, plan_job_of
from onemm.jobs.models import Job
from onemm.jobs.queries import progress_of
from onemm.people.models import Person
from onemm.portals.staff.forms.planning import HowMuch
from onemm.web.jobs import JobPart, job_part
from onemm.web.templatetags.ui_figures import percent
from onemm.workshops.models import Draft

PROVEN = 0.0001
State = Job.State


@dataclass(frozen=True)
class ProposedRow:
    """A workshop that the plan proposes."""

    number: int
    venue: str
    postcode: str
    starts_at: datetime
    could_come: str
    of_seats: str
    reasons: str


@dataclass(frozen=True)
class DraftRow:
    """A draft that waits for a trainer."""

    venue: str
    postcode: str
    starts_at: datetime
    reasons: str
    drop_url: str


@dataclass(frozen=True)
class PlanPart:
    """What was worked out. `nothing` says why, where the plan proposes nothing."""

    job: str
    waiting: int
    reached: int
    cold: int
    first: ProposedRow | None
    proposed: tuple[ProposedRow, ...]
    small_print: str
    nothing: str


@dataclass(frozen=True)
class PlanningPage:
    """The page on which training is planned: to be worked out, on its way (`job`), failed (`problem`), or there."""

    form: HowMuch
    here: str
    job: JobPart | None
    problem: str
    plan: PlanPart | None
    drafts: tuple[DraftRow, ...]
    spoken: str


def planning_page(reader: Person, form: HowMuch, *, heard: str = "") -> PlanningPage:
    job, here = plan_job_of(reader), reverse("staff:plan_workshops")
    drafts = tuple(_draft(draft) for draft in Draft.objects.visible_to(reader).open().select_related("site"))
    part = plan = None
    if job and job.is_open:
        part = job_part(progress_of(job), here=here, stop=reverse("staff:stop_planning"), heard=heard)
    if job and job.state == State.DONE:
        plan = _plan(job, plan_in(job), has_drafts=bool(drafts))
    return PlanningPage(
        form=form,
        here=here,
        job=part,
        problem=job.problem if job and job.state == State.FAILED else "",
        plan=plan,
        drafts=drafts,
        spoken=part.spoken if part else "The plan is worked out." if plan else "",
    )


def _plan(job: Job, plan: TrainingPlan, *, has_drafts: bool) -> PlanPart:
    proposed = tuple(_proposed(workshop, plan.seats) for workshop in plan.proposed)
    return PlanPart(
        job=job.public_id,
        waiting=plan.waiting,
        reached=plan.reached,
        cold=plan.cold,
        first=proposed[0] if proposed else None,
        proposed=proposed,
        small_print=_small_print(plan),
        nothing="" if proposed else _why_nothing(job, plan, has_drafts=has_drafts),
    )


def _proposed(workshop: Proposed, seats: int) -> ProposedRow:
    many, cold = len(workshop.people), workshop.cold
    nothing_near = f", {cold} of them with nothing else near" if cold else ""
    return ProposedRow(
        number=workshop.number,
        venue=workshop.venue,
        postcode=workshop.postcode,
        starts_at=workshop.starts_at,
        could_come=f"{many} {'person' if many == 1 else 'people'} could come{nothing_near}.",
        of_seats=f"{many} of {seats} seats",
        reasons=workshop.reasons,
    )


def _small_print(plan: TrainingPlan) -> str:
    proven = (
        "No other choice of places lets more people come, with three at least in each: that is proven."
        if plan.gap < PROVEN
        else f"No other choice of places can do better by more than {percent(plan.gap, 2)}: that is proven."
    )
    far = plan.out_of_reach
    further = (
        f" {far} {'person is' if far == 1 else 'people are'} further from every place than they travel: offer them an "
        "online workshop."
        if far
        else ""
    )
    return (
        f"Worked out over {plan.venues} places in {plan.seconds:.1f} seconds. {proven} Distances are as the crow "
        f"flies.{further}"
    )


def _why_nothing(job: Job, plan: TrainingPlan, *, has_drafts: bool) -> str:
    if job.result["proposed"] or (not plan.waiting and has_drafts):
        return "Everybody who waits is planned for."
    if not plan.waiting:
        return "Nobody waits for training in your area."
    if not plan.venues:
        return "No place is known in your area yet. Partners add theirs."
    return f"All {plan.waiting} are further from every place than they travel. Offer an online workshop."


def _draft(draft: Draft) -> DraftRow:
    return DraftRow(
        venue=draft.site.name,
        postcode=draft.site.postcode,
        starts_at=draft.starts_at,
        reasons=draft.reasons,
        drop_url=reverse("staff:drop_draft", args=[draft.public_id]),
    )
