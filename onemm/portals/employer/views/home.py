"""An employer's own page: how many of its people take part, its staff link, and the names of those who offered
theirs.
"""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.outreach.actions import make_staff_link
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Organisation
from onemm.portals.employer.pages.home import employers_page, place_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


def led_by(request: Request) -> QuerySet[Organisation]:
    """Return the employers that whoever asks leads mentoring at."""
    scope = scope_of(request.user, Permission.EMPLOYER_LEAD)
    return Organisation.objects.visible_to(scope).filter(kind=Organisation.Kind.EMPLOYER)


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def home(request: Request) -> HttpResponse:
    """Lead to the employer; who leads at several sees a list."""
    found = list(led_by(request)[:50])
    if len(found) == 1:
        return redirect("employer:place", found[0].public_id)
    return show(request, "employer/home/list.html", employers_page(found))


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def place(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(led_by(request), public_id=public_id)
    return show(request, "employer/home/place.html", place_page(employer))


@requires(Permission.EMPLOYER_LEAD, methods=("POST",))
def staff_link(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(led_by(request), public_id=public_id)
    make_staff_link(employer=employer, by=request.user)
    messages.success(
        request, "This is your staff link. Put it on your intranet, or the QR code on a wall; it counts from now on."
    )
    return redirect("employer:place", public_id)


urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("<slug:public_id>/", place, name="place"),
    path("<slug:public_id>/staff-link/", staff_link, name="staff_link"),
]
