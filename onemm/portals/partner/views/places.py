"""A partner's places and programmes: claim the school, add a place, open a programme."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.access import Scope, scope_of
from onemm.people.permissions import Permission
from onemm.places import actions
from onemm.places.models import Organisation, Programme, School, Site
from onemm.places.queries import SchoolsFound, schools_matching
from onemm.portals.partner.forms.places import NewProgramme, SchoolSearch, SiteByHand
from onemm.web.gate import requires
from onemm.web.requests import Request

A_PAGE = 50


@requires(Permission.SCHOOL_CLAIM, methods=("GET",))
def places(request: Request) -> HttpResponse:
    search = SchoolSearch(request.GET if "q" in request.GET else None)
    found = schools_matching(search.cleaned_data["q"]) if search.is_valid() else None
    return _places_page(request, found=found, search=search)


@requires(Permission.SCHOOL_CLAIM, methods=("POST",))
def claim(request: Request, urn: int) -> HttpResponse:
    school = get_object_or_404(School, pk=urn)
    partner = get_object_or_404(_partners(request), public_id=request.POST.get("organisation", ""))
    try:
        site = actions.claim_school(school=school, organisation=partner, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{site.name} is now your place. Next, open a programme there.")
    return redirect("partner:places")


@requires(Permission.SCHOOL_CLAIM)
def add(request: Request) -> HttpResponse:
    form = SiteByHand(request.POST or None, organisations=_partners(request))
    if form.is_valid():
        try:
            site = actions.add_site(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{site.name} is now your place. Next, open a programme there.")
            return redirect("partner:places")
    return render(request, "partner/places/add.html", {"form": form})


@requires(Permission.PROGRAMME_MANAGE, methods=("GET",))
def programmes(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.PROGRAMME_MANAGE)
    rows = (
        Programme.objects.visible_to(scope)
        .select_related("site", "organisation")
        .order_by("closed_at", "-starts_on", "name")
    )
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "partner/places/programmes.html", {"page": page, "has_places": bool(_sites(scope)[:1])})


@requires(Permission.PROGRAMME_MANAGE, methods=("GET",))
def programme(request: Request, public_id: str) -> HttpResponse:
    return render(request, "partner/places/programme.html", {"programme": _programme(request, public_id)})


@requires(Permission.PROGRAMME_MANAGE)
def open_programme(request: Request) -> HttpResponse:
    sites = _sites(scope_of(request.user, Permission.PROGRAMME_MANAGE))
    if not sites:
        messages.info(request, "First claim your school or add a place. Then you can open a programme there.")
        return redirect("partner:places")
    form = NewProgramme(request.POST or None, sites=sites)
    if form.is_valid():
        try:
            opened = actions.open_programme(
                organisation=form.cleaned_data["site"].organisation, by=request.user, **form.cleaned_data
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{opened.name} is open. Next, add the young people who would like a mentor.")
            return redirect("partner:programme", opened.public_id)
    return render(request, "partner/places/open.html", {"form": form})


@requires(Permission.PROGRAMME_MANAGE, methods=("POST",))
def close(request: Request, public_id: str) -> HttpResponse:
    closing = _programme(request, public_id)
    actions.close_programme(programme=closing, by=request.user)
    messages.success(request, f"{closing.name} is closed. No more young people can join it.")
    return redirect("partner:programme", closing.public_id)


def _places_page(request: Request, *, found: SchoolsFound | None, search: SchoolSearch) -> HttpResponse:
    partners = list(_partners(request)[:A_PAGE])
    own = {partner.pk for partner in partners}
    scope = scope_of(request.user, Permission.SCHOOL_CLAIM)
    sites = _sites(scope)
    context: dict[str, Any] = {
        "search": search,
        "found": found,
        "partners": partners,
        "own": own,
        "sites": None if found else Paginator(sites, A_PAGE).get_page(request.GET.get("page")),
        "has_programmes": not found and Programme.objects.open().visible_to(scope).exists(),
    }
    return render(request, "partner/places/places.html", context)


def _partners(request: Request) -> QuerySet[Organisation]:
    return Organisation.objects.partners().visible_to(scope_of(request.user, Permission.SCHOOL_CLAIM))


def _sites(scope: Scope) -> QuerySet[Site]:
    return Site.objects.visible_to(scope).select_related("organisation", "school")


def _programme(request: Request, public_id: str) -> Programme:
    mine = Programme.objects.visible_to(scope_of(request.user, Permission.PROGRAMME_MANAGE)).select_related(
        "site", "organisation"
    )
    return get_object_or_404(mine, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("places/", places, name="places"),
    path("places/add/", add, name="add_place"),
    path("places/claim/<int:urn>/", claim, name="claim_school"),
    path("programmes/", programmes, name="programmes"),
    path("programmes/open/", open_programme, name="open_programme"),
    path("programmes/<slug:public_id>/", programme, name="programme"),
    path("programmes/<slug:public_id>/close/", close, name="close_programme"),
]
