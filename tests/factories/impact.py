"""Answers to the question, at the start and later."""

from datetime import timedelta

from onemm.impact.models import Response
from onemm.lib.clock import now
from onemm.mentoring.models import Enrolment
from tests.cast import Cast
from tests.factories.mentoring import enrol


def answered(enrolment: Enrolment, *, wave: str, value: int, days_ago: int = 0) -> Response:
    """One answer on a day of the past, which no action can give."""
    return Response.objects.create(
        enrolment=enrolment,
        instrument="experience",
        wave=wave,
        value=value,
        answered_by=enrolment.person,
        answered_at=now() - timedelta(days=days_ago),
    )


def answers_of(cast: Cast, values: list[tuple[int, int]]) -> list[Enrolment]:
    """One young person for each pair of answers: ninety days ago, and today."""
    enrolments = []
    for number, (before, after) in enumerate(values):
        enrolment = enrol(cast, f"R{number}", first_name=f"Kit{number}")
        answered(enrolment, wave="start", value=before, days_ago=90)
        answered(enrolment, wave="later", value=after)
        enrolments.append(enrolment)
    return enrolments
