"""Matching: starting a round, its page with the pairs, approving many at once, and looking again for those who lost
theirs.
"""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.lib.errors import Refused
from onemm.matching import actions, queries
from onemm.matching.models import Proposal, ProposalQuerySet, Round, programmes_run_by
from onemm.matching.rules import Reader, in_words, stage_at
from onemm.people.permissions import Permission
from onemm.places.models import Programme
from onemm.portals.partner.forms.rounds import ApproveForm, RoundForm
from onemm.web.gate import requires
from onemm.web.requests import Request, page_or_part

PER_PAGE = 25
MOST_IN_A_REQUEST = 50
"""More pairs than this are asked in the background, since each takes two letters and a look at everything again."""
FITS = (80, 70, 60, 50, 40)
"""From which fits on a page says how many pairs wait, so that nobody approves without knowing how many."""
STANDING = (
    ("suggested", "to decide"),
    ("offered", "asked"),
    ("accepted", "both said yes"),
    ("match", "met"),
    ("declined", "declined"),
    ("lapsed", "over"),
)
RUNNING = "This takes a minute or two. The pairs will be on this page. You can leave: the round goes on without you."
REPAIRING = (
    "This takes a minute or two. Whoever has been asked stays with whom they have. You can leave: it goes on without "
    "you."
)
TENTHS = 10
"""A score is kept out of 1000 and shown out of 100."""


@requires(Permission.ROUND_RUN)
def rounds(request: Request) -> HttpResponse:
    programmes = {
        programme.public_id: programme
        for programme in programmes_run_by(request.user).filter(closed_at=None).order_by("name")
    }
    form = RoundForm(request.POST or None, programmes=programmes)
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask_for_round(programme=programmes[form.cleaned_data["programme"]], by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("partner:round", asked.public_id)
    return render(request, "partner/rounds/list.html", _list_context(request, form, programmes))


@requires(Permission.ROUND_RUN, methods=("GET",))
def round_page(request: Request, public_id: str) -> HttpResponse:
    return page_or_part(
        request, "partner/rounds/round.html", _context(request, round_of(request, public_id)), part="result"
    )


@requires(Permission.ROUND_RUN, methods=("POST",))
def round_approve(request: Request, public_id: str) -> HttpResponse:
    asked = round_of(request, public_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, f"Nobody was asked. {form.what_is_wrong}")
        return redirect("partner:round", public_id)
    chosen = list(_chosen(request, asked, form))
    if len(chosen) > MOST_IN_A_REQUEST:
        return _ask_many(request, asked, chosen)
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


def _ask_many(request: Request, asked: Round, chosen: list[Proposal]) -> HttpResponse:
    try:
        actions.approve_in_background(round=asked, proposals=chosen, by=request.user)
    except Refused as refusal:
        messages.warning(request, f"Nobody was asked. {refusal}")
    return redirect("partner:round", asked.public_id)


@requires(Permission.ROUND_RUN, methods=("POST",))
def round_repair(request: Request, public_id: str) -> HttpResponse:
    asked = actions.repair_round(round=round_of(request, public_id), by=request.user)
    return redirect("partner:round", asked.public_id)


def _chosen(request: Request, asked: Round, form: ApproveForm) -> ProposalQuerySet:
    """The proposals that a press of a button means: one, those ticked, those shown, or all from a fit on.

    Never one about oneself.
    """
    proposals = queries.proposals_in(asked).exclude(mentor=request.user)
    if form.cleaned_data["which"] == "above":
        return proposals.filter(state=Proposal.State.SUGGESTED, score__gte=form.cleaned_data["fit"] * TENTHS)
    if form.cleaned_data["which"] == "shown":
        return proposals.filter(state=Proposal.State.SUGGESTED, public_id__in=request.POST.getlist("shown"))
    return proposals.filter(public_id__in=request.POST.getlist("only") or request.POST.getlist("ids"))


def _list_context(request: Request, form: RoundForm, programmes: dict[str, Programme]) -> dict[str, Any]:
    to_decide = Count("proposals", filter=Q(proposals__state=Proposal.State.SUGGESTED))
    mine = queries.rounds_of(request.user).annotate(to_decide=to_decide).order_by("-asked_at", "-pk")
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "form": form,
        "page": page,
        "programmes": list(programmes.values()),
        "introductions": list(queries.to_introduce(request.user)[:PER_PAGE]),
        "to_review": next((one for one in page if one.to_decide), None),  # type: ignore[attr-defined]  # annotated just above
    }


