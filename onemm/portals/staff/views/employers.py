"""Employers of an area: who is there, and who leads mentoring among their people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.actions.invitations import invite_employer_lead
from onemm.people.actions.roles import end_role
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places import actions
from onemm.places.models import Organisation, OrganisationQuerySet
from onemm.portals.staff.forms.partners import FindEmployer, Invitation, NewEmployer
from onemm.portals.staff.organisations import areas_of, holders_of, organisations_of, with_holders
from onemm.portals.staff.pages.employers import EMPLOYERS, employers_page
from onemm.reporting.employers import employers_view
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request
from onemm.web.tables import csv_answer


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def employers(request: Request) -> HttpResponse:
    rows, asked = with_holders(_employers(request), Role.EMPLOYER_LEAD), FindEmployer(request.GET)
    file = csv_answer(request, EMPLOYERS, rows, filter=asked)
    return file or show(request, "staff/employers/list.html", employers_page(rows, asked, request.GET))


@requires(Permission.ORGANISATION_MANAGE)
def add(request: Request) -> HttpResponse:
    form = NewEmployer(request.POST or None, areas=areas_of(request))
    if form.is_valid():
        try:
            added = actions.add_partner(by=request.user, kind=Organisation.Kind.EMPLOYER, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{added.name} is here. Next, invite whoever leads mentoring there.")
            return redirect("staff:employer", added.public_id)
    return render(request, "staff/employers/add.html", {"form": form})


@requires(Permission.ORGANISATION_MANAGE)
def employer(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(_employers(request), public_id=public_id)
    form = Invitation(request.POST or None)
    if form.is_valid():
        try:
            grant = invite_employer_lead(organisation=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                f"We are writing to {grant.person.full_name}. The letter says how to sign in, and what comes next.",
            )
            return redirect("staff:employer", public_id)
    context = {
        "employer": found,
        "form": form,
        "leads": list(holders_of(found, Role.EMPLOYER_LEAD)),
        "view": employers_view(found),
    }
    return render(request, "staff/employers/employer.html", context)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def end(request: Request, public_id: str, lead: str) -> HttpResponse:
    found = get_object_or_404(_employers(request), public_id=public_id)
    grant = get_object_or_404(holders_of(found, Role.EMPLOYER_LEAD), person__public_id=lead)
    end_role(grant=grant, by=request.user)
    messages.success(request, f"{grant.person.full_name} no longer leads mentoring at {found.name}, from now on.")
    return redirect("staff:employer", public_id)


def _employers(request: Request) -> OrganisationQuerySet:
    return organisations_of(request).employers()


urlpatterns: list[URLPattern] = [
    path("employers/", employers, name="employers"),
    path("employers/add/", add, name="add_employer"),
    path("employers/<slug:public_id>/", employer, name="employer"),
    path("employers/<slug:public_id>/end/<slug:lead>/", end, name="end_employer_lead"),
]
