"""The panel of a pair's page: the first thing there is to do, and never a button to the page it stands on."""

import pytest

from onemm.web.next_step import NextStep
from onemm.web.pair_page import Panel, panel_of

PAGE = "/mentor/matches/abc/"
OVER = Panel("You and Theo", "It has ended.")
READS = NextStep("Theo reads", "Soon.", PAGE, "See your page together")
SAY = NextStep("How is it going?", "One number.", "/pulse/", "Say how it goes")
PLAN = NextStep("Choose a day", "Nothing is planned.", "/plan/", "Plan an hour")
PAUSED = NextStep("Paused for now", "Please do not meet.", eyebrow="For now")


@pytest.mark.parametrize(
    ("steps", "panel"),
    [
        ([], OVER),
        ([PLAN, SAY], Panel("Choose a day", "Nothing is planned.", "Next", "/plan/", "Plan an hour")),
        ([READS], Panel("Theo reads", "Soon.")),
        ([READS, SAY], Panel("Theo reads", "Soon.", "Next", "/pulse/", "Say how it goes")),
        ([PAUSED], Panel("Paused for now", "Please do not meet.", "For now")),
        ([PAUSED, PLAN], Panel("Paused for now", "Please do not meet.", "For now")),
    ],
)
def test_the_panel_says_the_first_step_and_leads_on(steps: list[NextStep], panel: Panel) -> None:
    assert panel_of(steps, PAGE, otherwise=OVER) == panel