def _context(request: Request, asked: Round) -> dict[str, Any]:
    order = {"suggested": 0, "accepted": 1, "offered": 2}
    proposals = sorted(queries.proposals_in(asked), key=lambda one: (order.get(one.state, 3), -one.score))
    page = Paginator(proposals, PER_PAGE).get_page(request.GET.get("page"))
    is_over = asked.state == Round.State.PROPOSED
    asking = queries.asking_in(asked)
    return (
        frame_of(asked, "pairs")
        | _in_words(asked, asking, proposals)
        | {
            "asking": asking,
            "page": page,
            "cards": [_card(one) for one in page],
            "to_decide": sum(one.state == Proposal.State.SUGGESTED for one in proposals),
            "certificate": queries.certificate_of(asked),
            "figures": queries.figures_in(asked),
            "weights": in_words(asked.weights),
            "paired": f"{asked.matched} of {asked.young_people}",
            "lost": list(queries.to_look_again_for(asked)) if is_over else [],
            "stage": f"done: {_lower_first(stage_at(asked.done))}",
        }
    )


def _in_words(asked: Round, asking: queries.Asking | None, proposals: list[Proposal]) -> dict[str, str | int]:
    """What the page says of itself: its title in the browser, how far its pairs have come, and how many a press of a
    button would mean.
    """
    states = Counter("match" if one.match_id else one.state for one in proposals)
    standing = [f"{states[state]} {words}" for state, words in STANDING if states[state]]
    waiting = [one.score for one in proposals if one.state == Proposal.State.SUGGESTED]
    steps = [(fit, sum(score >= fit * TENTHS for score in waiting)) for fit in FITS]
    by_fit = "; ".join(f"{many} {'has' if many == 1 else 'have'} {fit} or more" for fit, many in steps if many)
    running = asked.state in {Round.State.WAITING, Round.State.RUNNING}
    told: dict[str, str | int] = {
        "tab_title": "Looking for pairs"
        if running
        else "Asking the pairs"
        if asking and asking.is_running
        else _counted(asked.matched, "proposal", "proposals"),
        "running_lede": REPAIRING if asked.kind == Round.Kind.REPAIR else RUNNING,
        "fit": next((fit for fit, many in steps if many), 0),
        "standing": f"{', '.join(standing)}." if set(states) - {Proposal.State.SUGGESTED} else "",
        "by_fit": f"Of the {len(waiting)} that wait for you, {by_fit or 'none has 40 or more'}. To ask all of them, "
        "give 0."
        if waiting
        else "",
    }
    if asking:
        told["asking_title"] = f"{asking.bulk.offered} of {_counted(asking.total, 'pair has', 'pairs have')} been asked"
        told["asking_kind"] = "wait" if asking.has_stopped or asking.refused else "good"
    return told


def _card(one: Proposal) -> dict[str, Any]:
    return {
        "proposal": one,
        "fit": f"fit {one.score // TENTHS} of 100",
        "components": queries.components_of(one),
        "age": one.enrolment.person.age(today()),
        "read": [
            ("The young person", one.enrolment.person.first_name, queries.reasons_of(one, to=Reader.YOUNG_PERSON)),
            ("The mentor", one.mentor.first_name, queries.reasons_of(one, to=Reader.MENTOR)),
        ],
    }


def frame_of(asked: Round, here: str) -> dict[str, Any]:
    """What stands around every page of a round: its title and the ways between its pages."""
    pages: list[tuple[str, str, str, int | None]] = [("pairs", "Pairs", "partner:round", asked.matched)]
    if asked.kind != Round.Kind.ONE:
        left_out = asked.young_people - asked.matched
        pages += [
            ("left_out", "Left out", "partner:round_left_out", left_out),
            ("left_free", "Mentors free", "partner:round_left_free", None),
        ]
        pages += [("figures", "How good and fair", "partner:round_figures", None)]
    return {
        "round": asked,
        "is_running": asked.state in {Round.State.WAITING, Round.State.RUNNING},
        "title": f"{_counted(asked.matched, 'proposal', 'proposals')} for your "
        f"{_counted(asked.young_people, 'young person', 'young people')}",
        "tabs": [
            {"label": label, "url": reverse(name, args=[asked.public_id]), "current": key == here, "count": count}
            for key, label, name, count in pages
        ],
    }


def round_of(request: Request, public_id: str) -> Round:
    return get_object_or_404(queries.rounds_of(request.user), public_id=public_id)


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


urlpatterns: list[URLPattern] = [
    path("rounds/", rounds, name="rounds"),
    path("rounds/<slug:public_id>/", round_page, name="round"),
    path("rounds/<slug:public_id>/approve/", round_approve, name="round_approve"),
    path("rounds/<slug:public_id>/repair/", round_repair, name="round_repair"),
]
