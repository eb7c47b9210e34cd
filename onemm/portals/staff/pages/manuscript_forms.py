"""What an editor changes in a manuscript, and its revisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from onemm.portals.staff.pages.notices import Notice
from onemm.publishing.models import Manuscript, Revision
from onemm.publishing.queries import ComparedLine, compared
from onemm.publishing.rules.blocks import KINDS
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH
from onemm.web.cells import NOTHING, Part, SendCell, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

TITLES = {
    "question": "A question",
    "evidence": "What it rests on",
    "step": "A moment",
    "ending": "An ending",
    "detail": "A detail that changes",
}
IN_ITS_LANGUAGE = (
    "Put your language in place of the English words. Which choice is right, the points, and where options lead stay "
    "as they are."
)
NOT_WRITING = Notice(
    "This is not being written", ("Take it back first, if it waits for a second pair of eyes.",), tone="wait"
)


@dataclass(frozen=True, kw_only=True)
class ManuscriptFormPage:
    """A form that saves something of a manuscript; `has_file` says that a file stays unless another is chosen."""

    title: str
    manuscript: str
    form: Form
    notices: tuple[Notice, ...]
    has_file: bool
    back: str


@dataclass(frozen=True)
class RevisionChoice:
    """A revision that can be compared with another, on either side."""

    number: int
    words: str
    is_before: bool
    is_after: bool


@dataclass(frozen=True)
class Comparison:
    """How two texts differ."""

    heading: str
    lines: tuple[ComparedLine, ...]


@dataclass(frozen=True)
class HistoryPage:
    """Every revision, newest first, and two of them compared where both are there."""

    manuscript: str
    choices: tuple[RevisionChoice, ...]
    comparison: Comparison | None
    table: DrawnTable
    back: str


def manuscript_form_page(
    manuscript: Manuscript, form: Form, title: str, *, has_file: bool = False
) -> ManuscriptFormPage:
    notices = []
    if manuscript.language != ENGLISH:
        notices.append(Notice(IN_ENGLISH[manuscript.language], (IN_ITS_LANGUAGE,)))
    if manuscript.state != Manuscript.State.WRITING:
        notices.append(NOT_WRITING)
    return ManuscriptFormPage(
        title=title,
        manuscript=manuscript.title,
        form=form,
        notices=tuple(notices),
        has_file=has_file,
        back=reverse("staff:manuscript", args=[manuscript.public_id]),
    )


def part_form_page(
    manuscript: Manuscript, form: Form, part: str, kept: Mapping[str, Any], kind: str
) -> ManuscriptFormPage:
    """Return the form of one part; `kind` is what a block shows."""
    title = KINDS[kind] if part == "block" else TITLES[part]
    return manuscript_form_page(manuscript, form, title, has_file=bool(kept.get("file")))


def history_page(manuscript: Manuscript, *, before: int, after: int, address: QueryDict) -> HistoryPage:
    revisions = list(manuscript.revisions.select_related("by"))
    return HistoryPage(
        manuscript=manuscript.title,
        choices=tuple(
            RevisionChoice(revision.number, str(revision), revision.number == before, revision.number == after)
            for revision in revisions
        ),
        comparison=_comparison({revision.number: revision for revision in revisions}, before, after),
        table=_revisions(manuscript).drawn(revisions, address),
        back=reverse("staff:manuscript", args=[manuscript.public_id]),
    )


def _comparison(revisions: Mapping[int, Revision], before: int, after: int) -> Comparison | None:
    if not {before, after} <= revisions.keys():
        return None
    lines = compared(revisions[before].body, revisions[after].body)
    return Comparison(f"From {before} to {after}", lines) if lines else None


def _bring_back(manuscript: Manuscript, revision: Revision) -> Part:
    if manuscript.state != Manuscript.State.WRITING or revision.number == manuscript.revision:
        return Text(NOTHING)
    url = reverse("staff:manuscript_restore", args=[manuscript.public_id])
    values = (("number", str(revision.number)), ("revision", str(manuscript.revision)))
    return SendCell("Bring back", url, values, unseen=f"revision {revision.number}")


def _revisions(manuscript: Manuscript) -> Table[Revision]:
    """Return the table of a manuscript's revisions; whether one can be brought back is known to the manuscript."""
    return Table(
        caption="All revisions, newest first",
        dense=True,
        noun="",
        columns=(
            Column("Revision", str),
            Column("By", lambda revision: revision.by.first_name),
            Column("When", lambda revision: When(revision.at, "j F Y, H:i")),
            Column("Bring it back", partial(_bring_back, manuscript)),
        ),
        empty=Empty(title="No revision yet", text="Every saving is kept here."),
    )
