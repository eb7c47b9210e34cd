"""Partners of an area: who asks to join, who is there, who coordinates."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.actions.invitations import invite_coordinator
from onemm.people.actions.roles import end_role
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places import actions
from onemm.places.models import Enquiry, EnquiryQuerySet, Organisation, OrganisationQuerySet
from onemm.portals.staff.forms.partners import Declining, Invitation, NewPartner
from onemm.portals.staff.organisations import A_PAGE, areas_of, holders_of, organisations_of, page_of
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def partners(request: Request) -> HttpResponse:
    rows = _partners(request).annotate(
        places=Count("sites", distinct=True),
        running=Count("programmes", filter=Q(programmes__closed_at=None), distinct=True),
    )
    page, asked = page_of(request, rows, Role.COORDINATOR)
    waiting = list(_enquiries(request).waiting().select_related("area")[:A_PAGE])
    return render(request, "staff/partners/list.html", {"page": page, "waiting": waiting, "asked": asked})


@requires(Permission.ORGANISATION_MANAGE)
def add(request: Request) -> HttpResponse:
    form = NewPartner(request.POST or None, areas=areas_of(request))
    if form.is_valid():
        try:
            partner = actions.add_partner(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{partner.name} is a partner. Next, invite a coordinator there.")
            return redirect("staff:partner", partner.public_id)
    return render(request, "staff/partners/add.html", {"form": form})


@requires(Permission.ORGANISATION_MANAGE)
def partner(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(_partners(request).prefetch_related("sites", "programmes"), public_id=public_id)
    coordinators = list(holders_of(found, Role.COORDINATOR))
    form = Invitation(request.POST or None, initial={} if coordinators else _contact(found))
    if form.is_valid():
        try:
            grant = invite_coordinator(organisation=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                f"We are writing to {grant.person.full_name}. The letter says how to sign in, and what comes next.",
            )
            return redirect("staff:partner", public_id)
    return render(
        request, "staff/partners/partner.html", {"partner": found, "form": form, "coordinators": coordinators}
    )


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def end(request: Request, public_id: str, person: str) -> HttpResponse:
    found = get_object_or_404(_partners(request), public_id=public_id)
    grant = get_object_or_404(holders_of(found, Role.COORDINATOR), person__public_id=person)
    end_role(grant=grant, by=request.user)
    messages.success(request, f"{grant.person.full_name} no longer coordinates at {found.name}, from now on.")
    return redirect("staff:partner", public_id)


@requires(Permission.ORGANISATION_MANAGE, methods=("GET",))
def enquiry(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(_enquiries(request).select_related("area", "accepted_as"), public_id=public_id)
    return render(request, "staff/partners/enquiry.html", {"enquiry": found, "form": Declining()})


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def accept(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(_enquiries(request), public_id=public_id)
    try:
        joined = actions.accept_enquiry(enquiry=found, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("staff:enquiry", public_id)
    messages.success(
        request, f"{joined.name} is a partner, and {found.contact_name} has been told. Next, invite them to coordinate."
    )
    return redirect("staff:partner", joined.public_id)


@requires(Permission.ORGANISATION_MANAGE, methods=("POST",))
def decline(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(_enquiries(request).select_related("area", "accepted_as"), public_id=public_id)
    form = Declining(request.POST)
    if form.is_valid():
        try:
            actions.decline_enquiry(enquiry=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"We are writing your answer to {found.contact_name}.")
            return redirect("staff:partners")
    return render(request, "staff/partners/enquiry.html", {"enquiry": found, "form": form})


def _partners(request: Request) -> OrganisationQuerySet:
    return organisations_of(request).partners()


def _enquiries(request: Request) -> EnquiryQuerySet:
    return Enquiry.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE))


def _contact(partner: Organisation) -> dict[str, str]:
    """Whoever asked for this partner to join is nearly always its first coordinator: fill them in, to be looked at."""
    asked = partner.enquiry_set.first()
    if asked is None:
        return {}
    first, _, last = asked.contact_name.partition(" ")
    return {"first_name": first, "last_name": last, "email": asked.contact_email}


urlpatterns: list[URLPattern] = [
    path("partners/", partners, name="partners"),
    path("partners/add/", add, name="add_partner"),
    path("partners/<slug:public_id>/", partner, name="partner"),
    path("partners/<slug:public_id>/end/<slug:person>/", end, name="end_coordinator"),
    path("enquiries/<slug:public_id>/", enquiry, name="enquiry"),
    path("enquiries/<slug:public_id>/accept/", accept, name="accept_enquiry"),
    path("enquiries/<slug:public_id>/decline/", decline, name="decline_enquiry"),
]
