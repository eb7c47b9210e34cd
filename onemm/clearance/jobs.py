"""The jobs of clearance: a plan of workshops for those who wait for training."""

from datetime import timedelta

from onemm.clearance.queries.plans import work_out_plan
from onemm.clearance.rules.jobs import TRAINING_PLAN
from onemm.jobs.actions import keep_thought
from onemm.jobs.registry import Kind, declare
from onemm.people.permissions import Permission

declare(
    Kind(
        name=TRAINING_PLAN,
        permission=Permission.WORKSHOP_PLAN,
        noun="done",
        keep=timedelta(days=1),
        think=work_out_plan,
        step=keep_thought,
        went_wrong="Something went wrong on our side, and we have written down what. Please work it out again.",
    )
)
