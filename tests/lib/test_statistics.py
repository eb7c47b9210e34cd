"""The figures, against values computed by hand or published."""

import math

import pytest

from onemm.lib.statistics import (
    Estimate,
    change_in_pairs,
    mean_of,
    median_of,
    median_with_interval,
    share_of,
    still_going,
)


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
    share = share_of(sure, of)
    assert share.value == sure / of
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


def test_the_interval_of_a_paired_change_is_the_one_computed_by_hand():
    """Eight changed of 21: one up, seven down (the airway data of Fagerland, Lydersen and Laake 2014).

    By hand: (1+1)/23 = 0.08696, (7+1)/23 = 0.34783; difference -0.26087; variance (0.43478 - 0.06805)/23 = 0.015945;
    1.96 × 0.12627 = 0.24749; so -0.50836 to -0.01338.
    """
    change = change_in_pairs(became_sure=1, stopped_being_sure=7, of=21)
    assert change.value == pytest.approx(-6 / 21)
    assert (change.low, change.high) == (pytest.approx(-0.50836, abs=1e-4), pytest.approx(-0.01338, abs=1e-4))


def test_a_change_mirrors_when_up_and_down_are_swapped():
    up, down = (change_in_pairs(became_sure=a, stopped_being_sure=b, of=30) for a, b in ((9, 2), (2, 9)))
    assert (up.value, up.low, up.high) == pytest.approx((-down.value, -down.high, -down.low))


def test_a_change_never_leaves_its_range_and_no_change_has_room_on_both_sides():
    assert change_in_pairs(became_sure=2, stopped_being_sure=0, of=2).high <= 1
    none = change_in_pairs(became_sure=0, stopped_being_sure=0, of=10)
    assert none.low < 0 < none.high


def test_of_nobody_there_is_no_figure():
    assert share_of(0, 0) is None
    assert change_in_pairs(became_sure=0, stopped_being_sure=0, of=0) is None
    assert (mean_of([]), mean_of([3]), median_of([]), median_with_interval([1.0] * 7)) == (None,) * 4
    assert still_going([], [], 182) is None


def test_more_than_everybody_is_refused():
    with pytest.raises(ValueError, match="more changed"):
        change_in_pairs(became_sure=2, stopped_being_sure=2, of=3)
    with pytest.raises(ValueError, match=r"k \(3\)|must"):
        share_of(3, 2)


def test_an_estimate_says_how_many_it_rests_on_and_how_many_were_asked():
    share = share_of(5, 10, asked=14)
    assert (share.value, share.n, share.asked) == (0.5, 10, 14)
    assert Estimate(**share.as_dict()) == share
    assert change_in_pairs(became_sure=9, stopped_being_sure=0, of=10, asked=14).is_clear
    assert not change_in_pairs(became_sure=1, stopped_being_sure=0, of=10).is_clear


def test_a_mean_comes_with_students_interval():
    found = mean_of([10, 20, 30, 40, 50])
    assert (found.value, found.n) == (30, 5)
    assert found.high == pytest.approx(30 + 2.7764 * 15.8114 / 5**0.5, abs=1e-3)
    assert mean_of([0, 0, 0, 0, 9]).low == 0


def test_a_median_lies_between_two_of_its_values():
    """Of 20 values the 6th and the 15th bound the median (Conover 1999, table A3: 95.9 %)."""
    found = median_with_interval([float(day) for day in range(1, 21)])
    assert (found.value, found.low, found.high, found.n) == (10.5, 6.0, 15.0, 20)
    assert median_of([1, 2, 3, 40, 50]) == 3


@pytest.mark.parametrize(
    ("days", "ended", "value"),
    [
        ([10, 20, 30, 40, 50, 200], [True, True, False, True, False, False], 2 / 3 * 2 / 3),
        ([200] * 5, [False] * 5, 1.0),
        ([50] * 5, [True] * 5, 0.0),
        ([10] * 5, [False] * 5, 1.0),
    ],
)
def test_what_is_watched_for_less_counts_as_far_as_it_came(days: list[float], ended: list[bool], value: float) -> None:
    found = still_going(days, ended, 182)
    assert found.value == pytest.approx(value)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high
    assert not any(math.isnan(one) for one in (found.low, found.high))


def test_the_interval_is_that_of_the_literature() -> None:
    """Log-log by hand (Kalbfleisch and Prentice 1980):

    Greenwood's sum for two deaths at risk 6 and 5, one at risk 3.
    """
    found = still_going([10, 20, 30, 40, 50, 200], [True, True, False, True, False, False], 182)
    greenwood = 1 / (6 * 5) + 1 / (5 * 4) + 1 / (3 * 2)
    spread = 1.959963984540054 * math.sqrt(greenwood) / abs(math.log(found.value))
    assert (found.low, found.high) == pytest.approx((found.value ** math.exp(spread), found.value ** math.exp(-spread)))
