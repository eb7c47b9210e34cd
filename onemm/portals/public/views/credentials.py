"""Checking a certificate or a badge: open to all, and showing no more than its holder allows."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from onemm.learning.models import Credential
from onemm.learning.queries import checked_badge
from onemm.learning.rules.badge import ISSUER_NAME, issuer_of, revocation_list
from onemm.lib import signing
from onemm.portals.public.forms.credentials import CheckABadge
from onemm.portals.public.pages.credentials import check_page, checked_page, credential_page
from onemm.web.gate import open_to_all
from onemm.web.pages import show


@open_to_all
def credential(request: HttpRequest, public_id: str) -> HttpResponse:
    credential = get_object_or_404(Credential.objects.select_related("person"), public_id=public_id)
    return _unlisted(show(request, "public/credentials/credential.html", credential_page(credential)))


@open_to_all
def check(request: HttpRequest) -> HttpResponse:
    form = CheckABadge(request.POST or None)
    judged = form.is_valid()
    page = checked_page(form, checked_badge(form.cleaned_data["token"])) if judged else check_page(form)
    return show(request, "public/credentials/check.html", page)


@open_to_all
def status(_request: HttpRequest, public_id: str) -> HttpResponse:
    credential = get_object_or_404(Credential, public_id=public_id)
    why = None if credential.is_valid else credential.revoked_why
    return _unlisted(JsonResponse(revocation_list(settings.ADDRESS, public_id, revoked_why=why)))


@open_to_all
def issuer(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {"id": issuer_of(settings.ADDRESS), "type": ["Profile"], "name": ISSUER_NAME, "url": settings.ADDRESS}
    )


@open_to_all
def key(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(signing.public_key())


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Keep it out of search engines: the address is for those who were given it."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


urlpatterns: list[URLPattern] = [
    path("credentials/check/", check, name="check_badge"),
    path("credentials/issuer/", issuer, name="badge_issuer"),
    path("credentials/key/", key, name="badge_key"),
    path("credentials/<str:public_id>/", credential, name="credential"),
    path("credentials/<str:public_id>/status/", status, name="credential_status"),
]
