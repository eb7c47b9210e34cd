import pytest
from django.urls import reverse

from onemm.learning.models import ScenarioRun
from onemm.learning.queries import walk_of
from onemm.learning.rules import ScenarioStep
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import ESSENTIALS, walk_through

SCENARIO = reverse("mentor:practice", args=[ESSENTIALS, "a-secret"])


def walk_in(browser: Browser, *, points: int) -> str:
    """Begin, choose at each moment what is nearest to so many points, and return the last page."""
    page = browser.post(SCENARIO)["Location"]
    while True:
        run = ScenarioRun.objects.latest("pk")
        went = walk_of(run)
        assert went is not None
        if not isinstance(went.here, ScenarioStep):
            return browser.get(page).content.decode()
        option = min(went.here.options, key=lambda one: abs(one.points - points))
        assert browser.post(page, {"option": option.key})["Location"] == page
        assert option.feedback.split(".")[0].split("’")[0] in browser.get(page).content.decode()


def test_a_scenario_is_walked_with_the_reasoning_at_each_step(cast: Cast, browser: Browser) -> None:
    intro = browser.sign_in(cast.amina).get(SCENARIO).content.decode()
    assert "How it is judged" in intro
    assert "What we hope for" in intro
    end = walk_in(browser, points=3)
    assert "Walked well" in end
    assert "Every choice, with its points" in end
    assert "Could do harm" in end
    assert ScenarioRun.objects.get().is_competent
    assert "Walked well" in browser.get(SCENARIO).content.decode()


def test_harm_is_named_and_another_walk_offered(cast: Cast, browser: Browser) -> None:
    end = walk_in(browser.sign_in(cast.amina), points=0)
    assert "Worth another walk" in end
    assert "that could do harm" in end
    assert "You have walked this 1 time." in browser.get(SCENARIO).content.decode()


def test_one_can_stop_in_the_middle_and_go_on(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.amina).post(SCENARIO)["Location"]
    browser.post(page, {"option": "honest"})
    assert "Go on with it" in browser.get(SCENARIO).content.decode()
    assert browser.post(SCENARIO)["Location"] == page
    assert "Honest before he speaks" in browser.get(page).content.decode()


@pytest.mark.parametrize("given", [{}, {"option": "nonsense"}])
def test_nothing_chosen_is_asked_for(cast: Cast, browser: Browser, given: dict[str, str]) -> None:
    page = browser.sign_in(cast.amina).post(SCENARIO)["Location"]
    assert browser.post(page, given).status_code == 200
    assert ScenarioRun.objects.get().chosen == []


def test_a_walk_is_nobody_elses(cast: Cast, browser: Browser) -> None:
    run = walk_through(cast.amina)
    page = reverse("mentor:walk", args=[run.public_id])
    assert browser.sign_in(cast.other_mentor).get(page).status_code == 404
    assert browser.sign_in(cast.noor).get(page).status_code == 403
    assert browser.get(SCENARIO).status_code == 403


def test_a_scenario_rewritten_under_a_walk_leads_back_to_its_beginning(cast: Cast, browser: Browser) -> None:
    page = browser.sign_in(cast.amina).post(SCENARIO)["Location"]
    ScenarioRun.objects.update(version="2020-1")
    assert browser.get(page)["Location"] == SCENARIO
    assert browser.get(reverse("mentor:practice", args=[ESSENTIALS, "none"])).status_code == 404
