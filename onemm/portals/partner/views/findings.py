"""What a round found besides its pairs: whom it left out and why, where mentors are missing, how good and fair it is,
and how two rounds differ.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.matching import queries
from onemm.matching.models import Round
from onemm.people.permissions import Permission
from onemm.portals.partner.pages.comparing import compare_page
from onemm.portals.partner.pages.findings import figures_page, left_free_page, left_out_page
from onemm.portals.partner.views.rounds import round_of
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request

MOST_TO_COMPARE = 50


@requires(Permission.ROUND_RUN, methods=("GET",))
def left_out(request: Request, public_id: str) -> HttpResponse:
    run = round_of(request, public_id)
    if run.state != Round.State.PROPOSED:
        return redirect("partner:round", public_id)
    return show(request, "partner/rounds/left_out.html", left_out_page(run, request.GET.get("page")))


@requires(Permission.ROUND_RUN, methods=("GET",))
def left_free(request: Request, public_id: str) -> HttpResponse:
    run = round_of(request, public_id)
    if run.state != Round.State.PROPOSED or run.kind == Round.Kind.ONE:
        return redirect("partner:round", public_id)
    return show(request, "partner/rounds/left_free.html", left_free_page(run))


@requires(Permission.ROUND_RUN, methods=("GET",))
def figures(request: Request, public_id: str) -> HttpResponse:
    run = round_of(request, public_id)
    if run.state != Round.State.PROPOSED:
        return redirect("partner:round", public_id)
    return show(request, "partner/rounds/figures.html", figures_page(run))


@requires(Permission.ROUND_RUN, methods=("GET",))
def compare(request: Request) -> HttpResponse:
    """Two rounds side by side; without a choice, the newest and the one before it of the same programme."""
    rounds = (
        queries.rounds_of(request.user)
        .filter(state=Round.State.PROPOSED)
        .exclude(kind=Round.Kind.ONE)
        .order_by("-asked_at", "-pk")
    )
    options = list(rounds[:MOST_TO_COMPARE])
    second = _asked_for(request, rounds, "second") or next(iter(options), None)
    first = _asked_for(request, rounds, "first") or _other_than(second, options)
    return show(request, "partner/rounds/compare.html", compare_page(options, first, second))


def _other_than(second: Round | None, options: list[Round]) -> Round | None:
    """The round before it of the same programme, or else the one after it: what someone most likely compares with."""
    others = [run for run in options if second and run.programme_id == second.programme_id and run != second]
    earlier = [run for run in others if second and (run.asked_at, run.pk) < (second.asked_at, second.pk)]
    return next(iter(earlier), next(iter(reversed(others)), None))


def _asked_for(request: Request, rounds: Any, name: str) -> Round | None:
    return get_object_or_404(rounds, public_id=request.GET[name]) if request.GET.get(name) else None


urlpatterns: list[URLPattern] = [
    path("rounds/compare/", compare, name="rounds_compare"),
    path("rounds/<slug:public_id>/left-out/", left_out, name="round_left_out"),
    path("rounds/<slug:public_id>/mentors-free/", left_free, name="round_left_free"),
    path("rounds/<slug:public_id>/figures/", figures, name="round_figures"),
]
