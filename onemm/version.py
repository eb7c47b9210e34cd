"""The version is the newest heading of the changelog, so that the two can never disagree."""

import re
from pathlib import Path

_CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"


def read_version(changelog: Path = _CHANGELOG) -> str:
    """Return the first version heading, such as `0.1.0` from `## 0.1.0 (22 November 2026)`.

    :raises ValueError: the changelog has no version heading.
    """
    found = re.search(r"^## (\d+\.\d+\.\d+)", changelog.read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise ValueError(f"{changelog.name} has no heading like '## 0.1.0'")
    return found.group(1)


VERSION = read_version()
