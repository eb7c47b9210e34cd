"""The part of a page that shows how far a job is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onemm.jobs.queries import Progress
from onemm.web.jobs import job_part

HERE = "/here/"
RUNNING = Progress(
    done=30, total=100, noun="rows", doing="", is_open=True, is_waiting=False, is_stopping=False, silent_since=None
)


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({}, "rows"),
        ({"doing": "Finding the best pairs", "noun": "done"}, "done: finding the best pairs"),
        ({"is_waiting": True}, "rows: waiting for its turn"),
    ],
)
def test_the_bar_says_what_it_counts_and_what_is_being_done(changes: dict[str, object], label: str) -> None:
    assert job_part(replace(RUNNING, **changes), here=HERE).label == label  # type: ignore[arg-type]  # fields of Progress


def test_what_is_new_is_spoken_once_and_again_when_there_is_more() -> None:
    part = job_part(RUNNING, here=HERE)
    assert part.spoken == "30 of 100 rows."
    heard = part.poll.partition("heard=")[2]
    assert not job_part(replace(RUNNING, done=40), here=HERE, heard=heard).spoken
    assert job_part(replace(RUNNING, done=50), here=HERE, heard=heard).spoken == "50 of 100 rows."


def test_a_job_that_is_silent_or_stopping_says_so_and_is_not_stopped_twice() -> None:
    since = datetime(2026, 11, 30, 10, 42, tzinfo=UTC)
    silent = job_part(replace(RUNNING, silent_since=since), here=HERE, stop="/stop/")
    assert "Nothing has moved since 10:42" in silent.note
    assert silent.stop == "/stop/"
    stopping = job_part(replace(RUNNING, is_stopping=True), here=HERE, stop="/stop/")
    assert "stops as soon as" in stopping.note
    assert stopping.stop == ""


def test_an_address_with_a_question_is_asked_on() -> None:
    assert job_part(RUNNING, here="/here/?bridging=5").poll.startswith("/here/?bridging=5&heard=")


def test_a_list_without_rows_has_come_to_no_quarter() -> None:
    assert job_part(replace(RUNNING, done=0, total=0), here=HERE).spoken == "0 of 0 rows."
