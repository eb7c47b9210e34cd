"""The editors' desk, opened by what waits for someone first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from onemm.learning.queries.desk import Desk, Shelved, desk
from onemm.people.models import Person
from onemm.portals.staff.pages.forms import FormPage
from onemm.publishing.models import Manuscript
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.next_step import Button, Panel
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class Line:
    """Words that lead somewhere, between what stands before them and after."""

    words: str
    url: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Lines:
    """A list with its heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class DeskPage:
    """What waits for a second pair of eyes comes first, then what is due for review. `lists` are the rest of both, and
    the courses that have no unit yet.
    """

    first: Panel | None
    begin_url: str
    to_look_at: Lines | None
    written: DrawnTable | None
    lists: tuple[Lines, ...]
    shelves: tuple[DrawnTable, ...]


def desk_page(person: Person, address: QueryDict) -> DeskPage:
    work = desk(person)
    written = (*work.being_written, *work.waiting_for_others)
    return DeskPage(
        first=_first(work),
        begin_url=reverse("staff:begin_writing"),
        to_look_at=_lines("Also waiting for your eyes", [_to_look_at(text) for text in work.to_look_at[1:]]),
        written=WRITTEN.drawn(written, address) if written else None,
        lists=tuple(filter(None, (_overdue(work), _planned(work)))),
        shelves=tuple(
            replace(SHELF, caption=course.title, prefix=course.slug).drawn(parts, address)
            for course, parts in work.shelves
        ),
    )


def begin_page(form: Form) -> FormPage:
    return FormPage(
        title="Write something new",
        lede="Nobody but editors sees it until a second pair of eyes has said yes.",
        form=form,
        button="Begin",
        back=reverse("staff:writing"),
        back_label="Write courses",
    )


def taught_url(shelved: Shelved) -> str:
    return reverse("staff:taught", args=[shelved.course.slug, shelved.kind, shelved.part.slug])


def _first(work: Desk) -> Panel | None:
    write = Button("Write something new", reverse("staff:begin_writing"), kind="quiet")
    if work.to_look_at:
        manuscript = work.to_look_at[0]
        words = (
            f"{_sender(manuscript)} asks somebody to look over this {manuscript.get_kind_display().lower()}. Nobody "
            "learns from it until you, or another editor who has not written in it, says yes."
        )
        url = reverse("staff:manuscript_look_over", args=[manuscript.public_id])
        buttons = (Button("Look it over", url), write)
        return Panel(manuscript.title, words, buttons, eyebrow="Waits for your eyes")
    if work.overdue:
        shelved = work.overdue[0]
        due = f"Somebody should have looked at this {shelved.kind} again by {When(shelved.part.review_by).words}."
        words = f"{due} Is what it says still true?"
        buttons = (Button("Look at it", taught_url(shelved)), write)
        return Panel(shelved.part.title, words, buttons, eyebrow="Due for review")
    return None


def _to_look_at(manuscript: Manuscript) -> Line:
    url = reverse("staff:manuscript_look_over", args=[manuscript.public_id])
    return Line(manuscript.title, url, after=f", from {_sender(manuscript)}")


def _overdue(work: Desk) -> Lines | None:
    """Return what else is due; where nothing waits for their eyes, the first of it stands on top of the page."""
    return _lines(
        "Also due for review",
        [
            Line(shelved.part.title, taught_url(shelved), after=f", since {When(shelved.part.review_by).words}")
            for shelved in work.overdue[1:]
        ],
    )


def _planned(work: Desk) -> Lines | None:
    begin = reverse("staff:begin_writing")
    return _lines(
        "Courses without a unit yet",
        [
            Line("write its first unit", f"{begin}?course={edition.course}", before=f"{edition.body['title']}: ")
            for edition in work.planned_courses
            if edition.body
        ],
    )


def _lines(heading: str, lines: Sequence[Line]) -> Lines | None:
    return Lines(heading, tuple(lines)) if lines else None


def _sender(manuscript: Manuscript) -> str:
    return manuscript.sent_by.first_name if manuscript.sent_by else ""


def _is_waiting(manuscript: Manuscript) -> bool:
    return manuscript.state == Manuscript.State.WAITING


def _what(manuscript: Manuscript) -> tuple[Part, ...]:
    kind, language = manuscript.get_kind_display(), manuscript.language
    if _is_waiting(manuscript):
        about = f"{kind}, sent by {_sender(manuscript)}"
    else:
        words = [kind, *([IN_ENGLISH[language]] if language != ENGLISH else [])]
        about = f"{', '.join(words)}, begun by {manuscript.begun_by.first_name}"
    return LinkCell(manuscript.title, reverse("staff:manuscript", args=[manuscript.public_id])), Small(about)


def _state(manuscript: Manuscript) -> Part:
    if _is_waiting(manuscript):
        return Tag("Waits for somebody else", "wait")
    return Tag("Sent back", "wait") if manuscript.sent_back_why else Text(manuscript.get_state_display())


def _part(shelved: Shelved) -> tuple[Part, ...]:
    is_changing = " · being changed" if shelved.being_written else ""
    about = f"{shelved.kind.capitalize()}, {shelved.part.minutes} minutes{is_changing}"
    return LinkCell(shelved.part.title, taught_url(shelved)), Small(about)


def _review_by(shelved: Shelved) -> tuple[Part, ...]:
    return When(shelved.part.review_by), *([Tag("Overdue", "late")] if shelved.is_overdue else [])


def _languages(shelved: Shelved) -> tuple[Part, ...]:
    languages = Text(shelved.languages_in_words)
    return (languages, Tag("Behind", "wait"), Text(shelved.behind_in_words)) if shelved.behind else (languages,)


WRITTEN: Table[Manuscript] = Table(
    caption="Being written",
    noun="",
    columns=(
        Column("What", _what),
        Column("State", _state),
        Column("Last saved", lambda manuscript: When(manuscript.saved_at, "j F, H:i")),
    ),
    tone=lambda manuscript: "wait" if manuscript.sent_back_why else "",
    empty=Empty(title="Nothing is being written", text="What an editor begins stands here until it is published."),
    prefix="written",
)
SHELF: Table[Shelved] = Table(
    caption="",
    noun="",
    columns=(
        Column("Part", _part),
        Column("Version", lambda shelved: shelved.part.version),
        Column("Review by", _review_by),
        Column("Languages", _languages),
    ),
    tone=lambda shelved: "late" if shelved.is_overdue else "",
    empty=Empty(title="No part yet", text="Units and scenarios stand here once they are published."),
)
