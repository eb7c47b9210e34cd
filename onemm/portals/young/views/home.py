"""A young person's own first page, and their consent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.mentoring import queries
from onemm.notifications.actions import mark_read
from onemm.notifications.queries import unread_emails_of
from onemm.people.actions.consents import withdraw_consent
from onemm.people.permissions import Permission
from onemm.portals.young.pages.consent import consent_page
from onemm.portals.young.pages.home import home_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.MATCH_BE_MENTORED, methods=("GET",))
def home(request: Request) -> HttpResponse:
    return show(request, "young/home/home.html", home_page(request.user))


@requires(Permission.MATCH_BE_MENTORED)
def consent(request: Request) -> HttpResponse:
    standing = queries.standing_consent_of(request.user)
    if request.method == "POST":
        if standing is not None:
            withdraw_consent(consent=standing, by=request.user)
        messages.success(
            request, "It has stopped. You need do nothing more. Your coordinator knows, and will ask how you are."
        )
        return redirect("young:consent")
    return show(request, "young/home/consent.html", consent_page(standing))


@requires(Permission.MATCH_BE_MENTORED, methods=("POST",))
def email_read(request: Request, public_id: str) -> HttpResponse:
    email = get_object_or_404(unread_emails_of(request.user), public_id=public_id)
    mark_read(email=email, by=request.user)
    return redirect("young:home")


urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("my-yes/", consent, name="consent"),
    path("emails/<slug:public_id>/read/", email_read, name="email_read"),
]
