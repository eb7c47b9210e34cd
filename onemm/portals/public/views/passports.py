"""What other organisations do with a mentor's passport: look at its page, check its file, fetch our keys and the lists
of ended ones.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
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
from onemm.clearance.rules import LIST_STANDS
from onemm.people.actions.trying import PASSPORT_PER_ADDRESS, count_try
from onemm.portals.public.forms.passports import CheckAPassport
from onemm.web.downloads import download
from onemm.web.gate import open_to_all
from onemm.web.requests import address_of

LIST_IS_KEPT = 60
"""Seconds for which one answer serves everybody: signing anew for each who asks would let anyone keep us busy."""
TOO_MANY = (
    "So many passports have been looked at from your network in the last hour that we stopped here. Please try again "
    "in an hour."
)


@open_to_all
def passports(request: HttpRequest) -> HttpResponse:
    form, verdict, status = CheckAPassport(request.POST or None, request.FILES or None), None, 200
    if form.is_valid():
        if count_try(PASSPORT_PER_ADDRESS, address_of(request)):
            verdict = checked_passport(form.cleaned_data["token"])
        else:
            form.add_error(None, TOO_MANY)
            status = 429
    context = {"form": form, "verdict": verdict, "lists": list_numbers(), "list_days": LIST_STANDS.days}
    return render(request, "public/passports/check.html", context, status=status)


@open_to_all
def passport(request: HttpRequest, key: str) -> HttpResponse:
    """One passport, while its holder shows it.

    Closed, unknown and misspelt answer alike, and each try is counted first.
    """
    if not count_try(PASSPORT_PER_ADDRESS, address_of(request)):
        return _unlisted(render(request, "public/passports/too_many.html", {"words": TOO_MANY}, status=429))
    found = passport_shown(key)
    if found is None:
        raise Http404
    good = is_good(found)
    return _unlisted(
        render(
            request,
            "public/passports/passport.html",
            {"passport": found, "is_good": good, "says": says(found) if good else None},
        )
    )


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
