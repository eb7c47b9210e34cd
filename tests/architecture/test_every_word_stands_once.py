"""The glossary has one word per idea, and each word once."""

import re
from collections import Counter
from pathlib import Path

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"


def words_defined(text: str) -> list[str]:
    """Return the words in bold: those on the left are defined there, those on the right beside them."""
    rows = [line for line in text.splitlines() if line.startswith("| **")]
    bold = [words for row in rows for words in re.findall(r"\*\*([^*]+)\*\*", row)]
    return [word.strip().lower() for words in bold for word in re.split(r",|→", words)]


def test_every_word_stands_once() -> None:
    counted = Counter(words_defined(GLOSSARY.read_text(encoding="utf-8")))
    assert len(counted) > 80
    assert [word for word, count in counted.items() if count > 1] == []


def test_a_word_that_stands_twice_would_be_seen() -> None:
    assert words_defined("| **round** | one run |\n| **a, round** | another, with **fit** |") == [
        "round",
        "a",
        "round",
        "fit",
    ]
