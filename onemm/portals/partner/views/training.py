"""What helps coordinators: four short units, with a few questions after each."""

from functools import partial

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.learning import actions, queries
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.learning import UnitPages, onward_by_units
from onemm.web.lessons import courses_page
from onemm.web.pages import show
from onemm.web.requests import Request

AUDIENCE = "coordinator"
onward_in = partial(onward_by_units, "partner")


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def training(request: Request) -> HttpResponse:
    page = courses_page(
        request.user,
        portal="partner",
        title="Training",
        eyebrow="For coordinators",
        courses=queries.training_of(request.user, audience=AUDIENCE),
        queries=queries,
        onward=onward_in,
        ledger=queries.learning_record_of(request.user),
        address=request.GET,
    )
    return show(request, "learning/overview.html", page)


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
