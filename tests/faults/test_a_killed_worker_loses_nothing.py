"""A worker that is killed in the middle of its work loses nothing: the work is found and run again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENQUEUE = """
import django; django.setup()
from onemm.lib.tasks import enqueue
from tests.faults.work import mark
for number in range(20):
    enqueue(mark, folder={folder!r}, number=number, slow=number == 0)
"""


def run(var: Path, *words: str) -> None:
    subprocess.run(
        [sys.executable, *words], env=environment(var), cwd=ROOT, check=True, capture_output=True, timeout=120
    )


def worker(var: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "django", "qcluster"],
        env=environment(var),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return {**kept, "DJANGO_SETTINGS_MODULE": "tests.faults.settings", "ONEMM_VAR": str(var), "PYTHONPATH": str(ROOT)}


def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return true()


@pytest.mark.fault
@pytest.mark.slow
def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    var, marks = tmp_path / "var", tmp_path / "marks"
    marks.mkdir()
    run(var, "-m", "django", "migrate", "--verbosity", "0")
    run(var, "-c", ENQUEUE.format(folder=str(marks)))
    first = worker(var)
    assert wait_until((marks / "0.began").exists, 30)
    # Its whole process group, which is ours alone: sentinel, pusher and worker die at once, as when a machine does.
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert not (marks / "0.done").exists(), "the work was cut in the middle"
    second = worker(var)
    try:
        assert wait_until(lambda: len(list(marks.glob("*.done"))) == 20, 60)
    finally:
        os.killpg(second.pid, signal.SIGKILL)
        second.wait()
