"""One round: how far it is, or the pairs it suggests and what became of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.urls import reverse

from onemm.jobs.models import Job
from onemm.jobs.queries import progress_of
from onemm.matching import queries
from onemm.matching.models import Proposal, Round
from onemm.matching.rules import in_words
from onemm.people.models import Person
from onemm.portals.partner.pages.frame import Tab, counted, tabs_of, title_of
from onemm.portals.partner.pages.pair_cards import PairCard, pair_card
from onemm.web.jobs import JobPart, job_part
from onemm.web.templatetags.ui_figures import ago, interval, of_100, percent

PER_PAGE = 25
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
ASKING = (
    "One after the other, each looked at once more. Both people of each have two weeks to say yes or no. You can "
    "leave: the asking goes on without you."
)
TENTHS = 10
"""A score is kept out of 1000 and shown out of 100."""
PROVEN = 0.00005
"""A gap to the best that is smaller than this is no gap: it would be printed as nothing."""


@dataclass(frozen=True)
class AskedTogether:
    """What came of approving many at once."""

    kind: str
    title: str
    words: str
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Repairs:
    """The round that this one looked again after."""

    url: str
    asked_at: datetime


@dataclass(frozen=True)
class BigFigure:
    """A number, what it counts, and where it comes from."""

    number: str
    caption: str
    provenance: str = ""


@dataclass(frozen=True)
class RoundResult:
    """The pairs of a round that has come to its end. `fit` is empty where no pair waits for a yes or no."""

    tabs: tuple[Tab, ...]
    asked_together: AskedTogether | None
    lede: str
    standing: str
    repairs: Repairs | None
    weights: str
    weights_url: str
    figures: tuple[BigFigure, ...]
    has_index: bool
    lost: str
    repair_url: str
    approve_url: str
    fit: str
    by_fit: str
    cards: tuple[PairCard, ...]
    pages: Page[Proposal]
    left_out_url: str


@dataclass(frozen=True)
class RoundPage:
    """The page of one round. Exactly one of `job`, `start_another` and `result` is there, but for a round whose job is
    forgotten.
    """

    tab_title: str
    programme: str
    title: str
    lede: str = ""
    job: JobPart | None = None
    start_another: str = ""
    result: RoundResult | None = None
    spoken: str = ""


def round_page(run: Round, reader: Person, *, number: str | None = None, heard: str = "") -> RoundPage:
    """Return what the page of a round says. `heard` is which news of its job a screen reader has told already."""
    programme = run.programme.name
    if run.state == Round.State.RUNNING:
        lede = REPAIRING if run.kind == Round.Kind.REPAIR else RUNNING
        part = _part(run, queries.job_of(run), heard)
        return RoundPage(
            "Looking for pairs",
            programme,
            "Looking for the best pairs",
            lede,
            job=part,
            spoken=part.spoken if part else "",
        )
    if run.state == Round.State.FAILED:
        return RoundPage(
            counted(run.matched, "proposal", "proposals"),
            programme,
            "This round did not work",
            run.problem,
            start_another=reverse("partner:rounds"),
            spoken=f"This round did not work. {run.problem}",
        )
    asking = queries.asking_in(run)
    if asking and asking.is_running:
        part = _part(run, asking.job, heard)
        return RoundPage(
            "Asking the pairs", programme, "Asking the pairs", ASKING, job=part, spoken=part.spoken if part else ""
        )
    return RoundPage(
        counted(run.matched, "proposal", "proposals"),
        programme,
        title_of(run),
        result=_result(run, reader, asking, number),
        spoken=title_of(run),
    )


def _part(run: Round, job: Job | None, heard: str) -> JobPart | None:
    if job is None:
        return None
    here = reverse("partner:round", args=[run.public_id])
    return job_part(progress_of(job), here=here, stop=reverse("partner:round_stop", args=[run.public_id]), heard=heard)


def _result(run: Round, reader: Person, asking: queries.Asking | None, number: str | None) -> RoundResult:
    order = {"suggested": 0, "accepted": 1, "offered": 2}
    proposals = sorted(queries.proposals_in(run), key=lambda pair: (order.get(pair.state, 3), -pair.score))
    pages = Paginator(proposals, PER_PAGE).get_page(number)
    steps = _steps(proposals)
    figures = queries.figures_in(run)
    lost = [enrolment.person.first_name for enrolment in queries.to_look_again_for(run)]
    return RoundResult(
        tabs=tabs_of(run, "pairs"),
        asked_together=_asked_together(asking) if asking else None,
        lede=_lede(run),
        standing=_standing(proposals),
        repairs=_repairs(run),
        weights=weights_in_words(run),
        weights_url="" if run.kind == Round.Kind.ONE else reverse("partner:weights", args=[run.programme.public_id]),
        figures=_figures(run, figures),
        has_index=figures.bridge_index is not None,
        lost=", ".join(lost),
        repair_url=reverse("partner:round_repair", args=[run.public_id]),
        approve_url=reverse("partner:round_approve", args=[run.public_id]),
        fit="" if steps is None else str(next((fit for fit, many in steps if many), 0)),
        by_fit="" if steps is None else _by_fit(proposals, steps),
        cards=tuple(pair_card(proposal, reader) for proposal in pages),
        pages=pages,
        left_out_url=reverse("partner:round_left_out", args=[run.public_id]),
    )


def weights_in_words(run: Round) -> str:
    version = f", version {run.weighting.version}" if run.weighting else ""
    return f"Weights{version}: {in_words(run.weights).lower()}."


def _lede(run: Round) -> str:
    if run.kind == Round.Kind.ONE:
        return "You chose this pair yourself, from the best five."
    certificate = queries.certificate_of(run)
    mentors = counted(certificate.mentors, "ready mentor", "ready mentors")
    best = (
        "The best set for everybody at once: no other set pairs more, and none scores higher."
        if certificate.gap < PROVEN
        else "The best set we know for everybody at once: no other set pairs more, and none could score more than "
        f"{percent(certificate.gap, 2)} higher."
    )
    return f"{best} We looked at {mentors}. Nothing is sent until you approve, and both people still choose."


def _standing(proposals: list[Proposal]) -> str:
    """Say how far the pairs have come, once anything has been decided."""
    states = Counter("match" if pair.match_id else pair.state for pair in proposals)
    standing = [f"{states[state]} {words}" for state, words in STANDING if states[state]]
    return f"{', '.join(standing)}." if set(states) - {Proposal.State.SUGGESTED} else ""


def _repairs(run: Round) -> Repairs | None:
    if run.repairs is None:
        return None
    return Repairs(reverse("partner:round", args=[run.repairs.public_id]), run.repairs.asked_at)


def _figures(run: Round, figures: queries.Figures) -> tuple[BigFigure, ...]:
    if not figures.bridge_index and not figures.fit:
        return ()
    shown = [BigFigure(f"{run.matched} of {run.young_people}", "young people have a proposal")]
    if figures.fit:
        shown.append(BigFigure(of_100(figures.fit.value), "mean fit, of 100"))
    if figures.bridge_index:
        shown.append(
            BigFigure(percent(figures.bridge_index.value), "Bridge Index", interval(figures.bridge_index, "pairs"))
        )
    return tuple(shown)


def _steps(proposals: list[Proposal]) -> list[tuple[int, int]] | None:
    """Return how many pairs that wait for a yes or no have which fit or more; None when none waits."""
    waiting = [pair.score for pair in proposals if pair.state == Proposal.State.SUGGESTED]
    return [(fit, sum(score >= fit * TENTHS for score in waiting)) for fit in FITS] if waiting else None


def _by_fit(proposals: list[Proposal], steps: list[tuple[int, int]]) -> str:
    waiting = sum(pair.state == Proposal.State.SUGGESTED for pair in proposals)
    words = "; ".join(f"{many} {'has' if many == 1 else 'have'} {fit} or more" for fit, many in steps if many)
    return f"Of the {waiting} that wait for you, {words or 'none has 40 or more'}. To ask all of them, give 0."


def _asked_together(asking: queries.Asking) -> AskedTogether:
    job = asking.job
    who = f"{job.asked_by.first_name} approved {'it' if job.total == 1 else 'them together'}, {ago(job.asked_at)}."
    then = (
        "Then it stopped: approve the others again."
        if asking.has_stopped
        else "Both people of each have two weeks to say yes or no, and we tell you what they say."
        if asking.offered
        else ""
    )
    return AskedTogether(
        kind="wait" if asking.has_stopped or asking.refused else "good",
        title=f"{asking.offered} of {counted(job.total, 'pair has', 'pairs have')} been asked",
        words=f"{who} {then}".strip(),
        refused=asking.refused,
    )
