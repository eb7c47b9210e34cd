"""Practice on hard moments: what a scenario is about, a moment of it, and how a walk was judged."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.learning.models import ScenarioRun
from onemm.learning.queries import CourseProgress, ScenarioProgress
from onemm.learning.rules import Taken, Walk
from onemm.learning.rules.scenarios import ENOUGH, POINTS
from onemm.portals.mentor.onward import onward_in
from onemm.web.cells import Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.questions import Questions
from onemm.web.tables import Column, Table
from onemm.web.templatetags.ui_figures import percent


@dataclass(frozen=True)
class ScenarioPage:
    """Before a walk: how it goes, where someone stands with it, and how it is judged."""

    title: str
    summary: str
    length: str
    tag: Tag | None
    words: str
    label: str
    enough: str
    key: DrawnTable
    rests_on: str


@dataclass(frozen=True)
class MomentPage:
    """One moment of a walk, after what came of the last choice."""

    title: str
    last: Taken | None
    heading: str
    told: str
    language: str
    direction: str
    form: Questions


@dataclass(frozen=True)
class Judgement:
    """How a walk was judged, and the way on. `again_url` is offered beside it after a walk done well."""

    title: str
    words: str
    label: str
    url: str
    again_url: str


@dataclass(frozen=True)
class EndPage:
    """Where a walk ended, with every choice of it."""

    title: str
    ending: str
    told: str
    last: Taken
    judgement: Judgement
    walk: Walk


def scenario_page(practised: ScenarioProgress) -> ScenarioPage:
    scenario = practised.scenario
    tag, words = _standing(practised)
    return ScenarioPage(
        title=scenario.title,
        summary=scenario.summary,
        length=f"About {scenario.minutes} minutes.",
        tag=tag,
        words=words,
        label="Go on with it" if practised.open_run else "Begin",
        enough=percent(ENOUGH),
        key=KEY.drawn(list(POINTS.items()), {}),
        rests_on=f"The key rests on: {scenario.rests_on} It is our judgement, written down, and not a measured scale. "
        f"Version {scenario.version}, looked over on {When(scenario.reviewed_on).words}.",
    )


def moment_page(walk: Walk, form: Questions) -> MomentPage:
    last = walk.taken[-1] if walk.taken else None
    return MomentPage(
        title=walk.scenario.title,
        last=last,
        heading="And then" if last else "The moment",
        told=walk.here.html,
        language=walk.scenario.language,
        direction=walk.scenario.direction,
        form=form,
    )


def end_page(run: ScenarioRun, walk: Walk, ending: str, progress: CourseProgress | None) -> EndPage:
    again = reverse("mentor:practice", args=[run.course, run.scenario])
    return EndPage(
        title=walk.scenario.title,
        ending=ending,
        told=walk.here.html,
        last=walk.taken[-1],
        judgement=_well(walk, again, progress) if walk.is_competent else _not_yet(walk, again),
        walk=walk,
    )


def _standing(practised: ScenarioProgress) -> tuple[Tag | None, str]:
    if practised.is_competent:
        words = "You may walk it again: the names, the details and the order change."
        return Tag("Walked well", "good"), words
    if practised.finished:
        times = f"{practised.finished} time{'' if practised.finished == 1 else 's'}"
        return None, f"You have walked this {times}. The names, the details and the order change each time."
    if practised.is_must:
        return None, "Every mentor walks this one."
    return None, "Nobody is in danger here. It is the place to get it wrong."


def _well(walk: Walk, again: str, progress: CourseProgress | None) -> Judgement:
    score = f"{walk.score} of {walk.out_of} points for judgement."
    if progress is None:
        return Judgement("Walked well", score, "", "", again)
    onward = onward_in(progress)
    return Judgement("Walked well", f"{score} Next: {onward.title}.", onward.label, onward.url, again)


def _not_yet(walk: Walk, again: str) -> Judgement:
    harmful = sum(not taken.option.points for taken in walk.taken)
    choices = f"And {harmful} choice{'' if harmful == 1 else 's'} that could do harm: better here than there. "
    words = (
        f"{walk.score} of {walk.out_of} points for judgement. {choices if harmful else ''}Read what is said below, and "
        "walk it again. It will not be quite the same."
    )
    return Judgement("Worth another walk", words, "Walk it again", again, "")


KEY: Table[tuple[int, str]] = Table(
    caption="The key",
    caption_unseen=True,
    dense=True,
    noun="",
    columns=(
        Column("Points", lambda line: line[0], number=True),
        Column("What they mean", lambda line: line[1]),
    ),
    empty=Empty(title="No key", text="Every choice has its points."),
)
