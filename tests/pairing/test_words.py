"""Distances and times as people say them."""

import pytest

from pairing import Reason, about_miles, free_times
from pairing.explanation.words import change_for_mentor, change_for_young_person, listed, plain


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0.0, "about half a mile"),
        (1.6, "about 1 mile"),
        (2.4, "about 1½ miles"),
        (3.3, "about 2 miles"),
        (16.1, "about 10 miles"),
    ],
)
def test_a_distance_is_told_in_half_miles_and_never_less(km, words):
    assert about_miles(km) == words


def test_times_are_told_by_day_and_part_of_the_day():
    assert free_times(1 << 5 | 1 << 11 | 1 << 15) == "on Saturday mornings and on Tuesday and Thursday evenings"
    assert free_times(0b100100100100100100100) == "every evening"
    assert free_times(0) == ""


def test_stored_words_are_told_plainly_and_listed_with_and():
    assert plain("health_care") == "health care"
    assert [listed(["a", "b", "c"][:many]) for many in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_change_in_words_for_either_side(reason):
    for change in (change_for_mentor, change_for_young_person):
        one, many = change(reason, 1), change(reason, 7)
        assert one.endswith(".")
        assert ("7" in many) == (reason != Reason.SEVERAL)
        assert "7" not in one
