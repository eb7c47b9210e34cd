"""The door is light: nothing heavy, and nothing of the platform, comes in with it."""

import subprocess
import sys
from pathlib import Path

import pairing

HEAVY = ("numpy", "scipy", "numba", "ortools", "django", "onemm")


def test_importing_the_door_brings_in_nothing_heavy():
    code = f"import sys, pairing; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert run.stdout == "[]\n"


def test_everything_that_is_promised_is_there():
    assert all(hasattr(pairing, name) for name in pairing.__all__)
