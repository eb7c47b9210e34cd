"""What helps coordinators: four short units, with a few questions after each."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from onemm.learning import actions, queries
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.learning import UnitPages, onward_by_units
from onemm.web.requests import Request

AUDIENCE = "coordinator"
onward_in = partial(onward_by_units, "partner")


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def training(request: Request) -> HttpResponse:
    courses = queries.training_of(request.user, audience=AUDIENCE)
    current = next((course for course in courses if not course.is_passed), None)
    record = queries.learning_record_of(request.user)
    context = {
        "courses": courses,
        "onward": onward_in(current) if current else None,
        "current": current,
        "base": reverse("partner:training"),
        "language": queries.language_of(request.user),
        "languages": queries.languages_for(request.user),
        "record": record,
        "minutes": sum(entry.minutes for entry in record),
        "eyebrow": "For coordinators",
    }
    return render(request, "partner/training/overview.html", context)


pages = UnitPages(
    portal="partner",
    gate=Permission.MATCH_LOOK_AFTER,
    audience=AUDIENCE,
    back_label="Training for coordinators",
    queries=queries,
    actions=actions,
    onward=onward_in,
)
urlpatterns: list[URLPattern] = [path("training/", training, name="training"), *pages.routes()]
