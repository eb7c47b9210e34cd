"""From interest to ready: how long it takes, for whom, and where people drop out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.lib.disclosure import FEWEST, is_enough
from onemm.people.access import can
from onemm.people.permissions import Permission
from onemm.portals.staff.views.funnel import area_asked
from onemm.reporting.ready_times import AIM, GROUPINGS, HORIZON, ReadyTimes
from onemm.reporting.ready_times import ready_times as measured
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def ready_times(request: Request) -> HttpResponse:
    area, areas, everywhere = area_asked(request)
    by = request.GET.get("by", "")
    by = by if by in GROUPINGS else next(iter(GROUPINGS))
    found = measured(area, by)
    is_shown = is_enough(found.everybody.people)
    context = {
        "area": area,
        "areas": areas,
        "everywhere": everywhere,
        "report": found,
        "by": by,
        "tabs": _tabs(request, by),
        "aim": AIM,
        "horizon": HORIZON,
        "fewest": FEWEST,
        "finding": _finding(found.everybody) if is_shown else "Too few have begun to say",
        "is_shown": is_shown,
        "grouping": GROUPINGS[by],
        "sees_campaigns": can(request.user, Permission.CAMPAIGN_MANAGE),
    }
    return render(request, "staff/ready_times/ready_times.html", context)


def _tabs(request: Request, by: str) -> list[dict[str, object]]:
    asked = request.GET.copy()
    tabs: list[dict[str, object]] = []
    for name, label in GROUPINGS.items():
        asked["by"] = name
        tabs.append({"label": label, "url": f"?{asked.urlencode()}", "current": name == by})
    return tabs


def _finding(everybody: ReadyTimes) -> str:
    if everybody.half_by is not None:
        days = round(everybody.half_by)
        return f"Half of all who began were ready within {days} day{'' if days == 1 else 's'}"
    return f"{everybody.in_time.value * 100:.0f} in 100 who began were ready within {AIM} days"


urlpatterns: list[URLPattern] = [path("ready-times/", ready_times, name="ready_times")]
