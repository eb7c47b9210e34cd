"""Matching across programmes: where mentors are missing, why others were left free, and how the last rounds went.

Never a name.
"""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path

from onemm.matching.queries import free_across, last_rounds
from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.pages.matching import matching_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def matching(request: Request) -> HttpResponse:
    scope = access.scope_of(request.user, Permission.IMPACT_READ_AREA)
    areas = list(Area.objects.visible_to(scope))
    wanted = request.GET.get("area", "")
    area = next((each for each in areas if each.slug == wanted), None)
    if wanted and area is None:
        raise Http404
    page = matching_page(
        area,
        areas,
        list(last_rounds(request.user, area)),
        free_across(request.user, area),
        address=request.GET,
        sees_everywhere=scope.everywhere,
        sets_targets=access.can(request.user, Permission.TARGET_SET),
    )
    return show(request, "staff/matching/matching.html", page)


urlpatterns: list[URLPattern] = [path("matching/", matching, name="matching")]
