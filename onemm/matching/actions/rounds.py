"""Running a round: the engine's answer, kept whole or not at all."""

from dataclasses import dataclass
from typing import Any

from onemm.audit import actions as audit
from onemm.jobs.actions import note_progress
from onemm.jobs.models import Job
from onemm.jobs.registry import Step
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.matching.actions.waits import note_what_rounds_wait_for
from onemm.matching.models import LeftFree, Proposal, Round
from onemm.matching.problem import Gathered, gather
from onemm.matching.queries import waiting_young_people
from onemm.matching.refusals import RecordIsUnusable
from onemm.matching.rules.figures import figures_of
from onemm.matching.rules.left_free import Free, summed, told_of
from onemm.matching.rules.words import parts_of
from onemm.people.models import Person
from pairing import BadProblem, Pair, Solution, Why, cold_spots_of, left_free_in, propose, why_unmatched


@dataclass(frozen=True)
class Answer:
    """What the engine makes of a round: its pairs, why others have none, mentors left free, and the figures to keep."""

    gathered: Gathered
    solution: Solution
    whys: tuple[Why, ...]
    free: tuple[Free, ...]
    figures: dict[str, Any]


def solve_round(job: Job) -> Answer:
    """Work out the answer of a round. Nothing is held locked while the engine works.

    :raises RecordIsUnusable: the round cannot be solved with what is on record.
    """
    run = Round.objects.select_related("programme__site").get(public_id=job.subject)
    note_progress(job=job, done=5, doing="Reading who waits and who is ready")
    try:
        gathered = gather(run.programme, run.weights, seed=run.seed)
        note_progress(job=job, done=30, doing="Finding the best pairs")
        solution = propose(gathered.problem)
    except BadProblem as bad:
        raise RecordIsUnusable(f"A record could not be used: {bad}") from bad
    note_progress(job=job, done=70, doing="Working out who was left out, and why")
    whys = why_unmatched(gathered.problem, solution)
    free = told_of(left_free_in(gathered.problem, solution))
    figures = {
        **figures_of(gathered.problem, solution),
        "cold_spots": cold_spots_of(gathered.problem),
        "left_free": summed(free),
    }
    note_progress(job=job, done=90, doing="Writing it all down")
    return Answer(gathered, solution, whys, free, figures)


def keep_round(job: Job, answer: Answer) -> Step:
    """Keep a round's proposals, all of them or none, in the transaction that ends its job."""
    run = Round.objects.select_for_update().get(public_id=job.subject)
    overtaken = _lapse_older(run)
    problem, solution = answer.gathered.problem, answer.solution
    # Whoever was asked about someone while the engine worked is spoken for, and is suggested nobody else.
    waiting = set(waiting_young_people(run.programme).values_list("public_id", flat=True))
    pairs = tuple(pair for pair in solution.pairs if pair.young_person in waiting)
    Proposal.objects.bulk_create(proposals_from(run, answer.gathered, pairs))
    _keep_left_free(run, answer)
    move(run, Round.State.PROPOSED)
    run.finished_at, run.unmatched, run.figures = now(), [_entry(why) for why in answer.whys], answer.figures
    run.young_people, run.mentors = len(problem.young_people), len(problem.mentors)
    run.matched, run.total, run.bound = len(pairs), solution.total, solution.bound
    run.save()
    note_what_rounds_wait_for([*overtaken, run.pk])
    audit.record("round:proposed", subject=run, by=None, young_people=run.young_people, matched=run.matched)
    return Step(job.total, is_last=True)


def _keep_left_free(run: Round, answer: Answer) -> None:
    """Keep what would help whom; what an earlier round of the programme said of them is out of date."""
    LeftFree.objects.filter(round__programme=run.programme_id).delete()
    people = answer.gathered.mentors(mentor.mentor for mentor in answer.free)
    LeftFree.objects.bulk_create(
        LeftFree(
            round=run,
            mentor=people[mentor.mentor],
            reason=str(mentor.reason),
            half_day=mentor.half_day,
            young_people=mentor.young_people,
        )
        for mentor in answer.free
    )


def proposals_from(run: Round, gathered: Gathered, pairs: tuple[Pair, ...]) -> list[Proposal]:
    """Return the engine's pairs as proposals of a round, not yet saved."""
    people: dict[str, Person] = gathered.mentors(pair.mentor for pair in pairs)
    return [
        Proposal(
            round=run,
            enrolment=gathered.enrolments[pair.young_person],
            mentor=people[pair.mentor],
            score=pair.score,
            distance_km=pair.distance_km,
            online=pair.online,
            components=parts_of(pair),
        )
        for pair in pairs
    ]


def _lapse_older(run: Round) -> list[int]:
    """What earlier rounds suggested and nobody decided is overtaken by this one; return which rounds these are."""
    suggested = Proposal.objects.filter(round__programme=run.programme_id, state=Proposal.State.SUGGESTED)
    older = suggested.exclude(round=run)
    rounds = list(older.order_by().values_list("round", flat=True).distinct())
    older.update(state=Proposal.State.LAPSED, over_at=now(), over_reason="A newer round took its place.")
    return rounds


def _entry(why: Why) -> dict[str, Any]:
    removed = sorted(why.removed, key=lambda limit: (-limit.alone, -limit.people))
    told = [
        {"limit": limit.limit, "people": limit.people, "alone": limit.alone, "words": limit.words} for limit in removed
    ]
    return {"enrolment": why.person, "possible": why.possible, "removed": told, "change": why.change}


def fail_round(job: Job) -> None:
    """Close the round of a job that came to nothing, with why."""
    run = Round.objects.select_for_update().get(public_id=job.subject)
    move(run, Round.State.FAILED)
    stopped_by = job.stop_asked_by
    run.problem = (
        job.problem or f"{stopped_by.first_name if stopped_by else 'Somebody'} stopped it. Nothing was proposed."
    )
    run.finished_at = now()
    run.save(update_fields=["state", "problem", "finished_at"])
    audit.record("round:failed", subject=run, by=None)
