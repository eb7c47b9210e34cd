"""Fixtures that every test may use: the standing cast, and a browser-like client that fills in the form's own token."""

import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from onemm.people.models import Person
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.factories.publishing import an_editor
from tests.factories.recruitment import an_application_in_screening
from tests.reading import as_read


class Browser(Client):
    """A test client that sends forms as a browser would, with a fresh token unless the test names one."""

    def post(self, path: str, data: Any = None, **kwargs: Any) -> Any:
        if "content_type" not in kwargs and not isinstance(data, str | bytes):
            data = {"form_token": str(uuid.uuid4()), **(data or {})}
        return super().post(path, data, **kwargs)

    def request(self, **request: Any) -> Any:
        """Answer pages as they read, see `tests.reading`."""
        response = super().request(**request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            response.content = as_read(response.content.decode()).encode()
        return response

    def sign_in(self, person: Person) -> "Browser":
        """Sign in with everything the gate asks for, the second factor included."""
        self.force_login(person, backend="onemm.people.signing_in.CountedBackend")
        session = self.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
        session.save()
        return self


def text(response: Any) -> str:
    """The page that was answered, which must be one, as it reads."""
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def cast(db: None) -> Cast:
    """The standing cast, each with the role they hold and the place where they hold it."""
    return Cast()


@pytest.fixture
def application(cast: Cast) -> Application:
    """Amina's, sent and being looked at."""
    return an_application_in_screening(cast, cast.amina)


@pytest.fixture
def edith(db: None) -> Person:
    """Editor."""
    return an_editor("Edith")


@pytest.fixture
def ravi(db: None) -> Person:
    """Editor too: nobody publishes what they wrote themselves."""
    return an_editor("Ravi")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--asks-database", action="store_true", help="Only the tests that ask a database: others know no difference."
    )


def asks_database(item: pytest.Item) -> bool:
    asked = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Slow tests go first, so that no worker is left alone with one of them at the end. Within a half the order stays
    random.
    """
    if config.getoption("--asks-database"):
        config.hook.pytest_deselected(items=[item for item in items if not asks_database(item)])
        items[:] = [item for item in items if asks_database(item)]
    items.sort(key=lambda item: not (item.get_closest_marker("slow") or item.get_closest_marker("journey")))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say plainly, in the last lines, what was skipped and why; in CI nothing may be."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = sorted(
        {str(report.longrepr[-1]) if isinstance(report.longrepr, tuple) else str(report.longrepr) for report in skipped}
    )
    for reason in reasons:
        count = sum(reason in str(report.longrepr) for report in skipped)
        terminalreporter.write_line(f"{count} skipped: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("ONEMM_CI") == "on" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A page that asks again and again may still be asking when the last test is over; the test database goes all the
    same.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                "pg_backend_pid()"
            )
