"""Stopping a job, who may see one, and what the database holds."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.jobs import actions, queries, refusals
from onemm.jobs.actions import running
from onemm.jobs.models import Job, JobRow
from onemm.lib.clock import now
from onemm.lib.tasks import forget, run_waiting
from tests.factories.jobs import a_job, declare_for_this_test


@pytest.fixture(autouse=True)
def _counting(monkeypatch):
    declare_for_this_test(monkeypatch)


def test_a_job_that_nobody_has_begun_is_stopped_at_once(cast):
    job = actions.stop_job(job=a_job(cast), by=cast.sam)
    assert (job.state, job.stop_asked_by) == ("stopped", cast.sam)
    run_waiting()
    job.refresh_from_db()
    assert (job.state, job.done, job.rows.count()) == ("stopped", 0, 1)
    assert list(Entry.objects.filter(subject=f"job:{job.pk}").values_list("event", flat=True).order_by("pk")) == [
        "job:stop_asked",
        "job:stopped",
    ]


def test_a_running_job_is_stopped_between_two_parts_and_what_was_done_stays_done(cast):
    job = a_job(cast, ["yes"] * 25)
    forget(actions.run_job)
    running._begin(job.pk)
    actions.take_step(job_id=job.pk)
    job = actions.stop_job(job=job, by=cast.sam)
    assert job.state == "running"
    assert queries.progress_of(job).is_stopping
    assert not actions.take_step(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, queries.report_of(job).left) == ("stopped", 10, 15)
    assert not queries.progress_of(job).is_stopping


def test_a_worker_that_takes_up_a_job_to_be_stopped_stops_it(cast):
    job = a_job(cast, ["yes"] * 25)
    running._begin(job.pk)
    actions.stop_job(job=job, by=cast.sam)
    run_waiting()
    job.refresh_from_db()
    assert (job.state, job.done) == ("stopped", 0)


def test_a_job_without_a_worker_is_stopped_at_once_and_a_worker_that_comes_back_keeps_nothing(cast):
    job = a_job(cast, ["yes"] * 25)
    forget(actions.run_job)
    running._begin(job.pk)
    with time_machine.travel(now() + timedelta(minutes=2)):
        assert actions.stop_job(job=job, by=cast.sam).state == "stopped"
    assert not actions.take_step(job_id=job.pk)
    job.refresh_from_db()
    assert job.done == 0


def test_a_job_that_is_over_cannot_be_stopped(cast):
    job = a_job(cast)
    run_waiting()
    with pytest.raises(refusals.JobIsOver):
        actions.stop_job(job=job, by=cast.sam)


def test_asked_twice_it_is_stopped_once_by_who_asked_first(cast):
    job = a_job(cast, ["yes"] * 25)
    running._begin(job.pk)
    actions.stop_job(job=job, by=cast.sam)
    assert actions.stop_job(job=job, by=cast.priya).stop_asked_by == cast.sam
    assert Entry.objects.filter(event="job:stop_asked").count() == 1


def test_colleagues_with_the_permission_see_a_job_of_their_place_and_nobody_else_does(cast):
    job = a_job(cast)
    assert Job.objects.visible_to(cast.sam).get() == job
    for name in ("lou", "priya", "amina", "theo", "ruth", "lena"):
        assert not Job.objects.visible_to(getattr(cast, name)).exists(), name


def test_a_job_of_no_place_is_seen_by_who_asked_for_it_alone(cast, monkeypatch):
    job = a_job(cast, organisation=None)
    assert Job.objects.visible_to(cast.sam).get() == job
    assert not Job.objects.visible_to(cast.lou).exists()
    Job.objects.update(asked_by=cast.amina)
    assert not Job.objects.visible_to(cast.amina).exists(), "who holds the permission no longer sees nothing"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"done": 2}, "a_job_is_at_most_wholly_done"),
        ({"state": "done", "started_at": now()}, "a_job_that_is_over_says_when_and_how_long_it_is_kept"),
        ({"finished_at": now(), "kept_until": now()}, "a_job_that_is_over_says_when_and_how_long_it_is_kept"),
        ({"state": "running"}, "a_job_that_has_run_says_since_when"),
        ({"state": "failed", "finished_at": now(), "kept_until": now()}, "a_failed_job_says_why"),
        ({"stop_asked_at": now()}, "somebody_asked_for_a_job_to_be_stopped"),
    ],
)
def test_the_database_refuses_a_job_that_cannot_be(cast, changes, name):
    a_job(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Job.objects.update(**changes)


def test_the_database_refuses_a_second_open_job_where_one_must_be_alone(cast):
    a_job(cast, alone_as="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="counted", asked_by=cast.sam, total=1, alone_as="x")


def test_the_database_refuses_a_row_twice_and_a_refusal_without_a_reason(cast):
    job = a_job(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        JobRow.objects.create(job=job, number=2)
    for wrong in ({"state": "refused"}, {"why": "Because."}):
        with pytest.raises(IntegrityError, match="a_refused_row_says_why"), transaction.atomic():
            JobRow.objects.create(job=job, number=9, **wrong)
