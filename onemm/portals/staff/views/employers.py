"""Employers of an area: who is there, and who leads mentoring among their people."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.people.actions.invitations import invite_employer_lead
from onemm.people.actions.roles import end_role
from onemm.people.models import RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places import actions
from onemm.places.models import OrganisationQuerySet
from onemm.portals.staff.forms.partners import FindEmployer, Invitation, NewEmployer
from onemm.portals.staff.organisations import areas_of, holders_of, on_invitation, organisations_of, with_holders
from onemm.portals.staff.pages.employers import EMPLOYERS, add_page, employer_page, employers_page
from onemm.reporting.employers import employers_view
from onemm.web.gate import requires
from onemm.web.pages import show, submit
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
    sent = submit(
        request,
        form,
        lambda: actions.add_employer(by=request.user, **form.cleaned_data),
        to=lambda employer: reverse("staff:employer", args=[employer.public_id]),
        done=lambda employer: f"{employer.name} is here. Next, invite whoever leads mentoring there.",
    )
    return sent or show(request, "staff/form.html", add_page(form))


@requires(Permission.ORGANISATION_MANAGE)
def employer(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(_employers(request), public_id=public_id)
    form = Invitation(request.POST or None)

    def invite() -> RoleGrant:
        return invite_employer_lead(organisation=employer, by=request.user, **form.cleaned_data)

    sent = submit(request, form, invite, to=reverse("staff:employer", args=[public_id]), done=on_invitation)
    if sent:
        return sent
    leads = list(holders_of(employer, Role.EMPLOYER_LEAD))
    page = employer_page(employer, leads, employers_view(employer), form, request.GET)
    return show(request, "staff/employers/employer.html", page)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def end(request: Request, public_id: str, lead: str) -> HttpResponse:
    employer = get_object_or_404(_employers(request), public_id=public_id)
    grant = get_object_or_404(holders_of(employer, Role.EMPLOYER_LEAD), person__public_id=lead)
    end_role(grant=grant, by=request.user)
    messages.success(request, f"{grant.person.full_name} no longer leads mentoring at {employer.name}, from now on.")
    return redirect("staff:employer", public_id)


def _employers(request: Request) -> OrganisationQuerySet:
    return organisations_of(request).employers()


urlpatterns: list[URLPattern] = [
    path("employers/", employers, name="employers"),
    path("employers/add/", add, name="add_employer"),
    path("employers/<slug:public_id>/", employer, name="employer"),
    path("employers/<slug:public_id>/end/<slug:lead>/", end, name="end_employer_lead"),
]
