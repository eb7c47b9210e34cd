"""What runs by itself: reminders, offers whose time is over, questions about a new date that nobody answered.

Safe to run twice.
"""

from onemm.lib.tasks import task
from onemm.workshops.actions import forget_old_plans, lapse_offers, lapse_questions, remind_everybody


@task
def pass_seats_on(**_: object) -> None:
    lapse_offers()


@task
def remind_of_workshops(**_: object) -> None:
    remind_everybody()


@task
def mark_unanswered_moves(**_: object) -> None:
    lapse_questions()


@task
def forget_plans(**_: object) -> None:
    forget_old_plans()
