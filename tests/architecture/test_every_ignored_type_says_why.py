"""Where the checker of types is told to look away, a word beside it says why."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SILENT = re.compile(r"# type: " + r"ignore(\[[a-z,-]+\])?(?!\[|  # \S)")


def silent_in(source: str) -> list[str]:
    return [line.strip() for line in source.splitlines() if SILENT.search(line)]


@pytest.mark.parametrize("root", ["onemm", "pairing", "tests"])
def test_every_ignored_type_says_why(root: str) -> None:
    said = {str(path): silent_in(path.read_text(encoding="utf-8")) for path in (ROOT / root).rglob("*.py")}
    assert not {path: lines for path, lines in said.items() if lines}


def test_a_silent_one_would_be_seen() -> None:
    assert silent_in("x = 1  # type: " + "ignore[misc]\n")
    assert not silent_in("x = 1  # type: " + "ignore[misc]  # set by the prefetch\n")
