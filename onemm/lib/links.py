"""Where a thing's page is, for whoever reads about it.

A context names a page (“application”) and what it is about (a public id); it knows no addresses. Each portal registers
where its readers find that page (`web.links`).
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

Address = Callable[[str], str]
"""Takes the public id that a page is about, empty for none, and returns the page's path, or raises `PageIsNowhere`."""


class Audience(StrEnum):
    """Who reads a page: one for each portal."""

    PUBLIC = "public"
    MENTOR = "mentor"
    YOUNG_PERSON = "young"
    PARTNER = "partner"
    EMPLOYER = "employer"
    STAFF = "staff"


class PageIsNowhere(LookupError):
    """No portal has said where this audience finds the page, or not with such an id."""


_addresses: dict[tuple[Audience, str], Address] = {}


def register_links(audience: Audience, pages: Mapping[str, Address]) -> None:
    """Say where one audience finds pages, by their names."""
    _addresses.update({(audience, page): address for page, address in pages.items()})


def registered_links() -> list[tuple[Audience, str]]:
    """Return every page that has been registered, with whose it is."""
    return sorted(_addresses)


def path_to(page: str, about: str = "", *, audience: Audience) -> str:
    """Return the path of a page for its reader. `about` is the public id in it, empty where it has none.

    :raises PageIsNowhere: no portal has registered it for this audience; or it wants an id and got none, or has none
        and got one.
    """
    try:
        address = _addresses[audience, page]
    except KeyError:
        raise PageIsNowhere(f"{audience} finds no page called {page!r}") from None
    return address(about)
