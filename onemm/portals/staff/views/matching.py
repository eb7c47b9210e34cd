"""Matching across programmes: where mentors are missing, why others were left free, and how the last rounds went.

Never a name.
"""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.matching.queries import Missing, described, free_across, last_rounds, mentors_missing
from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.web.gate import requires
from onemm.web.requests import Request

PER_PAGE = 50


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def matching(request: Request) -> HttpResponse:
    scope = access.scope_of(request.user, Permission.IMPACT_READ_AREA)
    areas = list(Area.objects.visible_to(scope))
    wanted = request.GET.get("area", "")
    area = next((one for one in areas if one.slug == wanted), None)
    if wanted and area is None:
        raise Http404
    covers = [one.name for one in ([area] if area else areas)]
    rounds = list(last_rounds(request.user, area))
    missing = mentors_missing(rounds)
    context = {
        "area": area,
        "areas": areas,
        "page": Paginator(missing, PER_PAGE).get_page(request.GET.get("page")),
        "rounds": sorted(described(rounds), key=lambda one: -one.left_out)[:PER_PAGE],
        "programmes": len(rounds),
        "finding": _finding(missing),
        "free": free_across(request.user, area),
        "targets": access.can(request.user, Permission.TARGET_SET),
        "where": "Everywhere" if scope.everywhere and not area else ", ".join(covers),
    }
    return render(request, "staff/matching/matching.html", context)


def _finding(missing: tuple[Missing, ...]) -> str:
    first = next(iter(missing), None)
    if first is None:
        return "No mentors are missing just now"
    return (
        f"{first.area} needs mentors most: {first.work.lower()}"
        if first.more
        else "One more mentor would pair nobody more just now"
    )


urlpatterns: list[URLPattern] = [path("matching/", matching, name="matching")]
