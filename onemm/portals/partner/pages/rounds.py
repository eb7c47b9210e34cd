"""Matching: the rounds so far, and starting another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.urls import reverse

from onemm.matching import queries
from onemm.matching.models import Proposal, Round
from onemm.people.models import Person
from onemm.places.models import Programme
from onemm.portals.partner.forms.rounds import RoundForm

PER_PAGE = 25


@dataclass(frozen=True)
class ToReview:
    """The newest round with pairs to decide."""

    programme: str
    sentence: str
    url: str


@dataclass(frozen=True)
class Introduction:
    """Two people who both said yes."""

    names: str
    url: str


@dataclass(frozen=True)
class ProgrammeLinks:
    """A programme, with where to change what matters in it."""

    name: str
    weights_url: str
    trade_off_url: str


@dataclass(frozen=True)
class RoundRow:
    """One round in the list."""

    asked_at: datetime
    url: str
    about: str
    row_tone: str
    standing: str
    tone: str
    weights: str
    paired: str


@dataclass(frozen=True)
class RoundsPage:
    """The page “Matching”."""

    form: RoundForm
    to_review: ToReview | None
    introductions: tuple[Introduction, ...]
    programmes: tuple[ProgrammeLinks, ...]
    start_title: str
    start_kind: str
    rounds: tuple[RoundRow, ...]
    pages: Page[Round]
    can_compare: bool


def rounds_page(person: Person, form: RoundForm, programmes: list[Programme], number: str | None) -> RoundsPage:
    to_decide = Count("proposals", filter=Q(proposals__state=Proposal.State.SUGGESTED))
    rounds = queries.rounds_of(person).annotate(to_decide=to_decide).order_by("-asked_at", "-pk")
    pages = Paginator(rounds, PER_PAGE).get_page(number)
    waiting = {run.pk: int(vars(run)["to_decide"]) for run in pages}
    first = next((run for run in pages if waiting[run.pk]), None)
    to_review = _to_review(first, waiting[first.pk]) if first and not form.errors else None
    return RoundsPage(
        form=form,
        to_review=to_review,
        introductions=tuple(_introduction(proposal) for proposal in queries.to_introduce(person)[:PER_PAGE]),
        programmes=tuple(_links(programme) for programme in programmes),
        start_title="Start another round" if to_review else "Start a round",
        start_kind="primary" if to_review else "gold",
        rounds=tuple(_row(run, waiting[run.pk]) for run in pages),
        pages=pages,
        can_compare=pages.paginator.count > 1,
    )


def _to_review(run: Round, to_decide: int) -> ToReview:
    pairs = "pair waits" if to_decide == 1 else "pairs wait"
    return ToReview(
        programme=run.programme.name,
        sentence=f"{to_decide} {pairs} for your yes or no. Nobody is asked until you approve, and both people still "
        "choose.",
        url=reverse("partner:round", args=[run.public_id]),
    )


def _introduction(proposal: Proposal) -> Introduction:
    return Introduction(
        names=f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name}",
        url=reverse("partner:introduce", args=[proposal.public_id]),
    )


def _links(programme: Programme) -> ProgrammeLinks:
    address: dict[str, Any] = {"args": [programme.public_id]}
    return ProgrammeLinks(
        programme.name, reverse("partner:weights", **address), reverse("partner:trade_off", **address)
    )


def _row(run: Round, to_decide: int) -> RoundRow:
    standing, tone = standing_of(run, to_decide)
    is_over = run.state == Round.State.PROPOSED
    about = run.programme.name
    if run.kind != Round.Kind.EVERYBODY:
        about += f", {run.get_kind_display().lower()}"
    return RoundRow(
        asked_at=run.asked_at,
        url=reverse("partner:round", args=[run.public_id]),
        about=about,
        row_tone="late" if run.state == Round.State.FAILED else "wait" if to_decide else "",
        standing=standing,
        tone=tone,
        weights=f"Version {run.weighting.version}" if run.weighting else "As usual",
        paired=f"{run.matched} of {run.young_people}" if is_over else "–",
    )


def standing_of(run: Round, to_decide: int) -> tuple[str, str]:
    """Return in a few words, and as a tone, where a round stands."""
    if to_decide:
        return f"{to_decide} to decide", "wait"
    if run.state != Round.State.PROPOSED:
        return run.get_state_display(), Round.State(run.state).tone
    return ("All decided", "good") if run.matched else ("No pair found", "plain")
