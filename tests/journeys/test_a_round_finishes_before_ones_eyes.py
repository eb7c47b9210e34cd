"""A round's page follows the round by itself; without scripts a press of a button does the same."""

from collections.abc import Callable

import pytest

from onemm.lib.tasks import run_waiting
from tests.cast import Cast
from tests.factories.matching import a_pair_that_fits
from tests.journeys.conftest import Visitor

SOON = 10_000
"""Milliseconds: the page asks every two seconds."""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_page_follows_the_round_by_itself(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    a_pair_that_fits(cast)
    sam = visitor(phone=True).sign_in(cast.sam)
    sam.goes_to("/partner/rounds/").presses("Find the best pairs").sees("waiting for its turn").finds_it_accessible()
    run_waiting()
    sam.page.get_by_role("heading", name="1 proposal for your 1 young person").wait_for(timeout=SOON)
    sam.sees("Amina works in engineering").finds_it_accessible().finds_nothing_cut_off()
    sam.page.locator("[data-check-all]").check()
    sam.presses("Approve the ticked ones").sees("1 pair has been asked")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_without_scripts_a_press_of_a_button_does_the_same(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    a_pair_that_fits(cast)
    sam = visitor(scripts=False).sign_in(cast.sam)
    sam.goes_to("/partner/rounds/").presses("Find the best pairs").sees("waiting for its turn")
    run_waiting()
    sam.follows("Look again").sees("1 proposal for your 1 young person")
    sam.page.locator("summary", has_text="Approve many at once").click()
    sam.fills(fit="10").presses("Approve these").sees("1 pair has been asked")
