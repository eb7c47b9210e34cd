"""Every page there is, as someone who may open it: accessible on a phone and at a desk, and in the dark; light;
whole.
"""

import gzip
import re
from collections.abc import Callable
from functools import cache

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Response

from onemm.config.routes import Route, our_routes
from tests.access.test_everybody_everywhere import TABLE, who_opens
from tests.access.world import arguments, objects_of, people_of
from tests.cast import Cast
from tests.journeys.accessibility import CONTRAST, WCAG, violations
from tests.journeys.conftest import DESK, LONGEST_PAGE, PHONE, Visitor

NO_PAGE = {
    "public:healthz",
    "public:demo_sign_in",
    "public:credential_status",
    "public:badge_issuer",
    "public:badge_key",
    "partner:list_template",
    "mentor:booking_calendar",
    "staff:interview_calendar",
    "staff:campaign_qr",
    "employer:invite_template",
    "employer:invite_refused",
    "partner:list_refused",
    # An e-mail as a mail program shows it: a frame of the page about its kind, which is looked at.
    "staff:email_kind_html",
    "public:worker",
    "public:phone_me",
    "public:lesson_file",
    "public:passport_keys",
    "public:passport_list",
}
NEEDS_SCRIPTS = {"", "Print this page", "Print this poster", "Keep this unit on my phone"}
"""Marked in the pages: a box that ticks all boxes (it has no name), the browser's own printing by a button, and what a
phone keeps.
"""


def pages() -> list[Route]:
    """Return every route that answers GET with a page."""
    return [route for route in our_routes() if TABLE[route.name]["get"] == 200 and route.name not in NO_PAGE]


def looks(page: Page) -> list[str]:
    """Look at a page three ways: on a phone, on a phone in the dark, whose colours are those of a desk in the dark, and
    at a desk.
    """
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict of two numbers
    wrong = [f"phone, dark: {found}" for found in violations(page, CONTRAST)]
    page.emulate_media(color_scheme="light")
    for size, name in ((PHONE, "phone"), (DESK, "desk")):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict of two numbers
        wrong += [f"{name}: {found}" for found in violations(page, WCAG)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{name}: wider than the screen")
    return wrong


def offers(page: Page) -> set[str]:
    """Return what can be pressed, followed and filled in on a page as it is seen.

    The place in a list is sealed anew at every drawing, so that it is left out.
    """
    seen = page.locator("a, button, summary, input:not([type=hidden]), select, textarea").evaluate_all(
        """found => found.filter(one => one.checkVisibility({visibilityProperty: true})).map(
            one => [one.name, one.getAttribute("href"), one.textContent.trim()].filter(Boolean).join(" ")
        )"""
    )
    return {re.sub(r"\b(after|before)=[\w-]+", r"\1=", each) for each in seen}


class Scales:
    """Weighs what a page needs, as it goes over the wire: text compressed, fonts as they are."""

    def __init__(self, page: Page) -> None:
        self.weight = 0
        page.on("response", self._weigh)

    def _weigh(self, response: Response) -> None:
        if response.status == 200:
            body = response.body()
            self.weight += min(len(body), len(gzip.compress(body)))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("half", [0, 1])
def test_every_page_is_accessible_light_and_whole(visitor: Callable[..., Visitor], half: int) -> None:
    cast = Cast()
    objects, people = objects_of(cast), people_of(cast)
    wrong: list[str] = []
    for route in pages()[half::2]:
        someone = visitor(phone=True).sign_in(people[who_opens(route)])
        scales = Scales(someone.page)
        path = reverse(route.name, args=arguments(route.name, route.address, TABLE[route.name]["object"], objects))
        someone.goes_to(path)
        wrong += [f"{route.name}: {found}" for found in looks(someone.page)]
        wrong += [f"{route.name}: {trouble}" for trouble in someone.troubles]
        if scales.weight > LONGEST_PAGE:
            wrong.append(f"{route.name} weighs {scales.weight // 1024} KB")
        someone.context.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_page_offers_the_same_without_scripts_but_for_what_says_it_needs_them(
    visitor: Callable[..., Visitor],
) -> None:
    """The same things can be pressed, followed and filled in; only what is marked `data-scripted` is not shown."""
    cast = Cast()
    objects, people = objects_of(cast), people_of(cast)
    wrong: list[str] = []
    # Coming in is what costs; whoever has come in once, with and without scripts, opens page after page.
    come_in = cache(lambda who, scripts: visitor(phone=True, scripts=scripts).sign_in(people[who]))
    for route in pages():
        path = reverse(route.name, args=arguments(route.name, route.address, TABLE[route.name]["object"], objects))
        found = {}
        for scripts in (True, False):
            someone = come_in(who_opens(route), scripts).goes_to(path)
            found[scripts] = offers(someone.page)
            if not scripts and someone.page.locator("[data-print]:visible, [data-check-all]:visible").count():
                wrong.append(f"{route.name}: shows what does nothing without scripts")
        if missing := found[True] - found[False] - NEEDS_SCRIPTS:
            wrong.append(f"{route.name}: only with scripts: {sorted(missing)}")
    assert not wrong, "\n".join(wrong)
