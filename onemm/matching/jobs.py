"""The jobs of matching: rounds, many approvals at once, and trying what other weights would do."""

from datetime import timedelta

from onemm.jobs.actions import keep_thought
from onemm.jobs.registry import Kind, declare
from onemm.matching.actions import many, rounds, trying
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
declare(
    Kind(
        name=jobs.PREVIEW,
        permission=Permission.ROUND_RUN,
        noun="done",
        keep=timedelta(days=1),
        think=trying.work_out_preview,
        step=keep_thought,
        went_wrong=trying.WENT_WRONG,
    )
)
declare(
    Kind(
        name=jobs.TRADE_OFF,
        permission=Permission.ROUND_RUN,
        noun="done",
        keep=timedelta(days=1),
        think=trying.work_out_trade_off,
        step=keep_thought,
        went_wrong=trying.WENT_WRONG,
    )
)
