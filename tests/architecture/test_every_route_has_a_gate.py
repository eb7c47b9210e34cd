"""No view without a lock: each route of ours declares one gate, and the libraries' routes are on a short list."""

from onemm.config.routes import every_route, our_routes
from onemm.people.permissions import Permission
from onemm.people.roles import PERMISSIONS
from onemm.web.gate import OPEN, SIGNED_IN

OPEN_TO_ALL = {
    "public:home",
    "public:mentors",
    "public:young_people",
    "public:schools",
    "public:employers",
    "public:privacy",
    "public:safeguarding",
    "public:accessibility",
    "public:eligibility",
    "public:concern",
    "public:card",
    "public:demo_sign_in",
    "public:healthz",
    "public:reference",
    "public:from_campaign",
    "public:over_50",
    "public:other_ways",
    "public:credential",
    "public:check_badge",
    "public:badge_issuer",
    "public:badge_key",
    "public:passports",
    "public:passport",
    "public:invited",
    "public:asked_by",
    "public:waiting_list",
    # The same for everyone; what a phone keeps is filled in on the phone.
    "public:phone",
    "public:worker",
}
"""Reviewed by hand: every page that a stranger may open.

Names that start with one of these and an underscore belong to it.
"""


def test_every_route_of_ours_has_one_gate() -> None:
    assert not [route for route in our_routes() if route.gate is None]


def test_every_route_of_ours_has_a_name() -> None:
    assert not [route for route in our_routes() if not route.name or route.name.endswith(":")]


def test_only_reviewed_pages_are_open_to_all() -> None:
    opened = {route.name for route in our_routes() if route.gate == OPEN}
    assert not {name for name in opened if not any(name == page or name.startswith(page + "_") for page in OPEN_TO_ALL)}


def test_few_pages_are_for_anyone_signed_in() -> None:
    assert {route.name for route in our_routes() if route.gate == SIGNED_IN} <= {
        "public:home_of",
        "public:you",
        "public:sessions",
        "mentor:application_start",
        "mentor:application",
        # A course asks for the permission of its own audience: `training.queries.audience_for`.
        "public:kept_unit",
        "public:return_answers",
    }


def test_the_libraries_bring_only_the_sign_in_pages() -> None:
    assert all(route.address.startswith("account/") for route in every_route() if not route.module.startswith("onemm."))


def test_every_permission_opens_something_or_rules_something() -> None:
    asked = {route.gate for route in our_routes()}
    assert set(Permission) - asked <= {Permission.ROLE_GRANT}


def test_every_permission_is_held_by_some_role() -> None:
    assert set(Permission) == frozenset().union(*PERMISSIONS.values())


def test_permissions_are_in_alphabetical_order_and_follow_their_grammar() -> None:
    names = [permission.value for permission in Permission]
    assert names == sorted(names)
    assert all(
        name.count(":") == 1 and name == permission.name.replace("_", ":", 1).lower()
        for name, permission in zip(names, Permission, strict=True)
    )
