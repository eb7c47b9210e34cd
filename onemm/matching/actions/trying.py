"""Asking what other weights would do, and what bridging costs: worked out in the background, kept for a day, and never
acted on.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from onemm.jobs.actions import note_progress, start_job
from onemm.jobs.models import Job
from onemm.matching.problem import preview_of, trade_off_of
from onemm.matching.problem.kept import kept_preview, kept_trade_off
from onemm.matching.queries import standing_weights
from onemm.matching.refusals import NothingMatters
from onemm.matching.rules import are_choices
from onemm.matching.rules.jobs import PREVIEW, TRADE_OFF
from onemm.people.models import Person
from onemm.places.models import Programme

WENT_WRONG = "Something went wrong on our side, and we have written down what. Nothing was changed. Please try again."
DOING = "Pairing those who wait now"


@transaction.atomic
def ask_for_preview(*, programme: Programme, choices: Mapping[str, int], by: Person) -> Job:
    """Ask what a programme's pairs would be with other weights, against those it goes by. Asked twice, it is one job.

    :raises NothingMatters: the choices are all 0, or not seven choices.
    """
    if not are_choices(choices):
        raise NothingMatters
    arguments = {"before": standing_weights(programme).choices, "after": dict(choices)}
    return _asked(PREVIEW, programme, by, arguments)


@transaction.atomic
def ask_for_trade_off(*, programme: Programme, by: Person) -> Job:
    """Ask what each weight of bridging would give, all else as the programme has it. Asked twice, it is one job."""
    return _asked(TRADE_OFF, programme, by, {"choices": standing_weights(programme).choices})


def work_out_preview(job: Job) -> dict[str, Any]:
    """Pair those who wait with both sets of weights.

    :raises TooManyToTry: there are more mentors, or more pairs, than can be tried on the spot.
    """
    note_progress(job=job, done=10, doing=DOING)
    programme = Programme.objects.select_related("site").get(public_id=job.subject)
    return kept_preview(preview_of(programme, job.arguments["before"], job.arguments["after"]))


def work_out_trade_off(job: Job) -> dict[str, Any]:
    """Pair those who wait with one weight of bridging after another.

    :raises TooManyToTry: as above.
    """
    note_progress(job=job, done=10, doing=DOING)
    programme = Programme.objects.select_related("site").get(public_id=job.subject)
    return kept_trade_off(trade_off_of(programme))


def _asked(kind: str, programme: Programme, by: Person, arguments: dict[str, Any]) -> Job:
    for job in Job.objects.of(kind, programme.public_id).open():
        if job.arguments == arguments:
            return job
    return start_job(
        kind=kind, by=by, subject=programme.public_id, organisation=programme.organisation, arguments=arguments
    )
