"""From interest to an active match: how many come how far, and how long each step takes."""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path

from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.pages.funnel import funnel_page
from onemm.reporting.funnel import funnel_of
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_AREA, methods=("GET",))
def funnel(request: Request) -> HttpResponse:
    area, areas, everywhere = area_asked(request)
    page = funnel_page(area, areas, funnel_of(area), sees_everywhere=everywhere)
    return show(request, "staff/funnel/funnel.html", page)


def area_asked(request: Request) -> tuple[Area | None, list[Area], bool]:
    """Return the area asked for, `None` for everywhere; those to choose from; and whether everywhere is one of them.

    :raises Http404: not an area whose figures someone may read.
    """
    scope = access.scope_of(request.user, Permission.IMPACT_READ_AREA)
    areas = list(Area.objects.visible_to(scope))
    wanted = request.GET.get("area", "")
    if scope.everywhere and not wanted:
        return None, areas, True
    area = next((area for area in areas if wanted in ("", area.slug)), None)
    if area is None:
        raise Http404
    return area, areas, scope.everywhere


urlpatterns: list[URLPattern] = [path("funnel/", funnel, name="funnel")]
