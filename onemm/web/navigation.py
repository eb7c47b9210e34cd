"""The menu, drawn from the doors that portals declare.

Each portal names its doors in its own `navigation.py` and registers them when the platform starts. Nothing here knows a
portal by name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission

AT_A_GLANCE = 9
"""Entries. A menu of one portal that is longer has its sections."""


@dataclass(frozen=True, kw_only=True)
class Door:
    """One entry that a portal declares.

    `permission` opens it; without one it is for visitors who have not signed in. `pages` are the routes that belong to
    it though their addresses do not begin with its own, with `*` for any characters. Doors of one `section` stand
    together. `count` says how many things wait behind it for someone (`None` or nought: it says nothing).
    """

    label: str
    route: str
    permission: Permission | None = None
    section: str = ""
    pages: tuple[str, ...] = ()
    count: Callable[[Person], int | None] | None = None


@dataclass(frozen=True)
class Portal:
    """A portal's part of the menu. Whoever has several parts sees each under its `title`."""

    name: str
    title: str
    doors: tuple[Door, ...]


@dataclass(frozen=True)
class Link:
    """One entry of the menu as drawn."""

    label: str
    url: str
    current: bool
    group: str = ""
    count: int | None = None


_portals: dict[str, Portal] = {}


def register(portal: Portal) -> None:
    """Add a portal's doors to the menu, after those of the portals that started before it."""
    _portals[portal.name] = portal


def portals() -> tuple[Portal, ...]:
    return tuple(_portals.values())


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu for whoever is asking, made when it is drawn, and the name they go by."""
    person = getattr(request, "user", None)
    known = person if isinstance(person, Person) else None
    return {
        "navigation": SimpleLazyObject(lambda: links_for(request, known)),
        "person_name": known.first_name if known else "",
    }


def links_for(request: HttpRequest, person: Person | None) -> list[Link]:
    """Return the menu of a person, or of a visitor, on this page."""
    open_doors = [(portal, door) for portal in portals() for door in portal.doors if _opens(door, person)]
    urls = {door.route: reverse(door.route) for _, door in open_doors}
    here = _current(request, [door for _, door in open_doors], urls)
    has_several = len({portal.name for portal, _ in open_doors}) > 1
    has_sections = len(open_doors) > AT_A_GLANCE

    def group(portal: Portal, door: Door) -> str:
        return portal.title if has_several else door.section if has_sections else ""

    return [
        Link(
            label=door.label,
            url=urls[door.route],
            current=door.route == here,
            group=group(portal, door),
            count=door.count(person) if door.count and person else None,
        )
        for portal, door in open_doors
    ]


def _opens(door: Door, person: Person | None) -> bool:
    if person is None or door.permission is None:
        return person is None and door.permission is None
    return access.can(person, door.permission)


def _current(request: HttpRequest, doors: Iterable[Door], urls: dict[str, str]) -> str:
    """Return the route of the one entry that is current.

    It is the one that says that this page belongs to it, or else the one whose address is the longest beginning of the
    page's.
    """
    page = request.resolver_match.view_name if request.resolver_match else ""
    for door in doors:
        if any(fnmatchcase(page, pattern) for pattern in door.pages):
            return door.route
    near = [route for route, url in urls.items() if request.path.startswith(url)]
    return max(near, key=lambda route: len(urls[route]), default="")
