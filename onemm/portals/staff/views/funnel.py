"""From interest to an active match: how many come how far, and how long each step takes."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.reporting.funnel import Funnel, funnel_of
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def funnel(request: Request) -> HttpResponse:
    area, areas, everywhere = area_asked(request)
    found = funnel_of(area)
    context = {
        "area": area,
        "areas": areas,
        "everywhere": everywhere,
        "funnel": found,
        "rows": _rows(found),
        "finding": _finding(found),
    }
    return render(request, "staff/funnel/funnel.html", context)


def area_asked(request: Request) -> tuple[Area | None, list[Area], bool]:
    """Return the area asked for, `None` for everywhere; those to choose from; and whether everywhere is one of them.

    :raises Http404: not an area whose figures somebody may read.
    """
    scope = access.scope_of(request.user, Permission.IMPACT_READ_AREA)
    areas = list(Area.objects.visible_to(scope))
    wanted = request.GET.get("area", "")
    if scope.everywhere and not wanted:
        return None, areas, True
    area = next((one for one in areas if wanted in ("", one.slug)), None)
    if area is None:
        raise Http404
    return area, areas, scope.everywhere


def _finding(found: Funnel) -> str:
    first, last = found.steps[0].people, found.steps[-1].people
    return f"{last} of {first} who began are in an active match" if first else "Nobody has applied yet"


def _rows(found: Funnel) -> list[dict[str, object]]:
    return [
        {"label": step.label, "count": step.people, "note": "" if step.days is None else f"{_days(step.days)} later"}
        for step in found.steps
    ]


def _days(days: float) -> str:
    return "under a day" if days < 1 else f"{days:.0f} day{'' if round(days) == 1 else 's'}"


urlpatterns: list[URLPattern] = [path("funnel/", funnel, name="funnel")]
