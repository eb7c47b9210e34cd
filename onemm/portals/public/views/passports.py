"""What other organisations do with a mentor's passport: look at its page, check its file, fetch our keys and the lists
of ended ones.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path

from onemm.clearance.queries.passports import (
    checked_passport,
    is_good,
    keys,
    list_numbers,
    list_of,
    passport_shown,
    says,
)
from onemm.people.actions.trying import PASSPORT_PER_ADDRESS, count_try
from onemm.portals.public.forms.passports import CheckAPassport
from onemm.portals.public.pages.passports import TOO_MANY, TooManyPage, check_page, passport_page
from onemm.portals.public.tries import is_one_too_many
from onemm.web.downloads import download
from onemm.web.gate import open_to_all
from onemm.web.pages import show
from onemm.web.requests import address_of

LIST_IS_KEPT = 60
"""Seconds for which one answer serves everyone: signing anew for each who asks would let anyone keep us busy."""


@open_to_all
def passports(request: HttpRequest) -> HttpResponse:
    form = CheckAPassport(request.POST or None, request.FILES or None)
    status = 429 if is_one_too_many(request, form, PASSPORT_PER_ADDRESS, TOO_MANY) else 200
    verdict = checked_passport(form.cleaned_data["token"]) if form.is_valid() else None
    return show(request, "public/passports/check.html", check_page(form, verdict, list_numbers()), status=status)


@open_to_all
def passport(request: HttpRequest, key: str) -> HttpResponse:
    """One passport, while its holder shows it.

    Closed, unknown and misspelt answer alike, and each try is counted first.
    """
    if not count_try(PASSPORT_PER_ADDRESS, address_of(request)):
        return _unlisted(show(request, "public/passports/too_many.html", TooManyPage(), status=429))
    passport = passport_shown(key)
    if passport is None:
        raise Http404
    page = passport_page(says(passport) if is_good(passport) else None)
    return _unlisted(show(request, "public/passports/passport.html", page))


@open_to_all
def passport_keys(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(keys(), content_type="application/jwk-set+json")


@open_to_all
def passport_list(_request: HttpRequest, number: int) -> HttpResponse:
    if number not in list_numbers():
        raise Http404
    name = f"passports:{settings.ADDRESS}:{number}"
    text = str(cache.get_or_set(name, lambda: list_of(number), LIST_IS_KEPT))
    return download(text, "application/vc+jwt", f"ended-{number}.jwt")


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Keep it out of search engines and of other sites' logs: the address is for those who were given it."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


urlpatterns: list[URLPattern] = [
    path("passports/", passports, name="passports"),
    path("passports/keys/", passport_keys, name="passport_keys"),
    path("passports/ended/<int:number>/", passport_list, name="passport_list"),
    path("passports/<str:key>/", passport, name="passport"),
]
