"""How a portal says where its readers find a page that a context writes about."""

from collections.abc import Mapping

from django.urls import NoReverseMatch, reverse

from onemm.lib.links import Address, Audience, PageIsNowhere, register_links


def register_routes(audience: Audience, routes: Mapping[str, str]) -> None:
    """Say at which route one audience finds each page, by the page's name. A route takes one id or none."""
    register_links(audience, {page: _address_of(route) for page, route in routes.items()})


def _address_of(route: str) -> Address:
    def address(about: str) -> str:
        try:
            return reverse(route, args=[about] if about else [])
        except NoReverseMatch as problem:
            raise PageIsNowhere(str(problem)) from problem

    return address
