"""A mentor's training: the courses, their units, the questions after each, and what came of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.learning import actions, queries
from onemm.people.permissions import Permission
from onemm.portals.mentor.onward import onward_in
from onemm.web.gate import requires
from onemm.web.learning import UnitPages
from onemm.web.requests import Request


@requires(Permission.COURSE_TAKE, methods=("GET",))
def training(request: Request) -> HttpResponse:
    courses = queries.training_of(request.user)
    record = queries.learning_record_of(request.user)
    current = next((course for course in courses if course.course.required and not course.is_passed), None)
    context = {
        "courses": [course for course in courses if not course.course.is_just_in_time],
        "moments": [course for course in courses if course.course.is_just_in_time],
        "current": current,
        "onward": onward_in(current) if current else None,
        "base": reverse("mentor:training"),
        "language": queries.language_of(request.user),
        "languages": queries.languages_for(request.user),
        "record": record,
        "minutes": sum(entry.minutes for entry in record),
    }
    return render(request, "mentor/training/overview.html", context)


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
