"""Cumulative incidence, against statsmodels, a Kaplan-Meier curve of scipy, and values by hand."""

import random

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from onemm.lib.statistics import ARRIVED, STOPPED, WAITING, incidence

Ways = list[tuple[float, int]]


def drawn(seed: int, people: int, *, stops: bool = True) -> Ways:
    """People of whom some arrive, some stop and some still wait, with many on the same day."""
    chance = random.Random(seed)
    kinds = (ARRIVED, STOPPED, WAITING) if stops else (ARRIVED, WAITING)
    return [(float(chance.randint(1, 60)), chance.choice(kinds)) for _ in range(people)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", [ARRIVED, STOPPED])
def test_shares_and_errors_are_those_of_statsmodels(seed: int, kind: int) -> None:
    from statsmodels.duration.survfunc import CumIncidenceRight

    ways = [*drawn(seed, 150), (61.0, WAITING)]
    theirs = CumIncidenceRight([days for days, _ in ways], [how for _, how in ways])
    ours = incidence(ways, kind)
    # A share has one error for one interval: the width on the log-minus-log scale gives it back.
    for day, share in zip(ours.days, ours.shares, strict=True):
        at = int(np.searchsorted(theirs.times, day))
        assert share.value == pytest.approx(theirs.cinc[kind - 1][at])
        if 0 < share.value < 1:
            spread = np.log(np.log(share.low) / np.log(share.value))
            error = spread / 1.959963984540054 * -share.value * np.log(share.value)
            assert error == pytest.approx(theirs.cinc_se[kind - 1][at], rel=1e-6)


def test_where_nobody_stops_it_is_one_minus_kaplan_meier() -> None:
    ways = drawn(7, 80, stops=False)
    survival = ecdf(
        CensoredData(
            uncensored=[days for days, kind in ways if kind == ARRIVED],
            right=[days for days, kind in ways if kind == WAITING],
        )
    ).sf
    found = incidence(ways, ARRIVED)
    for day, share in zip(found.days, found.shares, strict=True):
        assert share.value == pytest.approx(1 - float(survival.evaluate(day)))


def test_where_nobody_waits_it_is_the_plain_share() -> None:
    ways: Ways = [(1, ARRIVED), (2, ARRIVED), (2, STOPPED), (3, ARRIVED), (9, STOPPED)]
    found = incidence(ways, ARRIVED)
    assert [found.by(day).value for day in (0.5, 1, 2, 3, 100)] == pytest.approx([0, 0.2, 0.4, 0.6, 0.6])
    assert found.day_of(0.5) == 3
    assert found.day_of(0.7) is None


def test_those_who_stop_are_not_counted_as_if_they_might_still_arrive() -> None:
    """Kaplan-Meier that takes the stopped for waiting says that all will be ready; half of them have gone."""
    ways: Ways = [(1, STOPPED), (2, ARRIVED), (3, STOPPED), (4, ARRIVED)]
    assert incidence(ways, ARRIVED).by(10).value == pytest.approx(0.5)
    naive = incidence([(days, WAITING if kind == STOPPED else kind) for days, kind in ways], ARRIVED)
    assert naive.by(10).value == pytest.approx(1.0)


@pytest.mark.parametrize("seed", range(6))
def test_the_kinds_together_never_exceed_everybody_and_bounds_enclose_the_share(seed: int) -> None:
    ways = drawn(seed, 40)
    ready, stopped = incidence(ways, ARRIVED), incidence(ways, STOPPED)
    for day in range(62):
        assert ready.by(day).value + stopped.by(day).value <= 1 + 1e-9
        for share in (ready.by(day), stopped.by(day)):
            assert 0 <= share.low <= share.value <= share.high <= 1
    assert [share.value for share in ready.shares] == sorted(share.value for share in ready.shares)


def test_a_day_has_bounds_around_it_or_none_where_the_curve_never_comes() -> None:
    found = incidence([(float(day), ARRIVED) for day in range(1, 41)], ARRIVED)
    assert found.earliest_day_of(0.5) < found.day_of(0.5) < found.latest_day_of(0.5)
    few = incidence([(1.0, ARRIVED), *[(50.0, WAITING)] * 9], ARRIVED)
    assert few.day_of(0.5) is None


def test_nobody_is_a_curve_that_never_rises_and_no_way_is_shorter_than_nothing() -> None:
    assert incidence([], ARRIVED).by(100).value == 0
    with pytest.raises(ValueError, match="set out"):
        incidence([(-1.0, ARRIVED)], ARRIVED)


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    """Of 300 invented years with a known share of 0.4 by day 10, at least 92 in 100 intervals hold it."""
    chance, held = random.Random(11), 0
    for _ in range(300):
        ways: Ways = []
        for _ in range(60):
            kind = ARRIVED if chance.random() < 0.5 else STOPPED
            days, until = chance.uniform(0, 12.5), chance.uniform(2, 30)
            ways.append((days, kind) if days <= until else (until, WAITING))
        share = incidence(ways, ARRIVED).by(10)
        held += share.low <= 0.4 <= share.high
    assert held >= 0.92 * 300
