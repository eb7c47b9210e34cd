"""A unit's reading as blocks, one after another, and as safe HTML.

Kinds: `text` (Markdown), `drawing` (a shipped SVG, by its name and course), `picture` (an uploaded file, with words for
those who cannot see it), `sound` and `film` (an uploaded recording; a film has captions, both have a transcript).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from onemm.publishing.rules.languages import IN_ENGLISH, LANGUAGES
from onemm.publishing.rules.markdown import words_in_html
from onemm.publishing.rules.pictures import drawing_in_html

KINDS = {"text": "Text", "picture": "Picture", "sound": "Sound", "film": "Film", "drawing": "Drawing"}
Address = Callable[[str], str]
"""From the public id of a file to where a page finds it."""
_DRAWING = re.compile(r"(?m)^!\[([^\]]*)\]\(([a-z0-9-]+\.svg)\)[ \t]*$")


def blocks_of(text: str) -> list[dict[str, str]]:
    """Return a shipped unit's Markdown as blocks: a drawing alone, and the words under each heading together."""
    blocks: list[dict[str, str]] = []
    at = 0
    for drawing in _DRAWING.finditer(text):
        blocks += _texts(text[at : drawing.start()])
        blocks.append({"kind": "drawing", "name": drawing[2], "words": drawing[1]})
        at = drawing.end()
    blocks += _texts(text[at:])
    return [{"key": f"b{number}", **block} for number, block in enumerate(blocks, 1)]


def _texts(text: str) -> Iterator[dict[str, str]]:
    for part in re.split(r"(?m)^(?=## )", text):
        if part.strip():
            yield {"kind": "text", "text": part.strip()}


def html_of(blocks: Sequence[Mapping[str, Any]], *, folder: Path, address: Address) -> str:
    """Return the reading. Raw HTML in an editor's words is shown as text; addresses are ours alone.

    :raises PictureIsBroken: a drawing is missing its words, or is not one of ours.
    """
    return "\n".join(_html(block, folder, address) for block in blocks)


def _html(block: Mapping[str, Any], folder: Path, address: Address) -> SafeString | str:
    match block["kind"]:
        case "drawing":
            return drawing_in_html(block["name"], escape(block["words"]), folder)
        case "picture":
            caption = format_html("<figcaption>{}</figcaption>", block["caption"]) if block.get("caption") else ""
            return format_html(
                '<figure class="picture"><img src="{}" alt="{}" loading="lazy">{}</figure>',
                address(block["file"]),
                block["words"],
                caption,
            )
        case "sound" | "film":
            return _recording(block, address)
        case _:
            return words_in_html(block["text"])  # pictures come as blocks, with words of their own


def _recording(block: Mapping[str, Any], address: Address) -> SafeString:
    track = ""
    if block.get("captions"):
        track = format_html(
            '<track kind="captions" src="{}" srclang="{}" label="{}" default>',
            address(block["captions"]),
            block.get("spoken", "en"),
            LANGUAGES.get(block.get("spoken", "en"), "English"),
        )
    player = "video" if block["kind"] == "film" else "audio"
    return format_html(
        '<figure class="picture recording"><{} controls preload="none" '
        'src="{}">{}</{}><figcaption>{}</figcaption></figure>'
        '<details class="disclosure"><summary>Read it instead</summary><div class="disclosure-body">{}</div></details>',
        mark_safe(player),
        address(block["file"]),
        track,
        mark_safe(player),
        block["caption"],
        mark_safe(words_in_html(block["transcript"])),
    )


def faults_in_blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what is missing for someone who cannot see or hear."""
    if not blocks:
        yield "has nothing to read yet"
    for number, block in enumerate(blocks, 1):
        if block["kind"] in {"picture", "drawing"} and not block["words"].strip():
            yield f"block {number}: a picture has no words for those who cannot see it"
        if block["kind"] in {"sound", "film"} and not block["transcript"].strip():
            yield f"block {number}: a recording has no transcript"
        if block["kind"] == "film" and not block.get("captions"):
            yield f"block {number}: a film has no captions"
        if block.get("spoken", "en") not in IN_ENGLISH:
            yield f"block {number}: its language is not one of ours"
