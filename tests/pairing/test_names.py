"""Names kept as letters come back as they were."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pairing.columns.names import Names

WORDS = st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=6), max_size=30)


@given(WORDS, WORDS)
def test_names_come_back_in_order_one_by_one_and_by_rows(some, more):
    names = Names(some)
    names.add(more)
    everybody = [*some, *more]
    assert list(names) == everybody
    assert len(names) == len(everybody)
    assert [names[row] for row in range(len(everybody))] == everybody
    assert names.at(np.arange(len(everybody))[::-1]) == everybody[::-1]


@given(WORDS)
def test_the_first_name_that_was_there_before_is_found(words):
    first = {}
    expected = None
    for row, word in enumerate(words):
        if word in first and expected is None:
            expected = (row, first[word])
        first.setdefault(word, row)
    assert Names(words).repeated() == expected


@pytest.mark.parametrize("row", [2, -1])
def test_a_row_that_is_not_there_is_refused(row):
    with pytest.raises(IndexError):
        Names(["amina", "ben"])[row]
