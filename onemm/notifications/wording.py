"""The words of an e-mail: from a kind's template and its values to a subject, a text and the same text as HTML.

A template begins with its subject, and with the words of its button where “Open the page” will not do. In what follows
an empty line parts paragraphs, a line that begins with a dash is an item, and a line that holds nothing but tags
leaves no trace. The greeting is put before it, so that nobody writes one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template import Context, Engine, Template
from django.template.loader import render_to_string

from onemm.notifications.kinds import Kind, KindIsUnknown, kind_called

LONGEST_SUBJECT = 200
BUTTON = "Open the page"
HEADER = re.compile(r"(Subject|Button): (.+)\n")
ONLY_TAGS = re.compile(r"\s*(\{%[^%]*%\}\s*)+")
ITEM = "- "


class ValuesDoNotFit(TypeError):
    """A kind's words were given other values than they need."""


class _Unknown(str):
    """What a template would print for a name that it was not given."""

    __slots__ = ()

    def __mod__(self, name: object) -> str:
        raise ValuesDoNotFit(f"the words want {name}, which nobody gave")


ENGINE = Engine(string_if_invalid=_Unknown("%s"))
"""Plain text: nothing is escaped here. The HTML is made from the finished text, all of it escaped."""


@dataclass(frozen=True)
class Words:
    """What is kept of an e-mail: all on one line, and the paragraphs, with the greeting."""

    subject: str
    body: str


@dataclass(frozen=True)
class Block:
    """A paragraph, line by line, and the list that follows it."""

    lines: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True)
class _Wording:
    subject: Template
    body: Template
    button: str


def words_of(kind: Kind, values: Mapping[str, object], *, name: str = "") -> Words:
    """Return the words of one e-mail, greeting `name`.

    :raises ValuesDoNotFit: a value is missing, unknown or `None`.
    """
    if kind.values != set(values) or None in values.values():
        raise ValuesDoNotFit(f"{kind.name} needs {sorted(kind.values)}, and got {dict(values)}")
    wording = _wording_of(kind.template)
    context = Context(dict(values), autoescape=False)
    # A line break in a subject would let its words write headers of their own.
    subject = " ".join(wording.subject.render(context).split())[:LONGEST_SUBJECT]
    body = _tidy(wording.body.render(context))
    greeting = f"{' '.join(['Hello', *name.split()])},\n\n" if kind.is_greeted else ""
    return Words(subject, greeting + body)


def button_of(kind: str) -> str:
    """Return what stands on the button that follows the link, for a kind of today or of the past."""
    try:
        return _wording_of(kind_called(kind).template).button
    except KindIsUnknown:
        return BUTTON


def text_of(body: str, *, path: str) -> str:
    """Return an e-mail as plain text: its words, where it leads, and who writes."""
    link = f"\n\nOpen it here: {settings.ADDRESS}{path}" if path else ""
    return f"{body}{link}\n\nOne Million Mentors\n{settings.ADDRESS}\n"


def html_of(subject: str, body: str, *, path: str, button: str = BUTTON) -> str:
    """Return the same as HTML, with one button for the link."""
    page = {
        "subject": subject,
        "blocks": [_block_of(paragraph) for paragraph in body.split("\n\n") if paragraph.strip()],
        "url": f"{settings.ADDRESS}{path}" if path else "",
        "button": button,
        "home": settings.ADDRESS,
    }
    return render_to_string("email/base.html", {"page": page})


@cache
def _wording_of(template: Path) -> _Wording:
    source = template.read_text(encoding="utf-8")
    headers: dict[str, str] = {}
    while match := HEADER.match(source):
        headers[match[1]] = match[2]
        source = source[match.end() :]
    return _Wording(
        ENGINE.from_string(headers["Subject"]), ENGINE.from_string(_unwrapped(source)), headers.get("Button", BUTTON)
    )


def _unwrapped(source: str) -> str:
    """Join the lines of a paragraph, so that templates may be wrapped and e-mails are not."""
    lines = [line.strip() for line in source.strip().splitlines()]
    joined = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if ONLY_TAGS.fullmatch(line):
            joined += line
        elif not line or not following or following.startswith(ITEM) or ONLY_TAGS.fullmatch(following):
            joined += f"{line}\n"
        else:
            joined += f"{line} "
    return joined


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _block_of(paragraph: str) -> Block:
    lines = paragraph.strip().split("\n")
    return Block(
        lines=tuple(line for line in lines if not line.startswith(ITEM)),
        items=tuple(line.removeprefix(ITEM) for line in lines if line.startswith(ITEM)),
    )
