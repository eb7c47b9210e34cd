"""Making the most of a mentor: four short parts for young people, with a few questions after each."""

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

AUDIENCE = "young"
onward_in = partial(onward_by_units, "young")


@requires(Permission.MATCH_BE_MENTORED, methods=("GET",))
def training(request: Request) -> HttpResponse:
    page = courses_page(
        request.user,
        portal="young",
        title="Get ready",
        eyebrow="Making the most of a mentor",
        courses=queries.training_of(request.user, audience=AUDIENCE),
        queries=queries,
        onward=onward_in,
        invitation="You do not have to, but most people are glad they did.",
    )
    return show(request, "learning/overview.html", page)


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
