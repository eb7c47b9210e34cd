"""When someone is asked, and which steps they have reached."""

from datetime import UTC, datetime, timedelta

import pytest

from onemm.impact import rules

MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


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
