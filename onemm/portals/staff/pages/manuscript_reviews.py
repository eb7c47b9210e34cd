"""A manuscript as learners would meet it, and what a second pair of eyes is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from onemm.learning.queries import AnswerGiven, course_called
from onemm.learning.rules import Ending, Unit, Walk
from onemm.learning.rules.walking import Taken
from onemm.people.models import Person
from onemm.portals.staff.pages.notices import Notice
from onemm.publishing.models import Manuscript, ManuscriptKind
from onemm.publishing.queries import ComparedLine, compared, faults_of, taught_now, wrote_in
from onemm.publishing.rules.languages import ENGLISH
from onemm.web.cells import Tag
from onemm.web.forms import Form

WROTE = Notice("You have written in this", ("So somebody else has to publish it. You can send it back.",), tone="wait")


@dataclass(frozen=True, kw_only=True)
class LookOverPage:
    """What changes against what is taught, line by line; only someone who has not written in it may publish it."""

    title: str
    preview_url: str
    faults: tuple[str, ...]
    notice: Notice | None
    may_publish: bool
    heading: str
    lines: tuple[ComparedLine, ...]
    form: Form
    back: str


@dataclass(frozen=True)
class NotYetPage:
    """There is nothing to preview yet."""

    manuscript: str
    back: str


@dataclass(frozen=True)
class Answered:
    """The answers that were tried, and how they did."""

    score: str
    needed: int
    wrong: tuple[AnswerGiven, ...]
    right: tuple[AnswerGiven, ...]


@dataclass(frozen=True, kw_only=True)
class PreviewPage:
    """A unit with its questions: as answered, or else to be answered. No `form`: there are no questions."""

    title: str
    lede: str
    eyebrow: str
    unit: Unit
    answered: Answered | None
    form: Form | None
    back: str


@dataclass(frozen=True)
class Walked:
    """How a walk went, and the address of another one with other details."""

    words: str
    tag: Tag
    again_url: str


@dataclass(frozen=True, kw_only=True)
class WalkPreviewPage:
    """A scenario at the moment that was walked to, with the choice before it (`last`); or at an ending (`walked`)."""

    title: str
    lede: str
    walk: Walk
    last: Taken | None
    heading: str
    form: Form | None
    seed: int
    chosen: tuple[str, ...]
    walked: Walked | None
    back: str


def look_over_page(reader: Person, manuscript: Manuscript, form: Form) -> LookOverPage:
    place = (manuscript.kind, manuscript.course, manuscript.slug)
    taught = taught_now(*place, manuscript.language) or taught_now(*place, ENGLISH)
    faults, wrote = faults_of(manuscript), wrote_in(manuscript, reader)
    is_course = manuscript.kind == ManuscriptKind.COURSE
    return LookOverPage(
        title=manuscript.title,
        preview_url="" if is_course else reverse("staff:manuscript_preview", args=[manuscript.public_id]),
        faults=tuple(capfirst(fault) for fault in faults),
        notice=WROTE if wrote else None,
        may_publish=not (wrote or faults),
        heading=f"What changes, against version {taught.version}" if taught else "All of it is new",
        lines=compared(taught.body if taught else {}, manuscript.body),
        form=form,
        back=reverse("staff:writing"),
    )


def not_yet_page(manuscript: Manuscript) -> NotYetPage:
    return NotYetPage(manuscript.title, _back(manuscript))


def preview_page(manuscript: Manuscript, unit: Unit, form: Form, given: Sequence[AnswerGiven]) -> PreviewPage:
    course = course_called(manuscript.course)
    return PreviewPage(
        title=unit.title,
        lede=unit.summary,
        eyebrow=course.title if course else "",
        unit=unit,
        answered=_answered(unit, given) if given else None,
        form=form if unit.questions else None,
        back=_back(manuscript),
    )


def walk_preview_page(
    manuscript: Manuscript, walk: Walk, form: Form | None, *, seed: int, chosen: Sequence[str]
) -> WalkPreviewPage:
    last = walk.taken[-1] if walk.taken else None
    onward = "And then" if last else "The moment"
    return WalkPreviewPage(
        title=walk.scenario.title,
        lede=walk.scenario.summary,
        walk=walk,
        last=last,
        heading=walk.here.title if isinstance(walk.here, Ending) else onward,
        form=form,
        seed=seed,
        chosen=tuple(chosen),
        walked=_walked(walk, seed) if walk.is_over else None,
        back=_back(manuscript),
    )


def _back(manuscript: Manuscript) -> str:
    return reverse("staff:manuscript", args=[manuscript.public_id])


def _answered(unit: Unit, given: Sequence[AnswerGiven]) -> Answered:
    right = tuple(answer for answer in given if answer.is_right)
    wrong = tuple(answer for answer in given if not answer.is_right)
    return Answered(f"{len(right)} of {len(unit.questions)} right", unit.pass_mark, wrong, right)


def _walked(walk: Walk, seed: int) -> Walked:
    tag = Tag("Walked well", "good") if walk.is_competent else Tag("Worth another walk", "wait")
    return Walked(f"{walk.score} of {walk.out_of} points:", tag, f"?seed={seed + 1}")
