"""What a coordinator should know this morning: exceptions first."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.partner.pages.today import today_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def today(request: Request) -> HttpResponse:
    return show(request, "partner/today/today.html", today_page(request.user))


urlpatterns: list[URLPattern] = [path("", today, name="today")]
