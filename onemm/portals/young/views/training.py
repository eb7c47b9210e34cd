"""Making the most of a mentor: four short parts for young people, with a few questions after each."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from onemm.learning import actions, queries
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.learning import UnitPages, onward_by_units
from onemm.web.requests import Request

AUDIENCE = "young"
onward_in = partial(onward_by_units, "young")


@requires(Permission.MATCH_BE_MENTORED, methods=("GET",))
def training(request: Request) -> HttpResponse:
    courses = queries.training_of(request.user, audience=AUDIENCE)
    current = next((course for course in courses if not course.is_passed), None)
    context = {
        "courses": courses,
        "onward": onward_in(current) if current else None,
        "current": current,
        "base": reverse("young:training"),
        "language": queries.language_of(request.user),
        "languages": queries.languages_for(request.user),
        "eyebrow": "Making the most of a mentor",
    }
    return render(request, "young/training/overview.html", context)


pages = UnitPages(
    portal="young",
    gate=Permission.MATCH_BE_MENTORED,
    audience=AUDIENCE,
    back_label="All four parts",
    queries=queries,
    actions=actions,
    onward=onward_in,
)
urlpatterns: list[URLPattern] = [path("training/", training, name="training"), *pages.routes()]
