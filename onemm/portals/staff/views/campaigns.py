"""Campaigns: how we ask people in, how far those who came by each have come, and what one ready mentor cost."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.lib.errors import Refused
from onemm.outreach import actions
from onemm.outreach.models import Campaign
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area, Organisation
from onemm.portals.staff.forms.campaigns import NewCampaign
from onemm.reporting.outreach import reach_of
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.qr import drawing_of, file_of
from onemm.web.requests import Request

A_PAGE = 50


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def campaigns(request: Request) -> HttpResponse:
    page = Paginator(_mine(request), A_PAGE).get_page(request.GET.get("page"))
    reach = reach_of(page)
    rows = [(campaign, reach[campaign.pk], campaign.is_running_on(today())) for campaign in page]
    return render(request, "staff/campaigns/list.html", {"page": page, "rows": rows})


@requires(Permission.CAMPAIGN_MANAGE)
def add(request: Request) -> HttpResponse:
    form = NewCampaign(
        request.POST or None, areas=_areas(request), employers=_employers(request), initial={"starts_on": today()}
    )
    if form.is_valid():
        try:
            made = actions.make_campaign(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "The link, the QR code and the code word count from the first day on. Next, print the poster."
            )
            return redirect("staff:campaign", made.public_id)
    return render(request, "staff/campaigns/add.html", {"form": form})


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def campaign(request: Request, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    context = {
        "campaign": found,
        "link": link_of(found),
        "reach": reach_of([found])[found.pk],
        "is_running": found.is_running_on(today()),
        "is_to_come": found.ended_at is None and found.starts_on > today(),
        "qr": drawing_of(link_of(found, qr=True)),
    }
    return render(request, "staff/campaigns/campaign.html", context)


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def qr(request: Request, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    return download(file_of(link_of(found, qr=True)), "image/svg+xml", f"{found.slug}-qr.svg")


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def poster(request: Request, public_id: str) -> HttpResponse:
    found = _found(request, public_id)
    context = {"campaign": found, "link": link_of(found).partition("://")[2], "qr": drawing_of(link_of(found, qr=True))}
    return render(request, "staff/campaigns/poster.html", context)


@requires(Permission.CAMPAIGN_MANAGE, methods=("POST",))
def end(request: Request, public_id: str) -> HttpResponse:
    actions.end_campaign(campaign=_found(request, public_id), by=request.user)
    messages.success(request, "The campaign has ended. Its link still leads people on, and counts nobody any more.")
    return redirect("staff:campaign", public_id)


def link_of(found: Campaign, *, qr: bool = False) -> str:
    """Return the whole address of a campaign's link; the one in its QR code says that it was scanned."""
    return f"{settings.ADDRESS.rstrip('/')}{reverse('public:from_campaign', args=[found.slug])}{'?by=qr' if qr else ''}"


def _mine(request: Request) -> QuerySet[Campaign]:
    return Campaign.objects.visible_to(request.user).select_related("area", "employer")


def _found(request: Request, public_id: str) -> Campaign:
    return get_object_or_404(_mine(request), public_id=public_id)


def _areas(request: Request) -> QuerySet[Area]:
    return Area.objects.visible_to(scope_of(request.user, Permission.CAMPAIGN_MANAGE))


def _employers(request: Request) -> QuerySet[Organisation]:
    return Organisation.objects.employers().visible_to(scope_of(request.user, Permission.CAMPAIGN_MANAGE))


urlpatterns: list[URLPattern] = [
    path("campaigns/", campaigns, name="campaigns"),
    path("campaigns/add/", add, name="campaign_add"),
    path("campaigns/<slug:public_id>/", campaign, name="campaign"),
    path("campaigns/<slug:public_id>/qr.svg", qr, name="campaign_qr"),
    path("campaigns/<slug:public_id>/poster/", poster, name="campaign_poster"),
    path("campaigns/<slug:public_id>/end/", end, name="campaign_end"),
]
