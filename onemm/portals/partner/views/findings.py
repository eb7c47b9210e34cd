"""What a round found besides its pairs: whom it left out and why, where mentors are missing, and how good and fair it
is.
"""

from collections import defaultdict
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.matching import queries
from onemm.matching.models import Round
from onemm.matching.rules import in_words
from onemm.people.permissions import Permission
from onemm.portals.partner.views.rounds import frame_of, round_of
from onemm.web.gate import requires
from onemm.web.requests import Request

MOST_TO_COMPARE = 50
PER_PAGE = 50


@requires(Permission.ROUND_RUN, methods=("GET",))
def left_out(request: Request, public_id: str) -> HttpResponse:
    asked = round_of(request, public_id)
    if asked.state != Round.State.PROPOSED:
        return redirect("partner:round", public_id)
    page = Paginator(queries.unmatched_in(asked), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {"page": page, "spots": queries.figures_in(asked).cold_spots}
    return render(request, "partner/rounds/left_out.html", frame_of(asked, "left_out") | context)


@requires(Permission.ROUND_RUN, methods=("GET",))
def left_free(request: Request, public_id: str) -> HttpResponse:
    asked = round_of(request, public_id)
    if asked.state != Round.State.PROPOSED or asked.kind == Round.Kind.ONE:
        return redirect("partner:round", public_id)
    return render(
        request, "partner/rounds/left_free.html", frame_of(asked, "left_free") | {"free": queries.free_in(asked)}
    )


@requires(Permission.ROUND_RUN, methods=("GET",))
def figures(request: Request, public_id: str) -> HttpResponse:
    asked = round_of(request, public_id)
    if asked.state != Round.State.PROPOSED:
        return redirect("partner:round", public_id)
    context = {
        "figures": queries.figures_in(asked),
        "certificate": queries.certificate_of(asked),
        "weights": in_words(asked.weights),
    }
    return render(request, "partner/rounds/figures.html", frame_of(asked, "figures") | context)


@requires(Permission.ROUND_RUN, methods=("GET",))
def compare(request: Request) -> HttpResponse:
    """Two rounds side by side; without a choice, the newest and the one before it of the same programme."""
    mine = (
        queries.rounds_of(request.user)
        .filter(state=Round.State.PROPOSED)
        .exclude(kind=Round.Kind.ONE)
        .order_by("-asked_at", "-pk")
    )
    choice = list(mine[:MOST_TO_COMPARE])
    second = _one_of(request, mine, "second") or next(iter(choice), None)
    first = _one_of(request, mine, "first") or _other_than(second, choice)
    comparison = queries.comparison_of(first, second) if first and second else None
    programmes: dict[str, list[Round]] = defaultdict(list)
    for one in choice:
        programmes[one.programme.name].append(one)
    context = {
        "choice": choice,
        "choices": list(programmes.items()),
        "comparison": comparison,
        "sides": [("first", "First round", first), ("second", "Second round", second)],
    }
    return render(request, "partner/rounds/compare.html", context)


def _other_than(second: Round | None, choice: list[Round]) -> Round | None:
    """The round before it of the same programme, or else the one after it: what somebody most likely compares with."""
    others = [one for one in choice if second and one.programme_id == second.programme_id and one != second]
    earlier = [one for one in others if second and (one.asked_at, one.pk) < (second.asked_at, second.pk)]
    return next(iter(earlier), next(iter(reversed(others)), None))


def _one_of(request: Request, mine: Any, name: str) -> Round | None:
    return get_object_or_404(mine, public_id=request.GET[name]) if request.GET.get(name) else None


urlpatterns: list[URLPattern] = [
    path("rounds/compare/", compare, name="rounds_compare"),
    path("rounds/<slug:public_id>/left-out/", left_out, name="round_left_out"),
    path("rounds/<slug:public_id>/mentors-free/", left_free, name="round_left_free"),
    path("rounds/<slug:public_id>/figures/", figures, name="round_figures"),
]
