"""Jobs of a kind that only tests have."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from onemm.jobs.actions import deal_with_rows, start_job
from onemm.jobs.models import Job, JobRow
from onemm.jobs.registry import KINDS, Kind, NewRow
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from tests.cast import Cast

COUNTED = "counted"


def deal_with(row: JobRow) -> str:
    """Keep a row that says so; refuse one that says no; break down at one that says nothing."""
    if row.cells["word"] == "no":
        raise Refused("This row says no.")
    if not row.cells["word"]:
        raise ZeroDivisionError
    return "added"


COUNTING = Kind(
    name=COUNTED,
    permission=Permission.ENROLMENT_MANAGE,
    noun="rows",
    keep=timedelta(days=30),
    step=lambda job, _: deal_with_rows(job, deal_with),
)


def declare_for_this_test(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    monkeypatch.setitem(KINDS, COUNTED, replace(COUNTING, **changes))  # type: ignore[arg-type]  # fields of Kind


def a_job(cast: Cast, words: Iterable[str] = ("yes",), **changes: object) -> Job:
    """Sam has asked for a job over rows with these words."""
    rows = [NewRow(number, {"word": word}) for number, word in enumerate(words, start=2)]
    asked = {"kind": COUNTED, "by": cast.sam, "organisation": cast.partner, "rows": rows, **changes}
    return start_job(**asked)  # type: ignore[arg-type]  # as above
