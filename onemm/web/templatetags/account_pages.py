"""What our templates for the sign-in library's pages need besides its own context."""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from django import template

from onemm.people.models import Person
from onemm.web.email_page import EmailPage, page_of_addresses

register = template.Library()

QUIET = frozenset({"outline", "secondary", "link"})


@register.simple_tag
def email_page(current: EmailAddress | None, new: EmailAddress | None, person: Person) -> EmailPage:
    """Say where we write to, and which address has still to be shown to be someone's own."""
    return page_of_addresses(current, new, person)


@register.filter
def kind_of_button(tags: Collection[str] | None) -> str:
    """Return which of our buttons the library means by its own words for one."""
    if not QUIET.isdisjoint(tags or ()):
        return "quiet"
    return "danger" if "danger" in (tags or ()) else "primary"
