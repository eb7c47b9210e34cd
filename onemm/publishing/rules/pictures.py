"""Pictures in a unit: `![what it shows](name.svg)` alone in a paragraph becomes the drawing itself, in the page's own
colours.

A drawing may only be made of shapes and words: no scripts, no links, no styles, nothing that is fetched. Colours come
from the stylesheet, by class, so that it follows light and dark.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET  # parses our own files only, never what someone sent

_IMAGE = re.compile(r'<p><img src="([^"]+)" alt="([^"]*)"\s*/?></p>')
_NAME = re.compile(r"[a-z0-9-]+\.svg")
_SHAPES = {"svg", "g", "path", "circle", "rect", "line", "text", "tspan"}
_ATTRIBUTES = {
    "class",
    "cx",
    "cy",
    "d",
    "dy",
    "height",
    "r",
    "rx",
    "text-anchor",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
}
_SVG = "{http://www.w3.org/2000/svg}"


class PictureIsBroken(ValueError):
    """A picture is missing its words, or is not a plain drawing; the message says which."""


def with_pictures(html: str, folder: Path) -> str:
    """Return the unit with its drawings in place.

    :raises PictureIsBroken: one has no text alternative, or holds more than shapes and words.
    """
    shown = _IMAGE.sub(lambda image: drawing_in_html(image[1], image[2], folder), html)
    if "<img" in shown:
        raise PictureIsBroken("a picture stands alone in its paragraph")
    return shown


def drawing_in_html(name: str, words: str, folder: Path) -> str:
    """Return a drawing of ours as a figure. `words` are HTML already, or plain.

    :raises PictureIsBroken: it has no text alternative, or holds more than shapes and words.
    """
    if not _NAME.fullmatch(name):
        raise PictureIsBroken(f"{name} is not the name of a drawing")
    if not words.strip():
        raise PictureIsBroken(f"{name} has no words for those who cannot see it")
    text = (folder / name).read_text(encoding="utf-8")
    try:
        root = ET.fromstring(text)  # noqa: S314 - as above
    except ET.ParseError as problem:
        raise PictureIsBroken(f"{name}: {problem}") from problem
    for part in root.iter():
        if part.tag.removeprefix(_SVG) not in _SHAPES or not set(part.attrib) <= _ATTRIBUTES:
            raise PictureIsBroken(
                f"{name} holds more than shapes and words: {part.tag} {sorted(set(part.attrib) - _ATTRIBUTES)}"
            )
    inside = re.sub(r"^.*?<svg", "<svg", text, flags=re.DOTALL).strip()
    return f'<figure class="picture">{inside.replace("<svg", f"""<svg role="img" aria-label="{words}" """, 1)}</figure>'
