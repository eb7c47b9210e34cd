"""Every form of ours carries the token that gives it one effect; no page carries a style or a script of its own."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "onemm"
EMAIL = ROOT / "notifications" / "templates" / "email"
"""No page: mail programs know no style sheet, and read styles from the lines they belong to."""
TEMPLATES = sorted(path for path in ROOT.rglob("templates/**/*.html") if EMAIL not in path.parents)
FORM = re.compile(r"<form\b[^>]*method=[\"']post[\"'][^>]*>(.*?)</form>", re.DOTALL | re.IGNORECASE)
LIBRARYS_OWN = ("account_", "mfa_", "usersessions_")
"""Forms that a library's view answers: they carry the library's protection."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_form_carries_its_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for found in FORM.finditer(text):
        of_a_library = {"account", "allauth", "mfa", "usersessions"} & set(path.relative_to(ROOT).parts)
        to_a_library = bool(of_a_library) or any(f"{{% url '{name}" in found.group(0) for name in LIBRARYS_OWN)
        assert to_a_library or "form_token" in found.group(1), found.group(0)[:120]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_has_a_style_or_a_script_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son(click|load|submit|change)=", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert "successfully" not in text
    assert "lorem ipsum" not in text
