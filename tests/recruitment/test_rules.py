"""The rules by themselves: who may mentor, what approval needs, which check the work calls for."""

from dataclasses import replace
from datetime import date

import pytest

from onemm.recruitment.rules.checks import (
    Channel,
    Nation,
    Work,
    advice_for,
    expiry_of,
    is_regulated,
    lawful_levels,
    nation_of,
    warning_due,
)
from onemm.recruitment.rules.criteria import Facts, criteria
from onemm.recruitment.rules.eligibility import QUESTIONS, eligibility_of, is_old_enough
from onemm.recruitment.rules.mailboxes import mailbox_of
from onemm.recruitment.rules.steps import STEPS, minutes_left, missing_from

DAY = date(2026, 11, 22)
GOOD = {"age": "yes", "work": "five_years", "hour": "yes", "home": "yes"}
WHOLE = Facts(
    good_referees=2,
    warned_against=False,
    scores=(3, 3, 2, 2),
    check_is_valid=True,
    conduct_agreed=True,
    born=date(1984, 5, 2),
    on=DAY,
)


def test_someone_who_answers_well_is_eligible() -> None:
    assert eligibility_of(GOOD).is_met
    assert eligibility_of({**GOOD, "work": "two_after_study"}).is_met


@pytest.mark.parametrize(
    ("question", "answer"), [("age", "no"), ("work", "less"), ("hour", "no"), ("home", "no"), ("home", "")]
)
def test_each_no_stands_in_the_way_and_has_another_way_to_help(question: str, answer: str) -> None:
    outcome = eligibility_of({**GOOD, question: answer})
    assert [one.name for one in outcome.in_the_way] == [question]
    assert outcome.in_the_way[0].reason
    assert outcome.in_the_way[0].instead


def test_an_open_question_stands_in_the_way() -> None:
    assert len(eligibility_of({}).in_the_way) == len(QUESTIONS)


@pytest.mark.parametrize(
    ("born", "enough"),
    [
        (None, False),
        (date(2001, 11, 22), True),
        (date(2001, 11, 23), False),
        (date(1930, 1, 1), True),
        (date(1890, 1, 1), False),
    ],
)
def test_one_may_mentor_from_the_day_one_turns_25(born: date | None, *, enough: bool) -> None:
    assert is_old_enough(born, DAY) is enough


def test_every_criterion_met_means_approval_is_possible() -> None:
    assert all(criterion.is_met for criterion in criteria(WHOLE))


@pytest.mark.parametrize(
    ("change", "open_criterion"),
    [
        ({"good_referees": 1}, "references"),
        ({"warned_against": True}, "references"),
        ({"scores": ()}, "interview"),
        ({"scores": (4, 4, 4, 1)}, "interview"),
        ({"scores": (2, 2, 2, 3)}, "interview"),
        ({"check_is_valid": False}, "check"),
        ({"conduct_agreed": False}, "conduct"),
        ({"born": None}, "age"),
        ({"born": date(2001, 11, 23)}, "age"),
    ],
)
def test_each_criterion_can_be_open_by_itself(change: dict[str, object], open_criterion: str) -> None:
    unmet = [criterion.slug for criterion in criteria(replace(WHOLE, **change)) if not criterion.is_met]  # type: ignore[arg-type]  # by name
    assert unmet == [open_criterion]


@pytest.mark.parametrize(
    ("postcode", "nation"),
    [
        ("OL1 1UL", Nation.ENGLAND),
        ("M1 1AE", Nation.ENGLAND),
        ("CF10 1AA", Nation.WALES),
        ("G1 1AA", Nation.SCOTLAND),
        ("EH1 1AA", Nation.SCOTLAND),
        ("BT1 1AA", Nation.NORTHERN_IRELAND),
        ("JE2 3AB", None),
        ("GL1", Nation.ENGLAND),
    ],
)
def test_the_letters_of_a_postcode_name_the_nation(postcode: str, nation: Nation | None) -> None:
    assert nation_of(postcode) is nation


@pytest.mark.parametrize(
    ("work", "level"),
    [
        (Work(Nation.ENGLAND), "enhanced"),
        (Work(Nation.WALES), "enhanced"),
        (Work(Nation.ENGLAND, supervised=False), "enhanced"),
        (Work(Nation.ENGLAND, supervised=False, days_in_30=4), "enhanced_barred"),
        (Work(Nation.ENGLAND, days_in_30=4), "enhanced"),
        (Work(Nation.SCOTLAND), "pvg"),
        (Work(Nation.NORTHERN_IRELAND), "accessni"),
        (Work(Nation.ENGLAND, youngest=18), "basic"),
        (Work(Nation.SCOTLAND, youngest=18), "basic"),
        (Work(Nation.ENGLAND, days_in_30=0), "basic"),
        (Work(Nation.SCOTLAND, days_in_30=0), "basic"),
        (Work(Nation.ENGLAND, channel=Channel.ONLINE), "enhanced"),
        (Work(Nation.WALES, supervised=False, days_in_30=4, channel=Channel.ONLINE), "enhanced_barred"),
        (Work(Nation.NORTHERN_IRELAND, supervised=False, days_in_30=4), "accessni"),
        (Work(Nation.SCOTLAND, supervised=False, days_in_30=4), "pvg"),
    ],
)
def test_the_work_decides_the_level_with_a_reason_and_a_clause(work: Work, level: str) -> None:
    advice = advice_for(work)
    assert advice.level == level
    assert advice.reason
    assert advice.clause
    assert lawful_levels(work) == {"basic", level}
    assert not advice.is_stale_on(DAY)
    assert advice.is_stale_on(advice.review_on)


def test_a_warning_is_due_at_90_30_and_7_days_the_nearest_only() -> None:
    assert [warning_due(days) for days in (91, 90, 31, 30, 8, 7, 1, 0, -1)] == [None, 90, 90, 30, 30, 7, 7, None, None]


def test_work_with_adults_alone_is_never_regulated_activity_with_children() -> None:
    assert not is_regulated(Work(Nation.ENGLAND, youngest=18, supervised=False, days_in_30=20))


def test_a_check_lasts_three_years() -> None:
    assert expiry_of(date(2026, 3, 31)) == date(2029, 3, 31)
    assert expiry_of(date(2024, 2, 29)) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sam@Example.org", "sam+ref@example.org", True),
        ("s.am@gmail.com", "sam@googlemail.com", True),
        ("s.am@example.org", "sam@example.org", False),
        ("a@example.org", "a@example.net", False),
    ],
)
def test_two_addresses_may_lead_to_one_mailbox(one: str, other: str, *, same: bool) -> None:
    assert (mailbox_of(one) == mailbox_of(other)) is same


def test_what_is_left_of_the_form_is_known_in_steps_and_minutes() -> None:
    assert missing_from([]) == STEPS
    assert [step.slug for step in missing_from([step.slug for step in STEPS[1:]])] == ["about_you"]
    assert minutes_left([]) == 10
    assert minutes_left([step.slug for step in STEPS]) == 0
