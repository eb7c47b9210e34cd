"""A real browser, on a phone or at a desk, by day or by night, and people who use it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect, sync_playwright

from onemm.people.models import Person
from onemm.web.assets import build_assets
from tests.journeys.accessibility import WCAG, Once

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
LONGEST_PAGE = 100 * 1024
"""Bytes over the wire, photographs aside (DESIGN section 5)."""
SEEN = Once()
"""What the journeys of this process have looked at."""

# The browser itself fell over or the machine stood still. What a page shows or lacks is an AssertionError, and never
# tried again.
BROWSER_TROUBLE = pytest.mark.flaky(reruns=1, only_rerun=["^(Error|TimeoutError|TargetClosedError): "])

# As long as a page may take on a busy machine; what is waited for is always something that can be seen.
expect.set_options(timeout=30_000)

# The browser's own event loop runs in this thread; Django must not mistake the test for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(str(item.fspath)).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)
            if item.get_closest_marker("flaky") is None:
                item.add_marker(BROWSER_TROUBLE)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def assets() -> None:
    build_assets(configured.VAR / "assets")


@pytest.fixture(scope="session")
def chromium(assets: None) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


class Visitor:
    """One person at one browser. Every page they land on must be whole: no error, no broken script, no foreign host."""

    def __init__(self, context: BrowserContext, base: str, *, scripts: bool = True) -> None:
        self.context, self.base, self.scripts = context, base, scripts
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("response", self._look_at)
        self.troubles: list[str] = []

    def _look_at(self, response: Response) -> None:
        if response.status >= 500 or not response.url.startswith((self.base, "data:")):
            self.troubles.append(f"{response.status} {response.url}")

    def sign_in(self, person: Person) -> "Visitor":
        """Come in with everything the gate asks for, the second factor included."""
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = "onemm.people.signing_in.CountedBackend"
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        session.create()
        self.context.add_cookies(
            [{"name": configured.SESSION_COOKIE_NAME, "value": str(session.session_key), "url": self.base}]
        )
        return self

    def goes_to(self, path: str) -> "Visitor":
        response = self.page.goto(self.base + path if path.startswith("/") else path)
        assert response is not None
        assert response.status < 400, f"{response.status} at {path}"
        return self

    def follows(self, name: str, *, exact: bool = False) -> "Visitor":
        return self._lands_by(self.page.get_by_role("link", name=name, exact=exact).first)

    def presses(self, name: str, *, exact: bool = False) -> "Visitor":
        return self._lands_by(self.page.get_by_role("button", name=name, exact=exact).first)

    def _lands_by(self, control: Locator) -> "Visitor":
        """Click, and wait for the page it leads to: whoever looks too early sees the page they are leaving."""
        with self.page.expect_navigation(wait_until="load"):
            control.click()
        return self

    def fills(self, **fields: Any) -> "Visitor":
        """Fill fields by their names: text, a date, one choice, several choices, or a tick."""
        for name, value in fields.items():
            self._fill(name, value)
        return self

    def _fill(self, name: str, value: Any) -> None:
        box = self.page.locator(f"[name='{name}']")
        kind = box.first.get_attribute("type")
        if box.first.evaluate("e => e.tagName") == "SELECT":
            box.first.select_option(str(value))
        elif kind in {"radio", "checkbox"}:
            for one in value if isinstance(value, list | tuple) else [value]:
                choice = box.first if one is True else self.page.locator(f"[name='{name}'][value='{one}']")
                choice.check(force=True)
        else:
            box.first.fill(str(value))

    def sees(self, words: str) -> "Visitor":
        text = self.page.locator("main").inner_text()
        assert words.lower() in text.lower(), f"{words!r} is not on {self.page.url}:\n{text[:1500]}"
        assert not self.troubles, self.troubles
        return self

    def finds_it_accessible(self) -> "Visitor":
        """Run axe over the page, once per shape. It is itself a script: without scripts only the steps are walked."""
        if not self.scripts:
            return self
        found = SEEN.violations(self.page, WCAG)
        assert not found, f"{self.page.url}: {found}"
        return self

    def finds_nothing_cut_off(self) -> "Visitor":
        wider = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{self.page.url} is {wider} px too wide"
        return self


@pytest.fixture(autouse=True)
def letters_go_to_the_outbox(settings: Any) -> None:
    """The test runner would keep them in memory; the journey reads them where staff do."""
    settings.EMAIL_BACKEND = "onemm.notifications.backend.OutboxBackend"


@pytest.fixture
def visitor(chromium: Browser, live_server: Any) -> Iterator[Any]:
    """Make visitors: `visitor()` at a desk, `visitor(phone=True)`, `visitor(dark=True)`, `visitor(scripts=False)`."""
    contexts: list[BrowserContext] = []

    def come(*, phone: bool = False, dark: bool = False, scripts: bool = True) -> Visitor:
        context = chromium.new_context(
            viewport=PHONE if phone else DESK,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Visitor(context, live_server.url, scripts=scripts)

    yield come
    for context in contexts:
        context.close()
