"""Running a round: the engine's answer, kept whole or not at all."""

import logging
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.lib.tasks import task
from onemm.matching.actions.waits import note_what_rounds_wait_for
from onemm.matching.models import LeftFree, Proposal, Round
from onemm.matching.problem import Gathered, gather
from onemm.matching.queries import waiting_young_people
from onemm.matching.rules.figures import figures_of
from onemm.matching.rules.left_free import Free, summed, told_of
from onemm.matching.rules.words import parts_of
from onemm.people.models import Person
from pairing import BadProblem, Pair, Solution, Why, cold_spots_of, left_free_in, propose, why_unmatched

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What the engine makes of a round: its pairs, why others have none, mentors left free, and the figures to keep."""

    gathered: Gathered
    solution: Solution
    whys: tuple[Why, ...]
    free: tuple[Free, ...]
    figures: dict[str, Any]


@task
def run_round(*, round_id: int, **_: object) -> None:
    """Run one round. Run again after a dead worker it starts over; run again after it is done it does nothing."""
    propose_pairs(round_id=round_id)


def propose_pairs(*, round_id: int) -> None:
    """Solve a round and keep its proposals, all of them or none. Nothing is held locked while the engine works."""
    if not _begin(round_id):
        return
    try:
        run = Round.objects.select_related("programme__site").get(pk=round_id)
        gathered = gather(run.programme, run.weights, seed=run.seed)
        _note_progress(round_id, 30)
        solution = propose(gathered.problem)
        _note_progress(round_id, 70)
        whys = why_unmatched(gathered.problem, solution)
        free = told_of(left_free_in(gathered.problem, solution))
        figures = {
            **figures_of(gathered.problem, solution),
            "cold_spots": cold_spots_of(gathered.problem),
            "left_free": summed(free),
        }
        _note_progress(round_id, 90)
        _keep(round_id, Answer(gathered, solution, whys, free, figures))
    except BadProblem as bad:
        fail_round(round_id, f"A record could not be used: {bad}")
    except Exception:
        # Whatever it was, the coordinator must not wait for ever; the log has the whole story.
        log.exception("round %s failed", round_id)
        fail_round(round_id, "Something went wrong on our side. Nothing was proposed. Please run the round again.")


@transaction.atomic
def _begin(round_id: int) -> bool:
    run = Round.objects.select_for_update().get(pk=round_id)
    if run.state not in {Round.State.WAITING, Round.State.RUNNING}:
        return False
    move(run, Round.State.RUNNING)
    run.done = 5
    run.save(update_fields=["state", "done"])
    return True


def _note_progress(round_id: int, done: int) -> None:
    Round.objects.filter(pk=round_id, state=Round.State.RUNNING).update(done=done)


@transaction.atomic
def _keep(round_id: int, answer: Answer) -> None:
    run = Round.objects.select_for_update().get(pk=round_id)
    if run.state != Round.State.RUNNING:
        return  # somebody else ran it to its end in the meantime
    overtaken = _lapse_older(run)
    problem, solution = answer.gathered.problem, answer.solution
    # Whoever was asked about somebody while the engine worked is spoken for, and is suggested nobody else.
    waiting = set(waiting_young_people(run.programme).values_list("public_id", flat=True))
    pairs = tuple(pair for pair in solution.pairs if pair.young_person in waiting)
    Proposal.objects.bulk_create(proposals_from(run, answer.gathered, pairs))
    _keep_left_free(run, answer)
    move(run, Round.State.PROPOSED)
    run.done, run.finished_at, run.unmatched, run.figures = (
        100,
        now(),
        [_entry(why) for why in answer.whys],
        answer.figures,
    )
    run.young_people, run.mentors = len(problem.young_people), len(problem.mentors)
    run.matched, run.total, run.bound = len(pairs), solution.total, solution.bound
    run.save()
    note_what_rounds_wait_for([*overtaken, run.pk])
    audit.record("round:proposed", subject=run, by=None, young_people=run.young_people, matched=run.matched)


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


@transaction.atomic
def fail_round(round_id: int, problem: str) -> None:
    """Close a round that came to nothing, with why. One that is over already stays as it is."""
    run = Round.objects.select_for_update().get(pk=round_id)
    if run.state in {Round.State.WAITING, Round.State.RUNNING}:
        move(run, Round.State.FAILED)
        run.problem, run.finished_at = problem[:300], now()
        run.save(update_fields=["state", "problem", "finished_at"])
        audit.record("round:failed", subject=run, by=None)
