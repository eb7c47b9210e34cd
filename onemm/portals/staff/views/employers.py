"""Employers of an area: who is there, and who leads mentoring among their people."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.impact.employers import employers_view
from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.actions.invitations import invite_employer_lead
from onemm.people.actions.roles import end_role
from onemm.people.models import RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places import actions
from onemm.places.models import Organisation
from onemm.portals.staff.forms.partners import Invitation, NewEmployer
from onemm.portals.staff.views.partners import A_PAGE, areas_of
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def employers(request: Request) -> HttpResponse:
    leads = Count("grants", filter=Q(grants__role=Role.EMPLOYER_LEAD, grants__ended_at=None), distinct=True)
    rows = _employers(request).annotate(leads=leads).order_by("leads", "name")
    asked = request.GET.get("q", "").strip()
    if asked:
        rows = rows.filter(name__icontains=asked[:100])
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/employers/list.html", {"page": page, "asked": asked})


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
            messages.success(request, f"We are writing to {grant.person.full_name}. The letter says how to sign in, and what comes next.")
            return redirect("staff:employer", public_id)
    context = {"employer": found, "form": form, "leads": list(_leads(found)), "view": employers_view(found)}
    return render(request, "staff/employers/employer.html", context)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def end(request: Request, public_id: str, lead: str) -> HttpResponse:
    found = get_object_or_404(_employers(request), public_id=public_id)
    grant = get_object_or_404(_leads(found), person__public_id=lead)
    end_role(grant=grant, by=request.user)
    messages.success(request, f"{grant.person.full_name} no longer leads mentoring at {found.name}, from now on.")
    return redirect("staff:employer", public_id)


def _employers(request: Request) -> QuerySet[Organisation]:
    scope = scope_of(request.user, Permission.ORGANISATION_MANAGE)
    return Organisation.objects.employers().visible_to(scope).select_related("area")


def _leads(employer: Organisation) -> QuerySet[RoleGrant]:
    grants = RoleGrant.objects.held().of(Role.EMPLOYER_LEAD).filter(organisation=employer)
    return grants.select_related("person").order_by("granted_at")


urlpatterns: list[URLPattern] = [
    path("employers/", employers, name="employers"),
    path("employers/add/", add, name="add_employer"),
    path("employers/<slug:public_id>/", employer, name="employer"),
    path("employers/<slug:public_id>/end/<slug:lead>/", end, name="end_employer_lead"),
]
