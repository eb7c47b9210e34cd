"""Who has applied, what has been gathered about them, and taking an application in hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.applications import (
    Filter,
)
from onemm.portals.staff.pages.application import application_page
from onemm.portals.staff.pages.applications import applications_page
from onemm.recruitment import actions, queries
from onemm.recruitment.models import Application
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request

PAGE = 50


def get_application_for(request: Request, public_id: str) -> Application:
    """Return an application that whoever asks may work on; anyone else's is not there."""
    rows = Application.objects.visible_to(request.user).for_screening_by(request.user)
    return get_object_or_404(rows.select_related("person__mentor_profile", "area"), public_id=public_id)


@requires(Permission.APPLICATION_READ, methods=("GET",))
def applications(request: Request) -> HttpResponse:
    form = Filter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.applications_listed(
        request.user, state=asked.get("state", ""), name=asked.get("name", ""), sort=request.GET.get("sort", "")
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return show(request, "staff/applications/list.html", applications_page(request.user, form, page))


@requires(Permission.APPLICATION_READ, methods=("GET",))
def application(request: Request, public_id: str) -> HttpResponse:
    row = get_object_or_404(queries.whole_applications(request.user), public_id=public_id)
    return show(request, "staff/applications/detail.html", application_page(row, request.user))


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def screen(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    actions.start_screening(application=application, by=request.user)
    messages.success(
        request,
        f"{application.person.first_name} now knows that you look after this application. Next: two references, a talk "
        "and a check.",
    )
    return redirect("staff:application", public_id)


urlpatterns: list[URLPattern] = [
    path("applications/", applications, name="applications"),
    path("applications/<slug:public_id>/", application, name="application"),
    path("applications/<slug:public_id>/screen/", screen, name="application_screen"),
]
