"""Builds what the browser loads and the repository does not keep: three small fonts and one stylesheet."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
STYLES = HERE / "static_src" / "css"
STYLESHEET = "onemm.css"
FONT_PACKAGES = ("fonttools", "fontpkg-bricolage-grotesque", "fontpkg-atkinson-hyperlegible")

# The oldest browsers that know cascade layers (spring 2022). Nesting and light-dark() are rewritten for them.
BROWSERS = ["chrome 99", "firefox 97", "safari 15.4", "ios_saf 15.4"]

WELSH = {0x174, 0x175, 0x176, 0x177, *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3}
MARKS = {0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC, 0x2190, 0x2192, 0x2212, 0x2713}
HEADING_CHARACTERS = {*range(0x20, 0x7F), *range(0xA0, 0x100)} | WELSH | MARKS
TEXT_CHARACTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C)} | WELSH | MARKS
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum"]

# Atkinson Hyperlegible has the circumflex that Welsh needs but not the letters that carry it, nor arrows and a tick.
WELSH_LETTERS = {0x174: "W", 0x175: "w", 0x176: "Y", 0x177: "y"}
Outline = list[tuple[int, int]]
DRAWN: dict[int, tuple[int, Outline]] = {
    0x2192: (
        780,
        [(60, 212), (60, 292), (560, 292), (420, 432), (478, 490), (716, 252), (478, 14), (420, 72), (560, 212)],
    ),
    0x2190: (
        780,
        [(720, 292), (720, 212), (220, 212), (360, 72), (302, 14), (64, 252), (302, 490), (360, 432), (220, 292)],
    ),
    0x2713: (700, [(60, 268), (122, 330), (262, 190), (578, 560), (642, 506), (266, 62)]),
}


def build_assets(target: Path) -> None:
    """Writes `onemm.css` and `fonts/*.woff2` into `target`, unless what is there was made from the same inputs.

    Safe to call from several processes at once: each file appears whole or not at all.
    """
    _build_if_changed(target / ".fonts.stamp", [], FONT_PACKAGES, FONTS)
    _build_if_changed(target / ".css.stamp", sorted(STYLES.rglob("*.css")), ["lightningcss"], {STYLESHEET: stylesheet})


def stylesheet() -> bytes:
    """All of our styles in one minified sheet."""
    import lightningcss

    return lightningcss.bundle_css(str(STYLES / STYLESHEET), browsers_list=BROWSERS, minify=True).encode()


def heading_font() -> bytes:
    """One bold instance of Bricolage Grotesque, at the optical size that suits our headings, as WOFF2."""
    from fontTools.varLib import instancer

    variable = _open_font("fontpkg_bricolage_grotesque", "BricolageGrotesque[opsz,wdth,wght].ttf")
    return _subset(
        instancer.instantiateVariableFont(variable, {"opsz": 40, "wdth": 100, "wght": 700}), HEADING_CHARACTERS
    )


def text_font(weight: str) -> bytes:
    """Atkinson Hyperlegible in one weight (`Regular` or `Bold`), with the Welsh letters it lacks, as WOFF2."""
    font = _open_font("fontpkg_atkinson_hyperlegible", f"AtkinsonHyperlegible-{weight}.ttf")
    for code, letter in WELSH_LETTERS.items():
        _add_welsh_letter(font, code, letter)
    for code, (width, outline) in DRAWN.items():
        _add_outline(font, code, width, outline)
    return _subset(font, TEXT_CHARACTERS)


FONTS: dict[str, Callable[[], bytes]] = {
    "fonts/bricolage-bold.woff2": heading_font,
    "fonts/atkinson-regular.woff2": partial(text_font, "Regular"),
    "fonts/atkinson-bold.woff2": partial(text_font, "Bold"),
}


def _build_if_changed(
    stamp: Path, sources: Iterable[Path], packages: Iterable[str], makers: dict[str, Callable[[], bytes]]
) -> None:
    inputs = _fingerprint([Path(__file__), *sources], packages)
    folder = stamp.parent
    if stamp.exists() and stamp.read_text() == inputs and all((folder / name).exists() for name in makers):
        return
    for name, make in makers.items():
        _write_whole(folder / name, make())
    _write_whole(stamp, inputs.encode())


def _fingerprint(sources: Iterable[Path], packages: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + source.read_bytes())
    for package in packages:
        digest.update(f"{package}=={version(package)}".encode())
    return digest.hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(draft).chmod(0o644)
    Path(draft).replace(path)


# The font tools are imported where they are used: a server that finds its fonts made should not wait for them.
def _open_font(package: str, name: str) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(str(files(package) / "files" / name))


def _add_welsh_letter(font: Any, code: int, letter: str) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    hat = "uni0302.case" if letter.isupper() else "uni0302"
    width = font["hmtx"][letter][0]
    middle_of_hat = (font["glyf"][hat].xMin + font["glyf"][hat].xMax) // 2
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(letter, (1, 0, 0, 1, 0, 0))
    pen.addComponent(hat, (1, 0, 0, 1, width // 2 - middle_of_hat, 0))
    _add_glyph(font, code, pen.glyph(), width)


def _add_outline(font: Any, code: int, width: int, outline: Outline) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()
    _add_glyph(font, code, pen.glyph(), width)


def _add_glyph(font: Any, code: int, glyph: Any, width: int) -> None:
    name = f"uni{code:04X}"
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _subset(font: Any, characters: set[int]) -> bytes:
    from io import BytesIO

    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 13])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    woff2 = BytesIO()
    subset.save_font(font, woff2, options)
    return woff2.getvalue()
