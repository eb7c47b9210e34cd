"""Which counts are shown: nobody can work out a count under five, however they add and subtract."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm.outreach.rules.disclosure import FEWEST_SHOWN, hidden_cells, in_words, steps_in_words

TABLES = st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyzw")), st.integers(0, 30), min_size=1)


@pytest.mark.parametrize(("count", "words"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")])
def test_a_count_under_five_is_not_said(count: int, words: str) -> None:
    assert in_words(count) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([40, 20, 10, 5, 0], ["40", "20", "10", "5", "not shown"]),
        ([12, 11, 7, 7], ["12", "at least 5", "7", "7"]),
        ([14, 13, 12], ["14", "at least 10", "at least 10"]),
        ([4, 3], ["fewer than 5", "fewer than 5"]),
        ([6, 9], ["6", "9"]),
        ([21, 20], ["21", "at least 15"]),
        ([6, 5, 2], ["6", "not shown", "not shown"]),
    ],
)
def test_a_step_that_few_stopped_at_is_rounded_down(counts: list[int], words: list[str]) -> None:
    assert steps_in_words(counts) == words


@pytest.mark.parametrize("whole", range(5, 60))
def test_no_step_gives_away_how_few_stopped_at_it(whole: int) -> None:
    """Whatever is said of a part, either nobody stopped, or five or more, or at least three numbers remain possible."""
    said = {part: steps_in_words([whole, part])[1] for part in range(whole + 1)}
    for part, words in said.items():
        alike = [other for other, other_words in said.items() if other_words == words]
        assert part == whole or whole - part >= FEWEST_SHOWN or len(alike) >= 3


def test_one_hidden_cell_takes_the_next_smallest_with_it() -> None:
    hidden = hidden_cells({("area", "women"): 30, ("area", "men"): 12, ("area", "other"): 2})
    assert {("area", "other"), ("area", "men")} <= hidden
    assert ("area", "women") not in hidden
    assert ("area", "") not in hidden


def test_two_hidden_cells_that_hold_under_five_take_a_third() -> None:
    hidden = hidden_cells({("area", name): many for name, many in (("a", 30), ("b", 12), ("c", 1), ("d", 2))})
    assert ("area", "b") in hidden


def test_where_nothing_is_left_to_hide_with_it_the_total_goes() -> None:
    assert ("area", "") in hidden_cells({("area", "a"): 3, ("area", "b"): 1})


def test_nothing_is_hidden_where_every_cell_is_large() -> None:
    assert not hidden_cells({(row, column): 7 for row in "ab" for column in "xy"})


@given(TABLES)
def test_every_small_cell_is_hidden(table: dict[tuple[str, str], int]) -> None:
    hidden = hidden_cells(table)
    assert {cell for cell, count in table.items() if count < FEWEST_SHOWN} <= hidden


@given(TABLES)
def test_no_line_gives_a_hidden_count_away(table: dict[tuple[str, str], int]) -> None:
    """In every row and column whose total is shown, what is hidden is at least two cells, five people between them."""
    hidden = hidden_cells(table)
    for side, at in itertools.product((0, 1), "abcxyzw"):
        line = [cell for cell in table if cell[side] == at]
        total = (at, "") if side == 0 else ("", at)
        out = [cell for cell in line if cell in hidden]
        if out and total not in hidden:
            assert len(out) >= 2
            assert sum(table[cell] for cell in out) >= FEWEST_SHOWN


@given(TABLES)
def test_a_hidden_total_cannot_be_added_up(table: dict[tuple[str, str], int]) -> None:
    hidden = hidden_cells(table)
    for side, at in itertools.product((0, 1), "abcxyzw"):
        line = [cell for cell in table if cell[side] == at]
        total = (at, "") if side == 0 else ("", at)
        if line and total in hidden:
            assert any(cell in hidden for cell in line)
