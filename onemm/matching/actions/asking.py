"""Asking for a round: over everyone who waits, or over those whose pair came to nothing."""

from collections.abc import Mapping

from django.db import transaction

from onemm.audit import actions as audit
from onemm.jobs.actions import start_job
from onemm.matching.models import Round, Weighting
from onemm.matching.queries import standing_weights, to_look_again_for, waiting_young_people
from onemm.matching.refusals import ARoundIsRunning, NobodyHasLostAnybody, NobodyIsWaiting, NothingMatters
from onemm.matching.rules import are_choices
from onemm.matching.rules.jobs import ROUND
from onemm.mentoring.refusals import ProgrammeIsClosed
from onemm.people.models import Person
from onemm.places.models import Programme


@transaction.atomic
def ask_for_round(
    *, programme: Programme, by: Person, weights: Mapping[str, int] | None = None, seed: int = 1
) -> Round:
    """Ask for a matching run of a programme, a dry run: it suggests, and nothing is offered until a person approves.

    Without `weights` (seven choices from 0 to 5, `matching.rules`) it goes by what the programme's coordinator has set.

    :raises NothingMatters: the weights are all 0, or not seven choices.
    :raises ProgrammeIsClosed: it takes no more pairs.
    :raises ARoundIsRunning: one has been asked for and is not over.
    :raises NobodyIsWaiting: there is nobody to propose anyone to.
    """
    if weights is not None and not are_choices(weights):
        raise NothingMatters
    programme = _free_programme(programme)
    if not waiting_young_people(programme).exists():
        raise NobodyIsWaiting
    standing = standing_weights(programme)
    own = weights is not None and dict(weights) != standing.choices
    choices = dict(weights) if weights is not None else standing.choices
    return _begin(programme, by, choices, None if own else standing.weighting, seed=seed, kind=Round.Kind.EVERYBODY)


@transaction.atomic
def repair_round(*, round: Round, by: Person) -> Round:  # noqa: A002  it is what it is called
    """Look again for those whose pair in a round came to nothing. Whoever has been asked, or has met, stays with whom
    they have.

    What an earlier round suggested and nobody has decided may change, so that everyone together is served best. It
    goes by the weights of the round it repairs.

    :raises ProgrammeIsClosed: it takes no more pairs.
    :raises ARoundIsRunning: one has been asked for and is not over.
    :raises NobodyHasLostAnybody: everyone in the round has someone, or waits no more.
    """
    programme = _free_programme(round.programme)
    if not to_look_again_for(round).exists():
        raise NobodyHasLostAnybody
    return _begin(programme, by, round.weights, round.weighting, seed=round.seed, kind=Round.Kind.REPAIR, repairs=round)


def _free_programme(programme: Programme) -> Programme:
    """Return the programme, held, when a round may begin in it."""
    programme = Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    if programme.closed_at is not None:
        raise ProgrammeIsClosed
    if Round.objects.filter(programme=programme, state=Round.State.RUNNING).exists():
        raise ARoundIsRunning
    return programme


def _begin(
    programme: Programme,
    by: Person,
    choices: dict[str, int],
    weighting: Weighting | None,
    *,
    seed: int,
    kind: Round.Kind,
    repairs: Round | None = None,
) -> Round:
    run = Round.objects.create(
        programme=programme, asked_by=by, weights=choices, weighting=weighting, seed=seed, kind=kind, repairs=repairs
    )
    version = weighting.version if weighting else 0
    audit.record("round:asked", subject=run, by=by, kind=str(kind), version=version, **choices)
    start_job(kind=ROUND, by=by, subject=run.public_id, organisation=programme.organisation)
    return run
