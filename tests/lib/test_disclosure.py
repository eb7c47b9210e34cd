"""Which counts are shown: nobody can work out a count under five, however they add and subtract."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm.lib.disclosure import (
    FEWEST,
    held_back,
    hidden_cells,
    in_a_cell,
    in_words,
    parts_in_words,
    shown,
    shown_total,
    steps_in_words,
    tells_apart,
)
from onemm.lib.statistics import share_of

TABLES = st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyzw")), st.integers(0, 30), min_size=1)


@pytest.mark.parametrize(("count", "words"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")])
def test_a_count_under_five_is_not_said(count: int, words: str) -> None:
    assert in_words(count) == words


def test_where_nobody_may_be_known_it_is_said_in_its_own_word() -> None:
    assert [in_words(count, none="0") for count in (0, 3, 7)] == ["0", "fewer than 5", "7"]
    assert [in_a_cell(count, none="–") for count in (0, 3, None, 7)] == ["–", "under 5", "under 5", "7"]


def test_a_figure_of_fewer_than_five_is_not_shown() -> None:
    assert (shown(4), shown(5), shown(0)) == (None, 5, None)
    assert (shown(12.5, of=4), shown(12.5, of=5), shown(None, of=9)) == (None, 12.5, None)
    assert shown(share_of(4, 4)) is None
    assert shown(share_of(5, 5)) == share_of(5, 5)
    assert shown(share_of(0, 0)) is None


@pytest.mark.parametrize(
    ("parts", "total"), [((9, 6), 15), ((9, 3), None), ((9, 3, 2), 14), ((2, 2), None), ((0, 0), None), ((9, 0), 9)]
)
def test_a_total_stands_beside_its_parts_unless_the_hidden_ones_could_be_worked_out(
    parts: tuple[int, ...], total: int | None
) -> None:
    assert shown_total(parts) == total


@pytest.mark.parametrize(("parts", "back"), [((9, 3), 3), ((9, 3, 2), 0), ((9, 6), 0), ((4,), 4)])
def test_a_total_is_lowered_by_what_its_hidden_parts_hold(parts: tuple[int, ...], back: int) -> None:
    assert held_back(parts) == back


@pytest.mark.parametrize(
    ("part", "whole", "apart"), [(5, 10, True), (4, 10, False), (7, 10, False), (10, 10, True), (0, 0, False)]
)
def test_a_group_stands_beside_everybody_when_neither_it_nor_the_rest_is_few(
    part: int, whole: int, apart: bool
) -> None:
    assert tells_apart(part, whole) is apart


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([9, 8, 0], ["9", "8", "none"]),
        ([9, 2, 0], ["not shown", "fewer than 5", "none"]),
        ([9, 1, 2], ["not shown", "fewer than 5", "fewer than 5"]),
        ([9, 3, 2], ["9", "fewer than 5", "fewer than 5"]),
        ([3, 0, 0], ["fewer than 5", "none", "none"]),
    ],
)
def test_parts_of_a_known_whole_hide_one_another(counts: list[int], words: list[str]) -> None:
    assert parts_in_words(counts) == words


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
        assert part == whole or whole - part >= FEWEST or len(alike) >= 3


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
    assert {cell for cell, count in table.items() if count < FEWEST} <= hidden


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
            assert sum(table[cell] for cell in out) >= FEWEST


@given(TABLES)
def test_a_hidden_total_cannot_be_added_up(table: dict[tuple[str, str], int]) -> None:
    hidden = hidden_cells(table)
    for side, at in itertools.product((0, 1), "abcxyzw"):
        line = [cell for cell in table if cell[side] == at]
        total = (at, "") if side == 0 else ("", at)
        if line and total in hidden:
            assert any(cell in hidden for cell in line)


def test_a_cell_that_another_table_hides_takes_more_with_it() -> None:
    table = {("east", "women"): 30, ("east", "men"): 12, ("west", "women"): 9, ("west", "men"): 8}
    hidden = hidden_cells(table, also=[("west", "")])
    assert ("west", "") in hidden
    assert ("", "") in hidden or len({cell for cell in hidden if cell[1] == ""}) > 1, "no total gives it away"
