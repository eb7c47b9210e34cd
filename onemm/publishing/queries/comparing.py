"""How two texts differ, line by line, in words rather than in JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from typing import Any

NAMES = {
    "title": "Title",
    "summary": "Summary",
    "audience": "For",
    "minutes": "Minutes",
    "pass_mark": "Right answers needed",
    "reviewed_on": "Reviewed on",
    "review_by": "Review by",
    "reflection": "Think about this",
    "moment": "For the moment",
    "after": "Comes after",
    "rests_on": "The key rests on",
}


@dataclass(frozen=True)
class ComparedLine:
    """One line of a comparison: `was` (only before), `new` (only now) or `same`."""

    kind: str
    text: str

    @property
    def is_gone(self) -> bool:
        return self.kind == "was"

    @property
    def is_new(self) -> bool:
        return self.kind == "new"


def compared(before: dict[str, Any], after: dict[str, Any]) -> tuple[ComparedLine, ...]:
    """Return what was and what is, line by line. Lines that stayed are there too, so that it can be read through."""
    kinds = {"- ": "was", "+ ": "new", "  ": "same"}
    return tuple(
        ComparedLine(kinds[line[:2]], line[2:])
        for line in ndiff(list(in_lines(before)), list(in_lines(after)))
        if line[:2] in kinds
    )


def in_lines(body: dict[str, Any]) -> Iterator[str]:
    """Yield a body as lines that someone can read."""
    for name, label in NAMES.items():
        if body.get(name) not in {None, ""}:
            yield f"{label}: {body[name]}"
    for block in body.get("block", ()):
        yield from _block(block)
    for number, question in enumerate(body.get("question", ()), 1):
        yield f"Question {number}: {question['text']}"
        for choice in question["choice"]:
            yield f"{'Right' if choice.get('right') else 'Choice'}: {choice['text']} | {choice['feedback']}"
    for evidence in body.get("evidence", ()):
        yield f"Rests on: {evidence['says']} | {evidence['source']} | {evidence['grade']}"
    yield from _scenario(body)


def _scenario(body: dict[str, Any]) -> Iterator[str]:
    for detail in body.get("detail", ()):
        yield f"Detail {{{detail['name']}}}: {', '.join(detail['values'])}"
    for step in body.get("step", ()):
        yield from (f"Moment ({step['key']}): {line}" for line in step["text"].splitlines() if line.strip())
        for option in step.get("option", ()):
            onward = option["to"] or "nowhere yet"
            yield f"Option: {option['text']} | {option['points']} points | {option['feedback']} | leads to {onward}"
    for ending in body.get("ending", ()):
        yield f"Ending ({ending['key']}): {ending['title']}"
        yield from (line for line in ending["text"].splitlines() if line.strip())


def _block(block: dict[str, Any]) -> Iterator[str]:
    if block["kind"] == "text":
        yield from (line for line in block["text"].splitlines() if line.strip())
        return
    shown = block.get("name") or f"file {block['file']}"
    yield f"{block['kind'].capitalize()}: {shown} | {block.get('words', '')}{block.get('caption', '')}"
    yield from (f"Transcript: {line}" for line in block.get("transcript", "").splitlines() if line.strip())
