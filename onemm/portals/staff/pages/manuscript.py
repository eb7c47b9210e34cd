"""One manuscript: how it stands, what it is, what it is made of, and what can be done with it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from onemm.learning.queries import course_called
from onemm.learning.rules.building import day
from onemm.portals.staff.pages.manuscript_sections import Section, sections_of
from onemm.portals.staff.pages.notices import Notice
from onemm.publishing.models import Manuscript, ManuscriptKind
from onemm.publishing.queries import faults_of
from onemm.publishing.rules.languages import IN_ENGLISH, direction_of
from onemm.web.cells import When

State = Manuscript.State
NOTHING_YET = "Nothing yet"
NOTICES = {
    State.PUBLISHED: Notice(
        "Published", ("Learners meet it now. To change it, take it up again from the desk.",), tone="good"
    ),
    State.DROPPED: Notice("Given up", ("It stays here to be read.",)),
}


@dataclass(frozen=True)
class Fact:
    """What is said of it; `is_written`: in the language of the manuscript."""

    label: str
    words: str
    is_written: bool = False


@dataclass(frozen=True)
class Waiting:
    """Who sent it, where it is looked over, and where it is taken back."""

    by: str
    look_url: str
    take_back_url: str


@dataclass(frozen=True, kw_only=True)
class ManuscriptPage:
    """While it is being written, `faults` must be put right before `send_url` is offered. What cannot be done has no
    address.
    """

    title: str
    eyebrow: str
    language: str
    direction: str
    notice: Notice | None
    waiting: Waiting | None
    faults: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    preview_url: str
    history_url: str
    about_url: str
    send_url: str
    drop_url: str
    back: str


def manuscript_page(manuscript: Manuscript) -> ManuscriptPage:
    course = course_called(manuscript.course)
    is_writing = manuscript.state == State.WRITING
    faults = tuple(capfirst(fault) for fault in faults_of(manuscript)) if is_writing else ()
    return ManuscriptPage(
        title=manuscript.title,
        eyebrow=course.title if course else manuscript.course,
        language=manuscript.language,
        direction=direction_of(manuscript.language),
        notice=_notice(manuscript),
        waiting=_waiting(manuscript) if manuscript.state == State.WAITING else None,
        faults=faults,
        facts=_facts(manuscript),
        sections=sections_of(manuscript),
        preview_url=_url("manuscript_preview", manuscript) if manuscript.kind != ManuscriptKind.COURSE else "",
        history_url=_url("manuscript_history", manuscript),
        about_url=_url("manuscript_about", manuscript) if is_writing else "",
        send_url=_url("manuscript_send", manuscript) if is_writing and not faults else "",
        drop_url=_url("manuscript_drop", manuscript) if is_writing else "",
        back=reverse("staff:writing"),
    )


def _url(name: str, manuscript: Manuscript) -> str:
    return reverse(f"staff:{name}", args=[manuscript.public_id])


def _notice(manuscript: Manuscript) -> Notice | None:
    state = State(manuscript.state)
    if state == State.WRITING and manuscript.sent_back_why:
        return Notice("Sent back", (manuscript.sent_back_why,), tone="wait")
    return NOTICES.get(state)


def _waiting(manuscript: Manuscript) -> Waiting:
    return Waiting(
        by=manuscript.sent_by.first_name if manuscript.sent_by else "",
        look_url=_url("manuscript_look_over", manuscript),
        take_back_url=_url("manuscript_take_back", manuscript),
    )


def _facts(manuscript: Manuscript) -> tuple[Fact, ...]:
    summary = Fact("In a sentence or two", manuscript.body["summary"] or NOTHING_YET, is_written=True)
    of_its_kind = {ManuscriptKind.UNIT: _facts_of_a_unit, ManuscriptKind.SCENARIO: _facts_of_a_scenario}.get(
        ManuscriptKind(manuscript.kind)
    )
    return (summary, *_facts_of_a_part(manuscript), *of_its_kind(manuscript)) if of_its_kind else (summary,)


def _facts_of_a_part(manuscript: Manuscript) -> tuple[Fact, ...]:
    body = manuscript.body
    reviewed_on, review_by = (When(day(body[name])).words for name in ("reviewed_on", "review_by"))
    version = "A new one: its meaning has changed"
    if manuscript.same_meaning_as:
        version = f"Stands for version {manuscript.same_meaning_as}: the same questions and answers"
    return (
        Fact("Language", IN_ENGLISH[manuscript.language]),
        Fact("Time", f"{body['minutes']} minutes"),
        Fact("Looked over", f"{reviewed_on}, due again by {review_by}"),
        Fact("Version", version),
    )


def _facts_of_a_unit(manuscript: Manuscript) -> tuple[Fact, ...]:
    body = manuscript.body
    return (
        Fact("Something to think about", body["reflection"] or NOTHING_YET, is_written=True),
        Fact("Right answers needed", f"{body['pass_mark']} of {len(body['question'])}"),
    )


def _facts_of_a_scenario(manuscript: Manuscript) -> tuple[Fact, ...]:
    return (Fact("The key rests on", manuscript.body["rests_on"] or NOTHING_YET),)
