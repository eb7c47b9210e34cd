"""The figures, against values computed by hand or published."""

from datetime import UTC, datetime, timedelta

import pytest

from onemm.impact import rules

MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("sure", "of", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score without continuity correction).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval_is_the_published_one(sure, of, low, high):
    share = rules.share_of(sure, of)
    assert share.value == sure / of
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


def test_the_interval_of_a_paired_change_is_the_one_computed_by_hand():
    """Eight changed of 21: one up, seven down (the airway data of Fagerland, Lydersen and Laake 2014).

    By hand: (1+1)/23 = 0.08696, (7+1)/23 = 0.34783; difference -0.26087; variance (0.43478 - 0.06805)/23 = 0.015945;
    1.96 × 0.12627 = 0.24749; so -0.50836 to -0.01338.
    """
    change = rules.change_in_pairs(became_sure=1, stopped_being_sure=7, of=21)
    assert change.value == pytest.approx(-6 / 21)
    assert (change.low, change.high) == (pytest.approx(-0.50836, abs=1e-4), pytest.approx(-0.01338, abs=1e-4))


def test_a_change_mirrors_when_up_and_down_are_swapped():
    up, down = (rules.change_in_pairs(became_sure=a, stopped_being_sure=b, of=30) for a, b in ((9, 2), (2, 9)))
    assert (up.value, up.low, up.high) == pytest.approx((-down.value, -down.high, -down.low))


def test_a_change_never_leaves_its_range_and_no_change_has_room_on_both_sides():
    assert rules.change_in_pairs(became_sure=2, stopped_being_sure=0, of=2).high <= 1
    none = rules.change_in_pairs(became_sure=0, stopped_being_sure=0, of=10)
    assert none.low < 0 < none.high


def test_figures_of_nobody_are_refused():
    with pytest.raises(ValueError, match="nobody"):
        rules.share_of(0, 0)
    with pytest.raises(ValueError, match="more changed"):
        rules.change_in_pairs(became_sure=2, stopped_being_sure=2, of=3)
    with pytest.raises(ValueError, match="more changed"):
        rules.change_in_pairs(became_sure=0, stopped_being_sure=0, of=0)


@pytest.mark.parametrize(
    ("days", "met", "answered_later", "due"),
    [(59, False, False, None), (60, False, False, "later"), (1, True, False, "later"), (90, True, True, None)],
)
def test_the_question_is_asked_again_after_a_meeting_or_sixty_days(days, met, answered_later, due):
    assert (
        rules.wave_due(started_at=MONDAY, answered_later=answered_later, met_since=met, at=MONDAY + days * DAY) == due
    )


def test_the_first_question_comes_first():
    assert rules.wave_due(started_at=None, answered_later=False, met_since=True, at=MONDAY) == "start"


def test_a_step_is_reached_with_all_before_it():
    moments = [MONDAY, MONDAY + 5 * DAY, MONDAY + 2 * DAY, None, MONDAY + 9 * DAY]
    assert rules.moments_reached(moments) == [MONDAY, MONDAY + 5 * DAY, MONDAY + 5 * DAY]
    assert rules.moments_reached([None, MONDAY]) == []


def test_a_median_needs_five():
    assert rules.median_days([DAY] * 4) is None
    assert rules.median_days([DAY, 2 * DAY, 3 * DAY, 40 * DAY, 50 * DAY]) == 3
