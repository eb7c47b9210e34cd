"""The simulated year: the same people whichever way it is run, the platform's own rules within it, and documents that
tell its figures.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest

from onemm.recruitment.rules import references, waits
from onemm.simulation import OFF, ON, Assumptions, compared, figures_of, report, simulate_year, trials, ways
from onemm.simulation.assumptions import CHECKS, Measured
from onemm.simulation.life import PARTS, READY, Life
from tests.config.test_command_line import onemm

DOCS = Path(__file__).parents[2] / "docs" / "recruitment-simulated.md"
SMALL = 120


def a_year(way: ways.Way = ON, *, seed: int = 1, people: int = SMALL, **given: object) -> tuple[list[Life], float]:
    return simulate_year(way, seed=seed, applicants=people, assumptions=replace(Assumptions(), **given))


def days_to_ready(lives: list[Life]) -> list[float]:
    return [life.days for life in lives if life.outcome == READY]


def test_the_platform_makes_more_people_ready_and_sooner() -> None:
    found = compared(a_year(ON), a_year(OFF))
    assert found.on.median * 2 < found.off.median
    assert found.on.ready > found.off.ready * 2
    assert found.sooner > 30
    for one in (found.on, found.off):
        assert one.low <= one.median <= one.high
        assert one.began == SMALL == one.ready + one.left + one.declined + one.on_the_way
        assert sum(one.left_at.values()) == one.left


def test_the_same_seed_lives_the_same_year_and_another_one_lives_another() -> None:
    def told(seed: int) -> list[tuple[str, float]]:
        return [(life.outcome, life.over_at) for life in a_year(seed=seed, people=50)[0]]

    assert told(1) == told(1)
    assert told(1) != told(2)


def test_both_ways_have_the_same_people_and_nobody_sends_the_form_later_for_being_reminded() -> None:
    pairs = list(zip(a_year(ON)[0], a_year(OFF)[0], strict=True))
    assert all(with_it.began == without.began for with_it, without in pairs)
    sent = [
        (with_it.done["form"], without.done["form"])
        for with_it, without in pairs
        if "form" in with_it.done and "form" in without.done
    ]
    assert len(sent) > SMALL / 2
    assert all(one <= other + 1e-9 for one, other in sent)
    assert any(one < other - 1 for one, other in sent)


def test_nothing_is_decided_before_all_is_gathered_and_nobody_is_ready_untrained() -> None:
    for way in (ON, OFF):
        for life in a_year(way)[0]:
            if life.outcome == READY:
                assert set(life.done) == set(PARTS)
                assert life.done["decision"] > max(
                    life.done[part] for part in ("form", "read", "references", "talk", "check")
                )
                assert life.over_at == max(life.done.values())


def test_without_the_platform_each_step_waits_for_the_one_before() -> None:
    for life in a_year(OFF)[0]:
        moments = [life.done[part] for part in PARTS if part in life.done]
        assert moments == sorted(moments)
        assert list(life.done) == list(PARTS[: len(life.done)])


def test_when_referees_are_chased_is_the_platforms_rule_and_no_copy_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert vars(ways)["CHASED_ON"] is references.CHASED_ON
    usual = median(days_to_ready(a_year()[0]))
    monkeypatch.setattr(ways, "CHASED_ON", (30, 60, 90))
    assert median(days_to_ready(a_year()[0])) > usual + 3


def test_when_applicants_are_reminded_is_the_platforms_rule_and_no_copy_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert vars(ways)["REMINDED_ON"] is waits.REMINDED_ON
    usual = median(days_to_ready(a_year(applicant_acts=(0.1, 0.9))[0]))
    monkeypatch.setattr(ways, "REMINDED_ON", (30, 60, 90))
    assert median(days_to_ready(a_year(applicant_acts=(0.1, 0.9))[0])) > usual + 10


def test_how_long_a_wait_may_last_is_the_platforms_rule_and_no_copy_of_it() -> None:
    usual = median(days_to_ready(a_year(looks_daily=0.0)[0]))
    with limits(read=60, ask=60, hand_over=60):
        assert median(days_to_ready(a_year(looks_daily=0.0)[0])) > usual + 30


@contextmanager
def limits(**changed: int) -> Iterator[None]:
    before = dict(waits.LIMITS)
    waits.LIMITS.update(changed)
    try:
        yield
    finally:
        waits.LIMITS.update(before)


def test_nobody_leaves_who_never_loses_patience() -> None:
    lives, _ = a_year(leaves_in_touch=0.0, leaves_in_silence=0.0, form_never=0.0)
    assert not any(life.outcome == "left" for life in lives)


def test_staff_work_on_working_days_between_nine_and_five() -> None:
    for life in a_year(people=60)[0]:
        for part in ("read", "decision"):
            at = life.done.get(part)
            if at is not None:
                assert ways.is_working(int(at))
                assert ways.BEGINS <= at % 1 <= ways.ENDS + 1e-9


def test_the_delays_of_checks_are_those_of_their_source() -> None:
    chance = Random(1)
    drawn = [Assumptions().check.drawn(chance) for _ in range(20_000)]
    assert "10.7 days in the mean" in CHECKS
    assert sum(drawn) / len(drawn) == pytest.approx(10.7, rel=0.04)
    assert sum(day <= 14 for day in drawn) / len(drawn) == pytest.approx(0.784, abs=0.01)


def test_a_measured_delay_comes_out_as_it_was_measured() -> None:
    chance, measured = Random(1), Measured(((0, 0), (1, 0.5), (7, 1)))
    drawn = [measured.drawn(chance) for _ in range(10_000)]
    assert sum(day <= 1 for day in drawn) / len(drawn) == pytest.approx(0.5, abs=0.02)
    assert 0 <= min(drawn) < max(drawn) <= 7


@pytest.mark.slow
def test_each_part_is_named_and_without_all_of_them_fewer_people_are_ready_in_time() -> None:
    found = [figures.ready_within_aim for _, figures in trials.tried(trials.parts(), seed=1, applicants=400)]
    assert found[0] > found[-1] * 2


def test_too_few_people_are_no_figure() -> None:
    with pytest.raises(ValueError, match="became ready"):
        figures_of(*a_year(people=5))


def test_the_command_ends_with_its_figures_as_json() -> None:
    result = onemm(
        "simulate", "recruitment", "--seed", "3", "--applicants", "100", "--years", "1", "--no-what-if", "--json"
    )
    assert result.exit_code == 0, result.output
    figures = json.loads(result.output.splitlines()[-1])
    assert figures["seed"] == 3
    assert figures["on"]["median"] < figures["off"]["median"]
    assert figures["meets_the_aim"] == (figures["on"]["median"] <= figures["aim"])


def test_too_small_a_year_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onemm.simulation.figures.LEAST_READY", 1000)
    result = onemm("simulate", "recruitment", "--applicants", "50", "--years", "1", "--no-what-if")
    assert result.exit_code == 1
    assert "became ready; let more people begin" in result.output


def test_the_documents_list_every_assumption_with_its_source() -> None:
    text = DOCS.read_text(encoding="utf-8")
    missing = [line for line in report.assumptions_in_words(Assumptions()) if line not in text]
    assert not missing, missing


@pytest.mark.slow
def test_the_documents_tell_the_figures_of_the_command() -> None:
    result = onemm("simulate", "recruitment", "--seed", "1")
    kept = DOCS.read_text(encoding="utf-8").split("<!-- figures -->\n")[1].split("\n<!-- /figures -->")[0]
    assert kept in result.output
