"""Deciding one pair: against it, or bringing the two together."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.matching import actions
from onemm.matching.models import Proposal, Round
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.rounds import DeclineForm, IntroductionForm
from onemm.portals.partner.pages.proposals import decline_page, introduce_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.ROUND_RUN)
def proposal_decline(request: Request, public_id: str) -> HttpResponse:
    proposal = _proposal(request, public_id)
    form = DeclineForm(request.POST or None)
    name = proposal.enrolment.person.first_name
    sent = submit(
        request,
        form,
        lambda: actions.decline_proposal(proposal=proposal, by=request.user, reason=form.cleaned_data["reason"]),
        to=reverse("partner:round", args=[proposal.round.public_id]),
        done=f"Not these two, then. You can look again for {name} below, or wait for the next round.",
    )
    return sent or show(request, "partner/rounds/decline.html", decline_page(proposal, form))


@requires(Permission.ROUND_RUN)
def introduce(request: Request, public_id: str) -> HttpResponse:
    proposal = _proposal(request, public_id)
    if proposal.match is not None:
        return redirect("partner:pair", proposal.match.public_id)
    form = IntroductionForm(request.POST or None, initial={"on": today()})
    sent = submit(
        request,
        form,
        lambda: actions.introduce_pair(proposal=proposal, by=request.user, **form.cleaned_data),
        to=lambda match: reverse("partner:pair", args=[match.public_id]),
        done="They have met. Next, both read the mentoring agreement and say yes to it; we have written to them.",
    )
    return sent or show(request, "partner/rounds/introduce.html", introduce_page(proposal, form))


def _proposal(request: Request, public_id: str) -> Proposal:
    """A proposal that one may decide: never one about oneself."""
    rows = (
        Proposal.objects.visible_to(request.user)
        .filter(round__in=Round.objects.visible_to(request.user))
        .exclude(mentor=request.user)
    )
    rows = rows.select_related("enrolment__person", "enrolment__programme__site", "mentor", "round", "match")
    return get_object_or_404(rows, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("proposals/<slug:public_id>/decline/", proposal_decline, name="proposal_decline"),
    path("proposals/<slug:public_id>/introduction/", introduce, name="introduce"),
]
