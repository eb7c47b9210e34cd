from datetime import datetime

import pytest

from onemm.web.dates import hours_and_minutes
from onemm.web.next_step import when_in_words
from onemm.web.templatetags.ui_figures import miles


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (None, ""),
        (0.2, "under half a mile"),
        (1.6, "1 mile"),
        (4.0, "2½ miles"),
        (15.9, "10 miles"),
        (258.0, "160 miles"),
    ],
)
def test_a_distance_is_said_as_finely_as_it_matters(km: float | None, words: str) -> None:
    assert miles(km) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (255, "4 hours 15 minutes"),
    ],
)
def test_time_given_is_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert hours_and_minutes(minutes) == words


def test_a_day_is_said_where_the_programme_runs_whatever_the_clocks_do() -> None:
    assert when_in_words(datetime.fromisoformat("2026-07-02T16:30Z")) == "Thursday 2 July at 17:30"
    assert when_in_words(datetime.fromisoformat("2026-12-03T17:30Z")) == "Thursday 3 December at 17:30"
