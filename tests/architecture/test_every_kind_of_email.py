"""Every kind of e-mail is declared, worded and written somewhere; no context knows an address; every link leads on."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

from onemm.lib.links import Audience, path_to, registered_links
from onemm.notifications.kinds import SAMPLE_ID, Kind, all_kinds
from onemm.notifications.readers import Reader
from onemm.worklist.catalogue import every_kind

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "onemm"
OUTER = {"portals", "web", "config", "demo"}
KINDS = list(all_kinds())
CONTEXT_FILES = [
    file
    for file in sorted(CODE.rglob("*.py"))
    if file.relative_to(CODE).parts[0] not in OUTER and "migrations" not in file.parts
]
PATH = re.compile(r"""["'}](/[a-z][a-z-]*/[^"'\s]*)["']""")
"""A string that holds a path on this platform, from its first slash on."""
SIGNED = {"badge.py", "claims.py", "signing.py"}
"""They hold addresses that are signed into documents kept elsewhere, and may never change, whatever routes do."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_written_somewhere(kind: Kind) -> None:
    writers = [
        file
        for file in CONTEXT_FILES
        if not file.stem.startswith("email_kinds") and f'"{kind.name}"' in file.read_text(encoding="utf-8")
    ]
    assert writers, f"nothing writes {kind.name}"


def test_every_kind_has_words_and_all_words_a_kind() -> None:
    worded = {file for file in CODE.rglob("templates/email/*.txt") if "web" not in file.parts}
    assert worded == {kind.template for kind in KINDS}


def test_a_kind_says_when_it_is_written_in_a_sentence() -> None:
    assert not [kind.name for kind in KINDS if not kind.when.endswith(".")]


def test_no_context_holds_a_path() -> None:
    assert {
        str(file.relative_to(CODE)): found
        for file in CONTEXT_FILES
        if (found := paths_in(file)) and file.name not in SIGNED
    } == {}


def test_a_path_in_a_context_would_be_found(tmp_path: Path) -> None:
    """The negative control of the test above."""
    file = tmp_path / "letters.py"
    file.write_text(
        'HOME = "/staff/"\nlink = f"/mentor/matches/{match.public_id}/"\nfull = f"{ADDRESS}/reference/{key}/"\n'
        'share = "and/or"\nparts = "/".join(names)\n'
    )
    assert paths_in(file) == ["/staff/", "/mentor/matches/{match.public_id}/", "/reference/{key}/"]


def paths_in(file: Path) -> list[str]:
    return PATH.findall(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("audience", "page"), registered_links())
def test_every_registered_link_leads_to_a_page(audience: Audience, page: str) -> None:
    has_id = {kind.has_id for kind in KINDS if kind.link == page and audience in audiences_of(kind)} or {True}
    for about in (SAMPLE_ID if given else "" for given in has_id):
        assert resolve(path_to(page, about, audience=audience))


def test_every_link_is_of_use() -> None:
    in_emails = {(audience, kind.link) for kind in KINDS if kind.link for audience in audiences_of(kind)}
    assert set(registered_links()) - in_emails == {(Audience.PUBLIC, "lesson_file")}


@pytest.mark.parametrize(
    ("kind", "reader"), [(kind, reader) for kind in KINDS if kind.link for reader in kind.readers], ids=str
)
def test_every_kinds_link_leads_each_of_its_readers_to_a_page(kind: Kind, reader: Reader) -> None:
    assert resolve(path_to(kind.link, SAMPLE_ID if kind.has_id else "", audience=reader.audience))


def test_tests_name_kinds_that_are_declared() -> None:
    """A test that a kind was not written would pass for ever once the kind is renamed. To-dos have kinds too."""
    named = re.compile(r'\bkind(?:__startswith)?="([a-z_]+\.[a-z_]+)"')
    unknown = {
        name
        for file in (ROOT / "tests").rglob("*.py")
        for name in named.findall(file.read_text(encoding="utf-8"))
        if not any(kind.name.startswith(name) for kind in (*KINDS, *every_kind()))
    }
    assert unknown == set()


def audiences_of(kind: Kind) -> set[Audience]:
    return {reader.audience for reader in kind.readers}
