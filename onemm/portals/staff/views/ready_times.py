"""From interest to ready: how long it takes, for whom, and where people drop out."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.people.access import can
from onemm.people.permissions import Permission
from onemm.portals.staff.pages.ready_times import ready_times_page
from onemm.portals.staff.views.funnel import area_asked
from onemm.reporting.ready_times import GROUPINGS
from onemm.reporting.ready_times import ready_times as measured
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def ready_times(request: Request) -> HttpResponse:
    area, areas, everywhere = area_asked(request)
    by = request.GET.get("by", "")
    by = by if by in GROUPINGS else next(iter(GROUPINGS))
    page = ready_times_page(
        area,
        areas,
        measured(area, by),
        by=by,
        address=request.GET,
        sees_everywhere=everywhere,
        sees_campaigns=can(request.user, Permission.CAMPAIGN_MANAGE),
    )
    return show(request, "staff/ready_times/ready_times.html", page)


urlpatterns: list[URLPattern] = [path("ready-times/", ready_times, name="ready_times")]
