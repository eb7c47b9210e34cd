"""What a phone needs to work without a line: the worker, the page that says what is kept, and whose phone it is now."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse

from onemm.portals.public.pages.phone import PhonePage
from onemm.web.gate import open_to_all
from onemm.web.pages import show
from onemm.web.phone import owner_of

SHELL = (
    "onemm.css",
    "fonts/atkinson-regular.woff2",
    "fonts/atkinson-bold.woff2",
    "fonts/bricolage-bold.woff2",
    "img/mark.svg",
    "js/onemm.js",
    "js/waiting.js",
    "js/phone.js",
    "js/kept.js",
    "js/door.js",
)
"""What a kept page is drawn with."""


@open_to_all
def worker(_request: HttpRequest) -> HttpResponse:
    """The worker's own address: at the root, as its place is its reach.

    It names what differs between releases, and no more.
    """
    house = {
        "release": settings.RELEASE,
        "shell": [*(static(name) for name in SHELL), reverse("public:phone")],
        "phone": reverse("public:phone"),
        "sign_out": reverse("account_logout"),
    }
    scripts = json.dumps([static("js/waiting.js"), static("js/worker.js")])
    return HttpResponse(
        f'"use strict";\nconst HOUSE = {json.dumps(house)};\nimportScripts(...{scripts});\n',
        content_type="text/javascript",
    )


@open_to_all
def phone(request: HttpRequest) -> HttpResponse:
    """The same for everyone: what is kept is filled in on the phone itself, and is not told to us."""
    return show(request, "public/phone/phone.html", PhonePage())


@open_to_all
def me(request: HttpRequest) -> HttpResponse:
    """Say whose session this is, and hand out the field against forgery, for whoever sends what waited."""
    return JsonResponse({"owner": owner_of(request), "csrf": get_token(request)})


urlpatterns: list[URLPattern] = [
    path("worker.js", worker, name="worker"),
    path("phone/", phone, name="phone"),
    path("phone/me/", me, name="phone_me"),
]
