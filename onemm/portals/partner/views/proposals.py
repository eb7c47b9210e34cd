"""Deciding one pair: against it, or bringing the two together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.clock import today
from onemm.lib.errors import Refused
from onemm.matching import actions, queries
from onemm.matching.models import Proposal, Round
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.rounds import DeclineForm, IntroductionForm
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.ROUND_RUN)
def proposal_decline(request: Request, public_id: str) -> HttpResponse:
    proposal = _proposal(request, public_id)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decline_proposal(proposal=proposal, by=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            name = proposal.enrolment.person.first_name
            messages.success(
                request, f"Not these two, then. You can look again for {name} below, or wait for the next round."
            )
            return redirect("partner:round", proposal.round.public_id)
    return render(request, "partner/rounds/decline.html", {"proposal": proposal, "form": form})


@requires(Permission.ROUND_RUN)
def introduce(request: Request, public_id: str) -> HttpResponse:
    proposal = _proposal(request, public_id)
    if proposal.match is not None:
        return redirect("partner:pair", proposal.match.public_id)
    form = IntroductionForm(request.POST or None, initial={"on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            match = actions.introduce_pair(proposal=proposal, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                "They have met. Next, both read the mentoring agreement and say yes to it; we have written to them.",
            )
            return redirect("partner:pair", match.public_id)
    context = {
        "proposal": proposal,
        "form": form,
        "reasons": queries.reasons_of(proposal),
        "both_yes": proposal.state == Proposal.State.ACCEPTED,
    }
    return render(request, "partner/rounds/introduce.html", context)


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
