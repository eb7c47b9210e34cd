"""The jobs of matching: rounds, many approvals at once, and trying what other weights would do."""

from datetime import timedelta

from onemm.jobs.registry import Kind, declare
from onemm.matching.actions import many, rounds
from onemm.matching.rules import jobs
from onemm.people.permissions import Permission

declare(
    Kind(
        name=jobs.ROUND,
        permission=Permission.ROUND_RUN,
        noun="done",
        keep=timedelta(days=30),
        think=rounds.solve_round,
        step=rounds.keep_round,
        came_to_nothing=rounds.fail_round,
        went_wrong="Something went wrong on our side. Nothing was proposed. Please run the round again.",
    )
)
declare(
    Kind(
        name=jobs.APPROVALS,
        permission=Permission.ROUND_RUN,
        noun="pairs",
        keep=timedelta(days=365),
        step=many.approve_next,
    )
)
