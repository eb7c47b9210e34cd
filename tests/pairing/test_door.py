"""The door is light, is whole, and is the only one: nothing outside imports from a module inside."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import pairing

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "scipy", "numba", "ortools", "django", "onemm")


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def test_importing_the_door_brings_in_nothing_heavy():
    assert run(f"import sys, pairing; print([name for name in {HEAVY} if name in sys.modules])") == "[]\n"


@pytest.mark.parametrize(
    "names", ["propose, best_mentors, why_unmatched, left_free_in, cold_spots_of, figures_of, MentorTable"]
)
def test_a_round_of_the_platform_needs_no_compiler(names):
    """numba takes a second to import and 100 MB; a page that previews a round must wait for neither."""
    assert run(f"import sys; from pairing import {names}; print('numba' in sys.modules)") == "False\n"


def test_everything_that_is_promised_is_there_and_nothing_else():
    assert all(hasattr(pairing, name) for name in pairing.__all__)
    assert dir(pairing) == sorted(pairing.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = pairing.nothing


def test_what_the_type_checker_sees_is_what_is_fetched():
    (seen,) = (node for node in ast.parse(Path(pairing.__file__).read_text()).body if isinstance(node, ast.If))
    homes = {
        (node.module, alias.name) for node in seen.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert homes == {(getattr(pairing, name).__module__, name) for name in pairing.__all__ if not name.isupper()} | {
        (module, name) for module, name in homes if name.isupper()
    }
    assert {name for _, name in homes} == set(pairing.__all__)


@pytest.mark.parametrize("folder", ["onemm", "benchmarks"])
def test_nobody_outside_imports_from_a_module_inside(folder):
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pairing."))
        or (isinstance(node, ast.Import) and any(alias.name.startswith("pairing.") for alias in node.names))
    ]
    assert inside == []
