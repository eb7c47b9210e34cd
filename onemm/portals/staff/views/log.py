"""The log, as it stands."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.audit.models import Entry
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.log import LogFilter
from onemm.portals.staff.pages.log import log_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.AUDIT_READ, methods=("GET",))
def log(request: Request) -> HttpResponse:
    """The newest entries first, by event or by row."""
    return show(request, "staff/log/list.html", log_page(Entry.objects.all(), LogFilter(request.GET), request.GET))


urlpatterns: list[URLPattern] = [path("log/", log, name="log")]
