"""Every route × every role × own, someone else's and missing × methods, against one reviewed table.

What the table says of a route: its gate; the kind of object in its address; whose object it is; what GET and POST (an
empty form with a good token) answer to them. All else follows, for every role alike: not signed in is sent to sign in;
no permission is 403; someone else's object answers exactly as a missing one, 404; other methods are 405; nothing is
ever a 500.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from onemm.config.routes import Route, our_routes
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.people.roles import roles_with
from onemm.web.gate import OPEN, SIGNED_IN
from tests.access.world import Elsewhere, Objects, arguments, objects_of, people_of
from tests.cast import Cast
from tests.conftest import Browser

TABLE: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "table.toml").read_text(encoding="utf-8"))
ROLES = [
    "anonymous",
    "stranger",
    "mentor",
    "another mentor",
    "young person",
    "coordinator",
    "another coordinator",
    "employer lead",
    "trainer",
    "editor",
    "analyst",
    "programme manager",
    "safeguarding lead",
    "administrator",
]

FIRST_ROLE = (
    "coordinator",
    "editor",
    "programme manager",
    "safeguarding lead",
    "administrator",
    "trainer",
    "employer lead",
    "mentor",
    "young person",
    "stranger",
)
"""Who of those that may opens a page where one is enough."""


def test_the_table_has_every_route_and_no_other() -> None:
    assert set(TABLE) == {route.name for route in our_routes()}


def test_the_table_names_the_gate_that_each_route_has() -> None:
    assert {route.name: route.gate for route in our_routes()} == {name: line["gate"] for name, line in TABLE.items()}


def who_opens(route: Route) -> str:
    line = TABLE[route.name]
    if line.get("own"):
        return str(line["own"][0])
    if line["gate"] in {"open to all", "anyone signed in"}:
        return "stranger"
    labels = {role.label.lower() for role in roles_with(Permission(line["gate"]))}
    return next(role for role in FIRST_ROLE if role in labels)


def ask(browser: Browser, method: str, path: str) -> HttpResponse:
    """Ask once, and undo whatever it did, so that the next question finds the same world."""
    browser.cookies.pop("messages", None)  # what the last answer wished to say would be said on this page
    with transaction.atomic():
        response: HttpResponse = getattr(browser, method)(path)
        transaction.set_rollback(True)
    return response


def expected(line: dict[str, Any], role: str, person: Person | None, relation: str, method: str) -> set[int]:
    """Return the statuses that the table and the rules allow."""
    gate = line["gate"]
    if method == "delete" or line[method] == 405:
        # Whoever is not signed in is asked to do so before a method is looked at.
        return {405} if gate == OPEN or person is not None else {302, 405}
    if gate != OPEN and person is None:
        return {302}
    if (
        isinstance(gate, str)
        and gate not in {OPEN, SIGNED_IN}
        and person is not None
        and not access.can(person, Permission(gate))
    ):
        return {403}
    theirs = relation == "own" and role in line.get("own", ())
    if line["object"] != "none" and not theirs and not (relation == "other" and role in line.get("everywhere", ())):
        return {404}
    answers = line[method]
    return set(answers) if isinstance(answers, list) else {answers}


def body(response: HttpResponse) -> str:
    """Return the page without what differs at every drawing: tokens and the address itself."""
    text = re.sub(r'(name="(csrfmiddlewaretoken|form_token)" value=")[^"]*', r"\1", response.content.decode())
    return re.sub(r"(page|next)=[^\"&]*", r"\1=", text)


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_everybody_everywhere(role: str, cast: Cast) -> None:
    own, elsewhere = objects_of(cast), objects_of(Elsewhere())
    person = people_of(cast).get(role)
    browser = Browser()
    if person is not None:
        browser.sign_in(person)
    wrong: list[str] = []
    for route in our_routes():
        wrong += deviations(browser, route, role, person, own, elsewhere)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
def test_every_page_answers_the_first_who_may_open_it(cast: Cast) -> None:
    """One role for each route. Who else may is no matter of the database, so all of them are asked on one alone."""
    own, elsewhere, people = objects_of(cast), objects_of(Elsewhere()), people_of(cast)
    signed_in = cache(lambda role: Browser().sign_in(people[role]))
    wrong: list[str] = []
    for route in our_routes():
        role = who_opens(route)
        wrong += deviations(signed_in(role), route, role, people[role], own, elsewhere)
    assert not wrong, "\n".join(wrong)


def deviations(
    browser: Browser, route: Route, role: str, person: Person | None, own: Objects, elsewhere: Objects
) -> list[str]:
    line, wrong = TABLE[route.name], []
    relations: dict[str, Objects | None] = (
        {"own": own, "other": elsewhere, "missing": None} if line["object"] != "none" else {"own": own}
    )
    for method in ("get", "post", "delete"):
        seen: dict[str, HttpResponse] = {}
        for relation, objects in relations.items():
            if method == "delete" and relation != "own":
                continue  # refused before any object is looked for
            path = reverse(route.name, args=arguments(route.name, route.address, line["object"], objects))
            seen[relation] = ask(browser, method, path)
            allowed = expected(line, role, person, relation, method)
            if seen[relation].status_code not in allowed:
                wrong.append(
                    f"{method.upper()} {route.name} ({relation}): {seen[relation].status_code}, not {sorted(allowed)}"
                )
        if "other" in seen and role not in line.get("everywhere", ()) and body(seen["other"]) != body(seen["missing"]):
            wrong.append(f"{method.upper()} {route.name}: another's object does not answer as a missing one")
    return wrong
