"""Where staff start: what waits for them, the longest first."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.pages.today import today_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.STAFF_ENTER, methods=("GET",))
def today(request: Request) -> HttpResponse:
    return show(request, "staff/today/today.html", today_page(request.user))


urlpatterns: list[URLPattern] = [path("", today, name="today")]
