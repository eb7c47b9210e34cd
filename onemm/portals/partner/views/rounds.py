"""Matching: starting a round, its page with the pairs, approving many at once, stopping, and looking again for those
who lost theirs.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.jobs.actions import stop_job
from onemm.jobs.models import Job
from onemm.jobs.refusals import JobIsOver
from onemm.lib.errors import Refused
from onemm.matching import actions, queries
from onemm.matching.models import Proposal, ProposalQuerySet, Round, programmes_run_by
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.rounds import ApproveForm, RoundForm
from onemm.portals.partner.pages.round import TENTHS, round_page
from onemm.portals.partner.pages.rounds import rounds_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

MOST_IN_A_REQUEST = 10
"""More pairs than this are asked in the background, since each takes two letters and a look at everything again."""


@requires(Permission.ROUND_RUN)
def rounds(request: Request) -> HttpResponse:
    programmes = {
        programme.public_id: programme
        for programme in programmes_run_by(request.user).filter(closed_at=None).order_by("name")
    }
    form = RoundForm(request.POST or None, programmes=programmes)
    sent = submit(
        request,
        form,
        lambda: actions.ask_for_round(programme=programmes[form.cleaned_data["programme"]], by=request.user),
        to=lambda run: reverse("partner:round", args=[run.public_id]),
    )
    if sent:
        return sent
    page = rounds_page(request.user, form, list(programmes.values()), request.GET.get("page"))
    return show(request, "partner/rounds/list.html", page)


@requires(Permission.ROUND_RUN, methods=("GET",))
def round_result(request: Request, public_id: str) -> HttpResponse:
    run = round_of(request, public_id)
    page = round_page(run, request.user, number=request.GET.get("page"), heard=request.GET.get("heard", ""))
    return show(request, "partner/rounds/round.html", page, part="result")


@requires(Permission.ROUND_RUN, methods=("POST",))
def round_approve(request: Request, public_id: str) -> HttpResponse:
    run = round_of(request, public_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, f"Nobody was asked. {form.what_is_wrong}")
        return redirect("partner:round", public_id)
    chosen = list(_chosen(request, run, form))
    if len(chosen) > MOST_IN_A_REQUEST:
        return _ask_many(request, run, chosen)
    outcome = actions.approve_proposals(proposals=chosen, by=request.user)
    if outcome.offered:
        asks = "pair has" if outcome.offered == 1 else "pairs have"
        messages.success(
            request,
            f"{outcome.offered} {asks} been asked. Both people have two weeks to say yes or no, and we tell you what "
            "they say.",
        )
    for proposal, why in outcome.refused:
        messages.warning(
            request,
            f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name} were not asked this time. {why}",
        )
    if not outcome.offered and not outcome.refused:
        messages.warning(request, form.nobody)
    return redirect("partner:round", public_id)


def _ask_many(request: Request, run: Round, chosen: list[Proposal]) -> HttpResponse:
    try:
        actions.approve_in_background(round=run, proposals=chosen, by=request.user)
    except Refused as refusal:
        messages.warning(request, f"Nobody was asked. {refusal}")
    return redirect("partner:round", run.public_id)


@requires(Permission.ROUND_RUN, methods=("POST",))
def round_repair(request: Request, public_id: str) -> HttpResponse:
    run = actions.repair_round(round=round_of(request, public_id), by=request.user)
    return redirect("partner:round", run.public_id)


@requires(Permission.ROUND_RUN, methods=("POST",))
def round_stop(request: Request, public_id: str) -> HttpResponse:
    """Stop what is being done for a round: looking for its pairs, or asking them."""
    run = round_of(request, public_id)
    job = Job.objects.visible_to(request.user).open().filter(subject=run.public_id).first()
    if job is None:
        raise JobIsOver
    stop_job(job=job, by=request.user)
    return redirect("partner:round", public_id)


def _chosen(request: Request, run: Round, form: ApproveForm) -> ProposalQuerySet:
    """The proposals that a press of a button means: one, those ticked, those shown, or all from a fit on.

    Never one about oneself.
    """
    proposals = queries.proposals_in(run).exclude(mentor=request.user)
    if form.cleaned_data["which"] == "above":
        return proposals.filter(state=Proposal.State.SUGGESTED, score__gte=form.cleaned_data["fit"] * TENTHS)
    if form.cleaned_data["which"] == "shown":
        return proposals.filter(state=Proposal.State.SUGGESTED, public_id__in=request.POST.getlist("shown"))
    return proposals.filter(public_id__in=request.POST.getlist("only") or request.POST.getlist("ids"))


def round_of(request: Request, public_id: str) -> Round:
    return get_object_or_404(queries.rounds_of(request.user), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("rounds/", rounds, name="rounds"),
    path("rounds/<slug:public_id>/", round_result, name="round"),
    path("rounds/<slug:public_id>/approve/", round_approve, name="round_approve"),
    path("rounds/<slug:public_id>/repair/", round_repair, name="round_repair"),
    path("rounds/<slug:public_id>/stop/", round_stop, name="round_stop"),
]
