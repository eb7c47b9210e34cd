"""What bridging costs: the same people, paired with one weight of bridging after another."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from onemm.jobs.models import Job
from onemm.jobs.queries import progress_of
from onemm.lib.statistics import Estimate
from onemm.matching import queries
from onemm.matching.problem import KeptTradeOff, Tried, trade_off_in, trade_off_job_of
from onemm.matching.rules import CHOICES
from onemm.places.models import Programme
from onemm.portals.partner.pages.weights import address_of
from onemm.web.jobs import JobPart, job_part

NOTE = "Fit is measured with bridging left out. The pale bars show where the true Bridge Index may lie (95%, Wilson)."
INTRO = "Those who wait now are paired once for each weight of bridging. It takes a few seconds, and changes nothing."
TENTHS = 10
State = Job.State


@dataclass(frozen=True)
class TradeOffRow:
    """One weight of bridging, and what it would give."""

    label: str
    fit: float | None
    matched: int
    index: Estimate | None
    background: Estimate | None
    generation: Estimate | None
    current: bool
    url: str


@dataclass(frozen=True)
class Curve:
    """The chart with its finding; `rows` is empty where there is nobody to pair."""

    rows: tuple[TradeOffRow, ...]
    finding: str
    note: str
    waiting: int
    worked_out_at: datetime


@dataclass(frozen=True)
class TradeOffPage:
    """The page of what bridging costs: to be worked out, on its way (`job`), failed (`problem`), or there."""

    title: str
    back_url: str
    here: str
    intro: str
    ask: str
    problem: str
    job: JobPart | None
    curve: Curve | None
    spoken: str


def trade_off_page(programme: Programme, *, heard: str = "") -> TradeOffPage:
    job = trade_off_job_of(programme)
    here = reverse("partner:trade_off", args=[programme.public_id])
    part = curve = None
    if job and job.is_open:
        stop = reverse("partner:weights_stop", args=[programme.public_id])
        part = job_part(progress_of(job), here=here, stop=stop, heard=heard)
    if job and job.state == State.DONE:
        curve = _curve(programme, trade_off_in(job))
    return TradeOffPage(
        title=f"What bridging costs in {programme.name}",
        back_url=reverse("partner:weights", args=[programme.public_id]),
        here=here,
        intro="" if part or curve else INTRO,
        ask="" if part else "Work it out again" if curve else "Work it out",
        problem=job.problem if job and job.state == State.FAILED else "",
        job=part,
        curve=curve,
        spoken=part.spoken if part else curve.finding if curve else "",
    )


def _curve(programme: Programme, kept: KeptTradeOff) -> Curve:
    standing, names = queries.standing_weights(programme), dict(CHOICES)
    rows = tuple(
        TradeOffRow(
            label=str(names[tried.choices["bridging"]]),
            fit=tried.fit,
            matched=tried.matched,
            index=tried.bridge_index,
            background=tried.crossed["background"],
            generation=tried.crossed["generation"],
            current=tried.choices == standing.choices,
            url=f"{address_of(programme, tried.choices)}#preview",
        )
        for tried in kept.tries
    )
    return Curve(
        rows=rows if kept.tries[0].matched else (),
        finding=finding(kept.tries, alike=kept.alike),
        note=NOTE,
        waiting=kept.tries[0].waiting,
        worked_out_at=kept.worked_out_at,
    )


def finding(tries: tuple[Tried, ...], *, alike: bool) -> str:
    """Say what the most weight costs against the least, in a sentence."""
    first, last = tries[0], tries[-1]
    if first.fit is None or last.fit is None:
        return "Nobody can be paired just now"
    cost = f"{abs(first.fit - last.fit) / TENTHS:.1f} of 100 points of fit"
    if alike:
        return "Just now the weight of bridging makes no difference: the same pairs are best with any"
    if not (first.bridge_index and last.bridge_index):
        return f"The most weight on bridging costs {cost}"
    gain = round((last.bridge_index.value - first.bridge_index.value) * 100)
    if gain <= 0:
        return f"More weight on bridging would bridge no more pairs here, and costs {cost}"
    return f"The most weight on bridging lets {gain} more pairs in 100 bridge, and costs {cost}"
