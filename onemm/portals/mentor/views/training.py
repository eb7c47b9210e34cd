"""A mentor's training: the courses, their units, the questions after each, and what came of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.learning import actions, queries
from onemm.people.permissions import Permission
from onemm.portals.mentor.onward import onward_in
from onemm.portals.mentor.pages.training import training_page
from onemm.web.gate import requires
from onemm.web.learning import UnitPages
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.COURSE_TAKE, methods=("GET",))
def training(request: Request) -> HttpResponse:
    return show(request, "mentor/training/overview.html", training_page(request.user, request.GET))


@requires(Permission.COURSE_TAKE, methods=("POST",))
def not_now(request: Request, moment: str) -> HttpResponse:
    actions.put_aside(person=request.user, moment=moment)
    messages.info(request, "Put aside. You find it under Training whenever you like.")
    return redirect("mentor:home")


pages = UnitPages(
    portal="mentor",
    gate=Permission.COURSE_TAKE,
    audience="mentor",
    back_label="Your training",
    queries=queries,
    actions=actions,
    onward=onward_in,
)
urlpatterns: list[URLPattern] = [
    path("training/", training, name="training"),
    path("training/not-now/<slug:moment>/", not_now, name="not_now"),
    *pages.routes(),
]
