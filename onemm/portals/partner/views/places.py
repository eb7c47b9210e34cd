"""A partner's places and programmes: claim the school, add a place, open a programme."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places import actions
from onemm.places.models import Organisation, Programme, School, Site
from onemm.places.queries import schools_matching
from onemm.portals.partner.forms.places import NewProgramme, SchoolSearch, SiteByHand
from onemm.portals.partner.pages.places import add_place_page, places_page, sites_in
from onemm.portals.partner.pages.programmes import open_page, programme_page, programmes_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

MOST_LISTED = 50


@requires(Permission.SCHOOL_CLAIM, methods=("GET",))
def places(request: Request) -> HttpResponse:
    search = SchoolSearch(request.GET if "q" in request.GET else None)
    found = schools_matching(search.cleaned_data["q"]) if search.is_valid() else None
    scope, partners = scope_of(request.user, Permission.SCHOOL_CLAIM), list(partners_of(request)[:MOST_LISTED])
    return show(request, "partner/places/places.html", places_page(scope, partners, search, found, request.GET))


@requires(Permission.SCHOOL_CLAIM, methods=("POST",))
def claim(request: Request, urn: int) -> HttpResponse:
    school = get_object_or_404(School, pk=urn)
    partner = get_object_or_404(partners_of(request), public_id=request.POST.get("organisation", ""))
    try:
        site = actions.claim_school(school=school, organisation=partner, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _is_yours(site))
    return redirect("partner:places")


@requires(Permission.SCHOOL_CLAIM)
def add(request: Request) -> HttpResponse:
    form = SiteByHand(request.POST or None, organisations=partners_of(request))
    answer = submit(
        request,
        form,
        lambda: actions.add_site(by=request.user, **form.cleaned_data),
        to=reverse("partner:places"),
        done=_is_yours,
    )
    return answer or show(request, "partner/places/add.html", add_place_page(form))


@requires(Permission.PROGRAMME_MANAGE, methods=("GET",))
def programmes(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.PROGRAMME_MANAGE)
    return show(request, "partner/places/programmes.html", programmes_page(scope, request.GET))


@requires(Permission.PROGRAMME_MANAGE, methods=("GET",))
def programme(request: Request, public_id: str) -> HttpResponse:
    return show(request, "partner/places/programme.html", programme_page(get_programme_for(request, public_id)))


@requires(Permission.PROGRAMME_MANAGE)
def open_programme(request: Request) -> HttpResponse:
    sites = sites_in(scope_of(request.user, Permission.PROGRAMME_MANAGE))
    if not sites:
        messages.info(request, "First claim your school or add a place. Then you can open a programme there.")
        return redirect("partner:places")
    form = NewProgramme(request.POST or None, sites=sites)
    answer = submit(
        request,
        form,
        lambda: actions.open_programme(
            organisation=form.cleaned_data["site"].organisation, by=request.user, **form.cleaned_data
        ),
        to=lambda opened: reverse("partner:programme", args=[opened.public_id]),
        done=lambda opened: f"{opened.name} is open. Next, add the young people who would like a mentor.",
    )
    return answer or show(request, "partner/places/open.html", open_page(form))


@requires(Permission.PROGRAMME_MANAGE, methods=("POST",))
def close(request: Request, public_id: str) -> HttpResponse:
    closing = get_programme_for(request, public_id)
    actions.close_programme(programme=closing, by=request.user)
    messages.success(request, f"{closing.name} is closed. No more young people can join it.")
    return redirect("partner:programme", closing.public_id)


def partners_of(request: Request) -> QuerySet[Organisation]:
    """Return the partners for which whoever asks may claim a place."""
    return Organisation.objects.partners().visible_to(scope_of(request.user, Permission.SCHOOL_CLAIM))


def get_programme_for(request: Request, public_id: str) -> Programme:
    """Return a programme that whoever asks runs; anyone else's is not there."""
    programmes = Programme.objects.visible_to(scope_of(request.user, Permission.PROGRAMME_MANAGE))
    return get_object_or_404(programmes.select_related("site", "organisation"), public_id=public_id)


def _is_yours(site: Site) -> str:
    return f"{site.name} is now your place. Next, open a programme there."


urlpatterns: list[URLPattern] = [
    path("places/", places, name="places"),
    path("places/add/", add, name="add_place"),
    path("places/claim/<int:urn>/", claim, name="claim_school"),
    path("programmes/", programmes, name="programmes"),
    path("programmes/open/", open_programme, name="open_programme"),
    path("programmes/<slug:public_id>/", programme, name="programme"),
    path("programmes/<slug:public_id>/close/", close, name="close_programme"),
]
