"""Partners of an area: who asks to join, who is there, who coordinates."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.actions.invitations import invite_coordinator
from onemm.people.actions.roles import end_role
from onemm.people.models import RoleGrant
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places import actions
from onemm.places.models import Enquiry, EnquiryQuerySet, Organisation, OrganisationQuerySet
from onemm.portals.staff.forms.partners import Declining, FindPartner, Invitation, NewPartner
from onemm.portals.staff.organisations import areas_of, holders_of, on_invitation, organisations_of, with_holders
from onemm.portals.staff.pages.partners import PARTNERS, add_page, enquiry_page, partner_page, partners_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.web.tables import csv_answer

MOST_WAITING = 50
"""Those who ask to join; the longest first."""


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def partners(request: Request) -> HttpResponse:
    rows, asked = _partners_with_counts(request), FindPartner(request.GET)
    file = csv_answer(request, PARTNERS, rows, filter=asked)
    if file:
        return file
    waiting = list(_enquiries(request).waiting().select_related("area")[:MOST_WAITING])
    return show(request, "staff/partners/list.html", partners_page(rows, asked, waiting, request.GET))


@requires(Permission.ORGANISATION_MANAGE)
def add(request: Request) -> HttpResponse:
    form = NewPartner(request.POST or None, areas=areas_of(request))
    sent = submit(
        request,
        form,
        lambda: actions.add_partner(by=request.user, **form.cleaned_data),
        to=lambda partner: reverse("staff:partner", args=[partner.public_id]),
        done=lambda partner: f"{partner.name} is a partner. Next, invite a coordinator there.",
    )
    return sent or show(request, "staff/form.html", add_page(form))


@requires(Permission.ORGANISATION_MANAGE)
def partner(request: Request, public_id: str) -> HttpResponse:
    partner = get_object_or_404(_partners(request).prefetch_related("sites", "programmes"), public_id=public_id)
    coordinators = list(holders_of(partner, Role.COORDINATOR))
    form = Invitation(request.POST or None, initial={} if coordinators else _contact(partner))

    def invite() -> RoleGrant:
        return invite_coordinator(organisation=partner, by=request.user, **form.cleaned_data)

    sent = submit(request, form, invite, to=reverse("staff:partner", args=[public_id]), done=on_invitation)
    page = partner_page(partner, coordinators, form, request.GET)
    return sent or show(request, "staff/partners/partner.html", page)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def end(request: Request, public_id: str, person: str) -> HttpResponse:
    partner = get_object_or_404(_partners(request), public_id=public_id)
    grant = get_object_or_404(holders_of(partner, Role.COORDINATOR), person__public_id=person)
    end_role(grant=grant, by=request.user)
    messages.success(request, f"{grant.person.full_name} no longer coordinates at {partner.name}, from now on.")
    return redirect("staff:partner", public_id)


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def enquiry(request: Request, public_id: str) -> HttpResponse:
    page = enquiry_page(get_enquiry_for(request, public_id), Declining())
    return show(request, "staff/partners/enquiry.html", page)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def accept(request: Request, public_id: str) -> HttpResponse:
    enquiry = get_enquiry_for(request, public_id)
    try:
        partner = actions.accept_enquiry(enquiry=enquiry, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("staff:enquiry", public_id)
    messages.success(
        request,
        f"{partner.name} is a partner, and {enquiry.contact_name} has been told. Next, invite them to coordinate.",
    )
    return redirect("staff:partner", partner.public_id)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def decline(request: Request, public_id: str) -> HttpResponse:
    enquiry = get_enquiry_for(request, public_id)
    form = Declining(request.POST)
    sent = submit(
        request,
        form,
        lambda: actions.decline_enquiry(enquiry=enquiry, by=request.user, **form.cleaned_data),
        to=reverse("staff:partners"),
        done=f"We are writing your answer to {enquiry.contact_name}.",
    )
    return sent or show(request, "staff/partners/enquiry.html", enquiry_page(enquiry, form))


def get_enquiry_for(request: Request, public_id: str) -> Enquiry:
    return get_object_or_404(_enquiries(request).select_related("area", "accepted_as"), public_id=public_id)


def _partners(request: Request) -> OrganisationQuerySet:
    return organisations_of(request).partners()


def _partners_with_counts(request: Request) -> QuerySet[Any]:
    """Each has `.holders`, `.places` and `.running`."""
    counted: QuerySet[Any] = with_holders(_partners(request), Role.COORDINATOR).annotate(
        places=Count("sites", distinct=True),
        running=Count("programmes", filter=Q(programmes__closed_at=None), distinct=True),
    )
    return counted


def _enquiries(request: Request) -> EnquiryQuerySet:
    return Enquiry.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE))


def _contact(partner: Organisation) -> dict[str, str]:
    """Whoever asked for this partner to join is nearly always its first coordinator: fill them in, to be looked at."""
    enquiry = partner.enquiry_set.first()
    if enquiry is None:
        return {}
    first, _, last = enquiry.contact_name.partition(" ")
    return {"first_name": first, "last_name": last, "email": enquiry.contact_email}


urlpatterns: list[URLPattern] = [
    path("partners/", partners, name="partners"),
    path("partners/add/", add, name="add_partner"),
    path("partners/<slug:public_id>/", partner, name="partner"),
    path("partners/<slug:public_id>/end/<slug:person>/", end, name="end_coordinator"),
    path("enquiries/<slug:public_id>/", enquiry, name="enquiry"),
    path("enquiries/<slug:public_id>/accept/", accept, name="accept_enquiry"),
    path("enquiries/<slug:public_id>/decline/", decline, name="decline_enquiry"),
]
