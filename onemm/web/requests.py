"""The request as every portal receives it, and where htmx meets Django."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

from onemm.people.models import Person


class Request(HttpRequest):
    """A request from someone who has signed in."""

    user: Person
    htmx: HtmxDetails


def page_or_part(
    request: HttpRequest, page: str, context: dict[str, Any], *, part: str, status: int = 200
) -> HttpResponse:
    """Answer htmx with one named part of the page, and everyone else with all of it."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]  # set by its middleware
    wants_part = htmx and not htmx.boosted and not htmx.history_restore_request
    response = render(request, f"{page}#{part}" if wants_part else page, context, status=status)
    # One address, two answers: no cache may mistake one for the other.
    patch_vary_headers(response, ["HX-Request"])
    return response


def address_of(request: HttpRequest) -> str:
    """Return the network address a request came from, for counting tries. Only our own proxy may say otherwise."""
    if settings.BEHIND_PROXY:
        forwarded: str = request.headers.get("X-Forwarded-For", "")
        if forwarded:
            # The last entry was written by our own proxy; earlier ones by whoever asked.
            return forwarded.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
