"""What a round found besides its pairs: whom it left out, which mentors are free, and how good and fair it is."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.urls import reverse

from onemm.lib.disclosure import UNDER
from onemm.lib.statistics import Estimate
from onemm.matching import queries
from onemm.matching.models import Round
from onemm.portals.partner.pages.frame import Tab, tabs_of
from onemm.portals.partner.pages.round import PROVEN, weights_in_words
from onemm.web.templatetags.ui_figures import interval, of_100, percent

PER_PAGE = 50
UNSAID = "too few to say"


@dataclass(frozen=True)
class Obstacle:
    """One limit that rules mentors out, and for how many it is the only one."""

    words: str
    alone: str


@dataclass(frozen=True)
class LeftOut:
    """A young person without a proposal."""

    name: str
    url: str
    possible: str
    obstacles: tuple[Obstacle, ...]
    change: str


@dataclass(frozen=True)
class OneMoreMentor:
    """What one more mentor in a kind of work would be worth."""

    work: str
    pairs_one_more: bool
    points: str
    hoping: int


@dataclass(frozen=True)
class LeftOutPage:
    """Who was left out, and why."""

    programme: str
    site: str
    tabs: tuple[Tab, ...]
    people: tuple[LeftOut, ...]
    pages: Page[queries.Unmatched]
    spots: tuple[OneMoreMentor, ...]


@dataclass(frozen=True)
class FreeReason:
    """What stood in the way of how many mentors."""

    words: str
    mentors: str
    change: str


@dataclass(frozen=True)
class LeftFreePage:
    """Which mentors are still free, and why. `reasons` is empty when none is, `was_kept` false for a round of before
    this was kept.
    """

    programme: str
    tabs: tuple[Tab, ...]
    was_kept: bool
    mentors: str
    reasons: tuple[FreeReason, ...]
    half_days: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Share:
    """A share of pairs with its interval, or why there is none."""

    label: str
    value: str
    interval: str
    known: str


@dataclass(frozen=True)
class GroupRow:
    """How one group of young people fared."""

    name: str
    people: str
    matched: str
    matched_interval: str
    fit: str
    fit_interval: str
    waiting_days: str


@dataclass(frozen=True)
class FiguresPage:
    """How good and how fair a round is."""

    programme: str
    tabs: tuple[Tab, ...]
    index: str
    index_between: str
    fit: str
    crossed: tuple[Share, ...]
    groups: tuple[GroupRow, ...]
    best: str
    compare_url: str


def left_out_page(run: Round, number: str | None) -> LeftOutPage:
    pages = Paginator(queries.unmatched_in(run), PER_PAGE).get_page(number)
    return LeftOutPage(
        programme=run.programme.name,
        site=run.programme.site.name,
        tabs=tabs_of(run, "left_out"),
        people=tuple(_left_out(unmatched) for unmatched in pages),
        pages=pages,
        spots=tuple(
            OneMoreMentor(spot.work, bool(spot.more), of_100(spot.points), spot.hoping)
            for spot in queries.figures_in(run).cold_spots
        ),
    )


def left_free_page(run: Round) -> LeftFreePage:
    free = queries.free_in(run)
    return LeftFreePage(
        programme=run.programme.name,
        tabs=tabs_of(run, "left_free"),
        was_kept=free is not None,
        mentors=f"{free.mentors} ready mentors" if free and free.mentors else "Some ready mentors",
        reasons=tuple(
            FreeReason(words, str(mentors) if mentors else UNDER, change)
            for words, mentors, change in (free.reasons if free else ())
        ),
        half_days=tuple(
            (times, "5 or more" if mentors is None else str(mentors))
            for times, mentors in (free.half_days if free else ())
        ),
    )


def figures_page(run: Round) -> FiguresPage:
    figures, index = queries.figures_in(run), queries.figures_in(run).bridge_index
    return FiguresPage(
        programme=run.programme.name,
        tabs=tabs_of(run, "figures"),
        index=percent(index.value) if index else "",
        index_between=interval(index, "pairs"),
        fit=of_100(figures.fit.value) if figures.fit else "",
        crossed=tuple(_share(label, share) for label, share in figures.crossed),
        groups=tuple(_group(group) for group in figures.groups),
        best=f"{_how_sure(run)} {weights_in_words(run)}",
        compare_url="" if run.kind == Round.Kind.ONE else f"{reverse('partner:rounds_compare')}?second={run.public_id}",
    )


def _left_out(unmatched: queries.Unmatched) -> LeftOut:
    many = unmatched.possible
    possible = (
        f"{many} mentor{' suits' if many == 1 else 's suit'} them, but {'is' if many == 1 else 'are'} paired with "
        "somebody else"
        if many
        else "No mentor is within every limit"
    )
    return LeftOut(
        name=unmatched.enrolment.person.first_name,
        url=reverse("partner:young_person", args=[unmatched.enrolment.public_id]),
        possible=possible,
        obstacles=tuple(Obstacle(limit.words, _alone(limit)) for limit in unmatched.removed)
        or (Obstacle("Every mentor who fits is paired with somebody else.", ""),),
        change=unmatched.change or "More mentors near here, or online.",
    )


def _alone(limit: queries.Removed) -> str:
    if limit.alone == limit.people:
        return "for this alone"
    return f"{limit.alone} of them for this alone" if limit.alone else ""


def _share(label: str, share: Estimate | None) -> Share:
    if share is None:
        return Share(label, UNSAID, "", UNDER)
    return Share(label, percent(share.value), _interval(percent(share.low), percent(share.high)), str(share.n))


def _group(group: queries.Group) -> GroupRow:
    matched, score = group.matched, group.score
    return GroupRow(
        name=group.name,
        people=str(matched.n) if matched else UNDER,
        matched=percent(matched.value) if matched else "too few",
        matched_interval=_interval(percent(matched.low), percent(matched.high)) if matched else "",
        fit=of_100(score.value) if score else "too few",
        fit_interval=_interval(of_100(score.low), of_100(score.high)) if score else "",
        waiting_days=f"{group.waiting_days.value:.0f}" if group.waiting_days else "",
    )


def _interval(low: str, high: str) -> str:
    return f"({low} to {high})"


def _how_sure(run: Round) -> str:
    certificate = queries.certificate_of(run)
    paired = f"{certificate.matched} of {certificate.young_people} young people"
    reached = f"{paired} could be paired, and no set of pairs reaches more."
    if certificate.gap < PROVEN:
        return (
            f"{reached} Among the sets of as many pairs none has a greater total of fit: that is proven, not guessed."
        )
    return (
        f"{reached} No set of as many pairs could have a total of fit more than {percent(certificate.gap, 2)} greater."
    )
