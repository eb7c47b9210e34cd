"""Two workers on one job: every row is dealt with once, and the count is right."""

from functools import partial
from threading import Barrier

import pytest

from onemm.audit import actions as audit
from onemm.audit.models import Entry
from onemm.jobs import actions
from onemm.jobs.actions import running
from onemm.jobs.models import Job
from onemm.lib.tasks import forget
from tests.cast import Cast
from tests.factories.jobs import a_job, declare_for_this_test
from tests.racing import at_once

ROWS = 40
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def job(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Job:
    """A job whose rows each write a line in the log: what was done twice can be counted."""

    def deal(row: object) -> str:
        audit.record("row:dealt_with", subject=cast.sam, by=None)
        return "added"

    declare_for_this_test(monkeypatch, step=lambda job, _: actions.deal_with_rows(job, deal))
    monkeypatch.setattr(running, "GIVE_WAY", 0)
    job = a_job(cast, ["yes"] * ROWS)
    forget(actions.run_job)
    return job


def test_two_workers_deal_with_each_row_once(job: Job) -> None:
    at_once(*[partial(actions.run_job, job_id=job.pk)] * 2)
    job.refresh_from_db()
    assert (job.state, job.done, job.counts) == ("done", ROWS, {"added": ROWS})
    assert Entry.objects.filter(event="row:dealt_with").count() == ROWS


def test_without_holding_the_job_both_would_deal_with_the_same_rows(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    both_have_looked = Barrier(2)
    running._begin(job.pk)

    def unheld(job_id: int) -> Job:
        found = Job.objects.select_related("asked_by").get(pk=job_id)
        list(found.rows.waiting()[:1])
        both_have_looked.wait(timeout=20)
        return found

    monkeypatch.setattr(running, "_held", unheld)
    monkeypatch.setattr(running, "_keep", running._keep.__wrapped__)  # type: ignore[attr-defined]  # what `atomic` wraps
    at_once(*[partial(actions.take_step, job_id=job.pk)] * 2)
    job.refresh_from_db()
    dealt_with = Entry.objects.filter(event="row:dealt_with").count()
    assert dealt_with != job.done, "the same rows were dealt with by both, and counted by one"
