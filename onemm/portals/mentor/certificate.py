"""A credential as a page to print or send: PDF, with text that can be read aloud (PDF/UA-1)."""

import json
import os
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import segno
import typst
from django.conf import settings
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone

from onemm.learning.models import Credential

SHEET = Path(__file__).with_name("certificate.typ")
HEADINGS = "Bricolage Grotesque"
INK = "#1b1930"


def certificate_of(credential: Credential, *, address: str, summary: str) -> bytes:
    """Return the certificate. It always bears the name: it is the holder's own to give away."""
    facts = {
        "name": credential.person.full_name,
        "title": credential.course_title,
        "summary": summary,
        "minutes": str(credential.minutes),
        "version": credential.version,
        "day": date_in_words(timezone.localtime(credential.issued_at), "j F Y"),
        "address": address,
        "shown": address.partition("://")[2],
        "code": segno.make(address, error="m", micro=False).svg_inline(border=0, dark=INK),
    }
    return typeset(SHEET, facts)


def typeset(sheet: Path, facts: dict[str, Any]) -> bytes:
    """Return a sheet with these facts as PDF, in our own fonts."""
    # In a folder of its own, so that the sheet can reach no other file.
    with TemporaryDirectory() as folder:
        copied = Path(folder) / sheet.name
        copied.write_bytes(sheet.read_bytes())
        return typst.compile(
            str(copied),
            root=folder,
            font_paths=[str(path) for path in _fonts()],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"facts": json.dumps(facts)},
        )


@lru_cache(maxsize=1)
def _fonts() -> tuple[Path, ...]:
    """Folders with the text font, from its own package, and one instance of the variable heading font, made once."""
    folder = settings.VAR / "certificate-fonts"
    heading = folder / "bricolage-bold.ttf"
    if not heading.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{os.getpid()}.draft"
        _write_heading_font(draft)
        draft.replace(heading)  # at once, so that no other process reads half a font
    return (folder, Path(str(files("fontpkg_atkinson_hyperlegible"))) / "files")


def _write_heading_font(path: Path) -> None:
    """Write the bold instance, under the plain family name by which the sheet asks for it.

    It has the Welsh letters that the text font lacks.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    variable = TTFont(
        Path(str(files("fontpkg_bricolage_grotesque"))) / "files" / "BricolageGrotesque[opsz,wdth,wght].ttf"
    )
    font = instancer.instantiateVariableFont(variable, {"opsz": 36, "wdth": 100, "wght": 700})
    for number, name in ((1, HEADINGS), (2, "Bold"), (4, f"{HEADINGS} Bold"), (16, HEADINGS), (17, "Bold")):
        font["name"].setName(name, number, 3, 1, 0x409)
    subset.save_font(font, str(path), subset.Options())
