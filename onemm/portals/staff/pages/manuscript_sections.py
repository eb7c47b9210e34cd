"""What a manuscript is made of, section by section, as its page shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import truncatewords
from django.urls import reverse

from onemm.publishing.models import Manuscript
from onemm.publishing.rules.blocks import KINDS
from onemm.publishing.rules.bodies import PARTS
from onemm.web.cells import Tag

NEW = "new"
"""The key in the address of a part that is only begun."""
UNWRITTEN = "Still to be written"
Part = Mapping[str, Any]
"""A part as the body keeps it."""


@dataclass(frozen=True)
class Paragraph:
    """What an editor wrote, or read; what is `bold` stands first. `is_written`: in the language of the manuscript."""

    words: str
    bold: str = ""
    tag: Tag | None = None
    is_written: bool = True


@dataclass(frozen=True)
class Line:
    """A choice or an option, with what is to be known of it."""

    words: str
    small: str = ""
    tag: Tag | None = None


@dataclass(frozen=True)
class Ways:
    """Where a part is changed, moved and taken out; `called` says which one to those who cannot see it."""

    called: str
    edit_url: str
    move_url: str
    remove_url: str
    revision: int


@dataclass(frozen=True)
class Says:
    """What the card of a part says."""

    paragraphs: tuple[Paragraph, ...]
    eyebrow: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Card:
    """One part, and what can be done to it while its manuscript is being written."""

    says: Says
    ways: Ways | None


@dataclass(frozen=True)
class Add:
    """A button that adds a part."""

    words: str
    url: str


@dataclass(frozen=True)
class Section:
    """All parts of one name, and the ways to more of them; `none` stands where there are none yet."""

    name: str
    title: str
    words: str
    none: str
    cards: tuple[Card, ...]
    adds: tuple[Add, ...]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How the parts of one name are shown: `says` reads a part, its number and its manuscript."""

    title: str
    none: str
    called: str
    says: Callable[[Part, int, Manuscript], Says]
    add: str = ""
    by: str = "key"
    words: str = ""


def sections_of(manuscript: Manuscript) -> tuple[Section, ...]:
    """Return the sections of a unit or a scenario; a course has none."""
    return tuple(_section(manuscript, name, SHAPES[name]) for name in PARTS[manuscript.kind])


def place_name(manuscript: Manuscript, key: str) -> str:
    """Return how a place of a scenario is called in lists: a moment by its number, an ending by its words."""
    for number, step in enumerate(manuscript.body.get("step", ()), 1):
        if step["key"] == key:
            return f"Moment {number}"
    ending = next((ending for ending in manuscript.body.get("ending", ()) if ending["key"] == key), None)
    return f"Ending: {ending['title'] or 'still to be written'}" if ending else "Nowhere yet"


def places_beside(manuscript: Manuscript, here: str) -> list[tuple[str, str]]:
    """Return every other moment and ending of a scenario: where an option of this moment may lead."""
    keys = [place["key"] for name in ("step", "ending") for place in manuscript.body[name]]
    return [(key, place_name(manuscript, key)) for key in keys if key != here]


def _section(manuscript: Manuscript, name: str, shape: Shape) -> Section:
    is_writing = manuscript.state == Manuscript.State.WRITING
    cards = tuple(
        Card(shape.says(part, number, manuscript), _ways(manuscript, name, part, shape) if is_writing else None)
        for number, part in enumerate(manuscript.body[name], 1)
    )
    adds = _adds(manuscript, name, shape) if is_writing else ()
    return Section(name, shape.title, shape.words, shape.none, cards, adds)


def _ways(manuscript: Manuscript, name: str, part: Part, shape: Shape) -> Ways:
    place = [manuscript.public_id, name, part["key"]]
    return Ways(
        called=f"{shape.called} {part[shape.by]}",
        edit_url=reverse("staff:manuscript_part", args=place),
        move_url=reverse("staff:manuscript_part_move", args=place),
        remove_url=reverse("staff:manuscript_part_remove", args=place),
        revision=manuscript.revision,
    )


def _adds(manuscript: Manuscript, name: str, shape: Shape) -> tuple[Add, ...]:
    url = reverse("staff:manuscript_part", args=[manuscript.public_id, name, NEW])
    if name != "block":
        return (Add(shape.add, url),)
    return tuple(
        Add(f"Add {label.lower()}", f"{url}?kind={kind}") for kind, label in KINDS.items() if kind != "drawing"
    )


def _block(block: Part, number: int, _: Manuscript) -> Says:
    if block["kind"] == "text":
        words = truncatewords(block["text"].replace("#", "").replace("*", ""), 30)
    else:
        words = block.get("words") or block.get("caption") or "Without words yet"
    return Says((Paragraph(words),), f"{number}. {KINDS[block['kind']]}")


def _question(question: Part, number: int, _: Manuscript) -> Says:
    choices = tuple(
        Line(choice["text"], tag=Tag("Right", "good") if choice.get("right") else None) for choice in question["choice"]
    )
    return Says((Paragraph("", question["text"]),), f"Question {number}", choices)


def _evidence(evidence: Part, _: int, __: Manuscript) -> Says:
    source = Paragraph(evidence["source"], tag=Tag(evidence["grade"]), is_written=False)
    return Says((Paragraph("", evidence["says"]), source))


def _step(step: Part, number: int, manuscript: Manuscript) -> Says:
    options = tuple(
        Line(option["text"], f"({option['points']} points; leads to: {place_name(manuscript, option['to'])})")
        for option in step.get("option", ())
    )
    return Says((Paragraph(truncatewords(step["text"] or UNWRITTEN, 40)),), f"Moment {number}", options)


def _ending(ending: Part, _: int, __: Manuscript) -> Says:
    return Says((Paragraph("", ending["title"] or UNWRITTEN), Paragraph(truncatewords(ending["text"], 30))))


def _detail(detail: Part, _: int, __: Manuscript) -> Says:
    return Says((Paragraph(f": {', '.join(detail['values'])}", detail["name"]),))


SHAPES = {
    "block": Shape(title="What is read", none="Nothing yet.", called="block", says=_block),
    "question": Shape(
        title="Questions",
        none="None yet. Two to five are asked.",
        called="question",
        add="Add a question",
        says=_question,
    ),
    "evidence": Shape(
        title="What it rests on",
        none="Nothing yet. Say for each claim where it comes from, and how far it can be leant on.",
        called="evidence",
        add="Add evidence",
        says=_evidence,
    ),
    "step": Shape(
        title="Moments",
        words="It begins with the first.",
        none="None yet.",
        called="moment",
        add="Add a moment",
        says=_step,
    ),
    "ending": Shape(title="Endings", none="None yet.", called="ending", add="Add an ending", says=_ending),
    "detail": Shape(
        title="What is different each time",
        none="Nothing yet. A name in curly brackets, such as {name}, is another one at each walk.",
        called="detail",
        add="Add a detail",
        by="name",
        says=_detail,
    ),
}
