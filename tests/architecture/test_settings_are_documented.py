"""`.env.example` names exactly the settings that are read; the version is the changelog's; the locks have no addresses
and agree.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from onemm.config import settings
from onemm.lib import env
from onemm.version import VERSION, read_version

ROOT = Path(__file__).resolve().parents[2]


def test_env_example_names_exactly_what_is_read() -> None:
    assert settings.RELEASE == VERSION
    named = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert named == env.READ


def test_the_version_is_the_newest_heading_of_the_changelog(tmp_path: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    empty = tmp_path / "CHANGELOG.md"
    empty.write_text("# Changes\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no heading"):
        read_version(empty)


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "bootstrap.txt"])
def test_the_lock_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "http" not in text
    assert not re.search(r"^--?\w*(index|find)", text, re.MULTILINE), "no option that says where to look"


def test_development_has_what_runs_in_the_same_versions() -> None:
    run, dev = (
        set(re.findall(r"^(\S+==\S+)", (ROOT / "requirements" / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("run.txt", "dev.txt")
    )
    assert run < dev
    bare = {line.partition("==")[0] for line in run}
    assert {"django", "numba", "gunicorn"} <= bare, "the product"
    assert not {"pytest", "mypy", "ortools", "pandas", "statsmodels", "playwright"} & bare, "its tools"


def test_every_dependency_says_why() -> None:
    lines = (
        (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("dependencies = [")[1].split("\n]")[0].splitlines()
    )
    bare = [
        line for before, line in pairwise(lines) if line.strip().startswith('"') and not before.strip().startswith("#")
    ]
    # Two fonts share one reason, and the tool that subsets them follows.
    assert all("fontpkg" in line or "fonttools" in line for line in bare)
