"""An employer's own page: how many of its people take part, its staff link, and the names of those who offered
theirs.
"""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.outreach.actions import make_staff_link
from onemm.outreach.models import Campaign
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Organisation
from onemm.reporting.employers import employers_view
from onemm.web.gate import requires
from onemm.web.qr import drawing_of
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
    return render(request, "employer/home/list.html", {"employers": found})


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def place(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(led_by(request), public_id=public_id)
    link = Campaign.objects.staff_links().filter(employer=employer).first()
    address = f"{settings.ADDRESS.rstrip('/')}{reverse('public:from_campaign', args=[link.slug])}" if link else ""
    context = {
        "employer": employer,
        "view": employers_view(employer),
        "link": link,
        "address": address,
        "qr": drawing_of(f"{address}?by=qr") if link else "",
    }
    return render(request, "employer/home/place.html", context)


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
