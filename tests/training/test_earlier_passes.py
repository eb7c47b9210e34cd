"""Whoever passed the one quiz of the first version stays passed."""

from datetime import timedelta
from importlib import import_module

from django.apps import apps

from onemm.lib.clock import now
from onemm.training.models import CoursePass, QuizAttempt, UnitCompletion
from onemm.training.queries import is_trained
from tests.cast import Cast
from tests.factories.training import ESSENTIALS, do_unit

keep_earlier_passes = import_module("onemm.training.migrations.0003_earlier_passes_stand").keep_earlier_passes


def whole_quiz(person: object, score: int, days_ago: int) -> QuizAttempt:
    at = now() - timedelta(days=days_ago)
    return QuizAttempt.objects.create(
        person=person, course=ESSENTIALS, version="2026-1", score=score, out_of=8, pass_mark=6, taken_at=at
    )


def test_the_first_pass_counts_with_the_minutes_learned(cast: Cast) -> None:
    for unit, minutes in (("your-role", 10), ("listening", 9)):
        UnitCompletion.objects.create(
            person=cast.amina, course=ESSENTIALS, unit=unit, version="2026-1", minutes=minutes
        )
    whole_quiz(cast.amina, 3, 30)
    first = whole_quiz(cast.amina, 7, 20)
    whole_quiz(cast.amina, 8, 10)
    whole_quiz(cast.other_mentor, 5, 20)
    do_unit(cast.other_mentor)
    keep_earlier_passes(apps, None)
    kept = CoursePass.objects.get()
    assert (kept.person, kept.passed_at, kept.minutes, kept.version) == (cast.amina, first.taken_at, 19, "2026-1")
    assert is_trained(cast.amina)
    assert not is_trained(cast.other_mentor)
