"""Equality answers lead to no name, and counts that could tell of a few are not shown; targets stand beside them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import today
from onemm.lib.disclosure import NOT_SHOWN
from onemm.outreach import actions, refusals
from onemm.outreach.models import EqualityAnswers, EqualityAsked, Target
from onemm.outreach.queries.targets import targets_of, was_asked
from onemm.people.models import Person
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.factories.recruitment import a_started_application, a_submitted_application, an_approved_mentor

pytestmark = pytest.mark.django_db
ANSWERS = {"age_band": "50_plus", "gender": "woman", "ethnicity": "black", "background": "working"}


def last_month() -> object:
    return (today().replace(day=1) - timedelta(days=1)).replace(day=1)


def answered(cast: Cast, how_many: int, **given: str) -> None:
    for _ in range(how_many):
        EqualityAnswers.objects.create(area=cast.area, month=last_month(), **given)


def reached(cast: Cast, title: str) -> dict[str, str]:
    table = next(table for table in targets_of(cast.area) if table.title == title)
    return {line.label: line.reached for line in table.lines}


def test_answers_are_kept_with_an_area_and_a_month_and_no_way_back(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    actions.answer_equality(person=cast.amina, answers=ANSWERS)
    kept = EqualityAnswers.objects.get()
    assert (kept.area, kept.month, kept.age_band) == (cast.area, today().replace(day=1), "50_plus")
    related = {field.related_model for field in EqualityAnswers._meta.get_fields() if field.is_relation}
    assert not related & {Person, Application}
    assert not Entry.objects.filter(subject__icontains="equalityanswers").exists()
    assert was_asked(cast.amina) is True


def test_leaving_everything_open_keeps_only_that_one_was_asked(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    actions.answer_equality(person=cast.amina, answers={"gender": "", "age_band": "a hundred", "name": "Amina"})
    assert not EqualityAnswers.objects.exists()
    assert EqualityAsked.objects.count() == 1


def test_once_is_enough_and_only_after_sending(cast: Cast) -> None:
    a_started_application(cast, cast.lena)
    assert was_asked(cast.lena) is None
    with pytest.raises(refusals.NothingWasSentYet):
        actions.answer_equality(person=cast.lena, answers=ANSWERS)
    a_submitted_application(cast, cast.amina)
    actions.answer_equality(person=cast.amina, answers=ANSWERS)
    with pytest.raises(refusals.YouWereAskedAlready):
        actions.answer_equality(person=cast.amina, answers=ANSWERS)
    assert EqualityAnswers.objects.count() == 1


def test_the_database_keeps_no_day(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EqualityAnswers.objects.create(month=today().replace(day=2), gender="man")


def test_a_hidden_group_takes_another_with_it(cast: Cast) -> None:
    answered(cast, 20, gender="woman")
    answered(cast, 9, gender="man")
    answered(cast, 2, gender="other")
    assert reached(cast, "Gender") == {"Woman": "20", "Man": NOT_SHOWN, "In another way": NOT_SHOWN}


def test_this_months_answers_are_not_counted_yet(cast: Cast) -> None:
    for _ in range(6):
        EqualityAnswers.objects.create(area=cast.area, month=today().replace(day=1), age_band="50_plus")
    assert reached(cast, "Age")["50 or over"] == NOT_SHOWN


def test_another_areas_answers_are_not_this_areas(cast: Cast) -> None:
    for _ in range(6):
        EqualityAnswers.objects.create(area=cast.other_area, month=last_month(), age_band="50_plus")
        EqualityAnswers.objects.create(area=None, month=last_month(), age_band="50_plus")
    assert reached(cast, "Age")["50 or over"] == NOT_SHOWN


def test_a_target_stands_beside_what_is_reached_and_says_what_is_missing(cast: Cast) -> None:
    answered(cast, 8, age_band="50_plus")
    answered(cast, 8, age_band="35_49")
    answered(cast, 8, age_band="25_34")
    actions.set_target(area=cast.area, dimension="age_band", answer="50_plus", wanted=30, by=cast.priya)
    actions.set_target(area=cast.area, dimension="age_band", answer="50_plus", wanted=20, by=cast.priya)
    line = next(line for table in targets_of(cast.area) for line in table.lines if line.label == "50 or over")
    assert (line.wanted, line.reached, line.to_go) == (20, "8", 12)
    actions.set_target(area=cast.area, dimension="age_band", answer="50_plus", wanted=0, by=cast.priya)
    assert not Target.objects.exists()


def test_what_is_still_wanted_of_a_hidden_group_is_not_said(cast: Cast) -> None:
    an_approved_mentor(cast, cast.amina)
    actions.set_target(area=cast.area, dimension="sector", answer="engineering", wanted=9, by=cast.priya)
    line = next(line for table in targets_of(cast.area) for line in table.lines if line.wanted)
    assert (line.reached, line.to_go) == (NOT_SHOWN, None)


@pytest.mark.parametrize(("dimension", "answer"), [("age_band", "old"), ("star_sign", "leo"), ("", "")])
def test_a_target_is_of_a_known_group(cast: Cast, dimension: str, answer: str) -> None:
    with pytest.raises(refusals.NoSuchTarget):
        actions.set_target(area=cast.area, dimension=dimension, answer=answer, wanted=3, by=cast.priya)


def test_the_database_keeps_one_target_per_group_and_none_of_nobody(cast: Cast) -> None:
    Target.objects.create(area=cast.area, dimension="gender", answer="man", wanted=3)
    for wrong in ({"wanted": 3, "answer": "man"}, {"wanted": 0, "answer": "woman"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Target.objects.create(area=cast.area, dimension="gender", **wrong)
    assert Target.objects.visible_to(cast.priya).count() == 1
    assert not Target.objects.visible_to(cast.lena).exists()
