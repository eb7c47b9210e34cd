"""A mentor's own first page: one next step, then what is coming, then the rest."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.notifications.actions import mark_read
from onemm.notifications.queries import unread_emails_of
from onemm.people.permissions import Permission
from onemm.portals.mentor.pages.home import home_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.MATCH_MENTOR, methods=("GET",))
def home(request: Request) -> HttpResponse:
    return show(request, "mentor/home/home.html", home_page(request.user))


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def email_read(request: Request, public_id: str) -> HttpResponse:
    email = get_object_or_404(unread_emails_of(request.user), public_id=public_id)
    mark_read(email=email, by=request.user)
    return redirect("mentor:home")


urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("emails/<slug:public_id>/read/", email_read, name="email_read"),
]
