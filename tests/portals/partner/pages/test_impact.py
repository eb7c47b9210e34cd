"""The title says what was found, and no more than the interval allows."""

import pytest

from onemm.impact.queries import BeforeAndAfter
from onemm.lib.statistics import Estimate
from onemm.portals.partner.pages.impact import finding_of


def found(before: float, after: float, low: float, high: float) -> BeforeAndAfter:
    return BeforeAndAfter(
        question="How sure are you?",
        source="Of our own.",
        started=20,
        asked=20,
        answered=20,
        before=Estimate(before, 0, 1, 20),
        after=Estimate(after, 0, 1, 20),
        change=Estimate(after - before, low, high, 20),
    )


@pytest.mark.parametrize(
    ("result", "finding"),
    [
        (found(0.25, 0.75, 0.2, 0.8), "More are sure now: 25% before, 75% later"),
        (found(0.75, 0.25, -0.8, -0.2), "Fewer are sure now: 75% before, 25% later"),
        (found(0.5, 0.6, -0.1, 0.3), "50% were sure before and 60% later: too close to call"),
        (
            BeforeAndAfter("", "", started=4, asked=4, answered=4, before=None, after=None, change=None),
            "Too few have answered to show what changed",
        ),
    ],
)
def test_the_finding_is_what_the_interval_allows(result: BeforeAndAfter, finding: str) -> None:
    assert finding_of(result) == finding
