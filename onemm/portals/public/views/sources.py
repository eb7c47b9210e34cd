"""Where someone came from: remembered while they are on these pages, and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.lib.clock import today
from onemm.outreach.actions import note_interest
from onemm.outreach.models import Campaign, Via
from onemm.outreach.queries import source_from
from onemm.outreach.rules.sources import CAME_FROM, INTEREST_KEPT
from onemm.web.gate import open_to_all


def remember_campaign(request: HttpRequest, campaign: Campaign | None, via: str) -> None:
    """Keep a campaign in the visitor's session. The last one they came by counts; none changes nothing."""
    if campaign is not None:
        request.session[CAME_FROM] = {"campaign": campaign.slug, "via": str(via)}


def count_interest(request: HttpRequest, *, is_met: bool) -> None:
    """Count this visit once, however often the questions are answered in it."""
    if not request.session.get(INTEREST_KEPT):
        note_interest(source=source_from(request.session.get(CAME_FROM)), is_met=is_met)
        request.session[INTEREST_KEPT] = True


@open_to_all
def from_campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead on to the questions.

    A campaign that is over or misspelt leads on too: posters hang for long, and people mistype.
    """
    campaign = Campaign.objects.running_on(today()).filter(slug=slug).first()
    remember_campaign(request, campaign, Via.QR if request.GET.get("by") == "qr" else Via.LINK)
    return redirect("public:mentors")


urlpatterns: list[URLPattern] = [path("from/<slug:slug>/", from_campaign, name="from_campaign")]
