"""Campaigns: how we ask people in, how far those who came by each have come, and what one ready mentor cost."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.outreach import actions
from onemm.outreach.models import Campaign
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area, Organisation
from onemm.portals.staff.forms.campaigns import NewCampaign
from onemm.portals.staff.pages.campaigns import add_page, campaign_page, campaigns_page, link_of, poster_page
from onemm.reporting.outreach import reach_of
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.qr import file_of
from onemm.web.requests import Request


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def campaigns(request: Request) -> HttpResponse:
    return show(request, "staff/campaigns/list.html", campaigns_page(_campaigns(request), request.GET))


@requires(Permission.CAMPAIGN_MANAGE)
def add(request: Request) -> HttpResponse:
    form = NewCampaign(
        request.POST or None, areas=_areas(request), employers=_employers(request), initial={"starts_on": today()}
    )
    sent = submit(
        request,
        form,
        lambda: actions.make_campaign(by=request.user, **form.cleaned_data),
        to=lambda campaign: reverse("staff:campaign", args=[campaign.public_id]),
        done="The link, the QR code and the code word count from the first day on. Next, print the poster.",
    )
    return sent or show(request, "staff/form.html", add_page(form))


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def campaign(request: Request, public_id: str) -> HttpResponse:
    campaign = get_campaign_for(request, public_id)
    page = campaign_page(campaign, reach_of([campaign])[campaign.pk])
    return show(request, "staff/campaigns/campaign.html", page)


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def qr(request: Request, public_id: str) -> HttpResponse:
    campaign = get_campaign_for(request, public_id)
    return download(file_of(link_of(campaign, qr=True)), "image/svg+xml", f"{campaign.slug}-qr.svg")


@requires(Permission.CAMPAIGN_MANAGE, methods=("GET",))
def poster(request: Request, public_id: str) -> HttpResponse:
    return show(request, "staff/campaigns/poster.html", poster_page(get_campaign_for(request, public_id)))


@requires(Permission.CAMPAIGN_MANAGE, methods=("POST",))
def end(request: Request, public_id: str) -> HttpResponse:
    actions.end_campaign(campaign=get_campaign_for(request, public_id), by=request.user)
    messages.success(request, "The campaign has ended. Its link still leads people on, and counts nobody any more.")
    return redirect("staff:campaign", public_id)


def get_campaign_for(request: Request, public_id: str) -> Campaign:
    return get_object_or_404(_campaigns(request), public_id=public_id)


def _campaigns(request: Request) -> QuerySet[Campaign]:
    return Campaign.objects.visible_to(request.user).select_related("area", "employer")


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
