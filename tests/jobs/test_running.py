"""Long work: asked for once, done in small parts, and always brought to an end that someone can read."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django_q.models import OrmQ

from onemm.audit.models import Entry
from onemm.jobs import actions, queries, refusals
from onemm.jobs.actions import running
from onemm.jobs.models import Job, JobRow
from onemm.jobs.registry import KINDS, NewRow, Step, declare
from onemm.jobs.rules import MOST_STARTS
from onemm.jobs.tasks import forget_jobs, look_after_stalled_jobs
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.lib.tasks import forget, run_waiting
from tests.factories.jobs import COUNTED, COUNTING, a_job, declare_for_this_test


@pytest.fixture(autouse=True)
def _counting(monkeypatch):
    declare_for_this_test(monkeypatch)
    monkeypatch.setattr(running, "GIVE_WAY", 0)


def test_a_list_is_worked_through_and_its_report_stays(cast):
    job = a_job(cast, ["yes"] * 23 + ["no", "yes"])
    assert (job.state, job.total, OrmQ.objects.count()) == ("waiting", 25, 1)
    run_waiting()
    job.refresh_from_db()
    report = queries.report_of(job)
    assert (job.state, job.done) == ("done", 25)
    assert (report.read, report.added, report.refused, report.left) == (25, 24, 1, 0)
    assert report.reasons == ((25, "This row says no."),)
    assert JobRow.objects.get().cells == {"word": "no"}, "what was dealt with is kept nowhere twice"
    assert "25,This row says no.,no" in queries.refused_rows(job, ["word"])


def test_each_part_is_counted_as_soon_as_it_is_done(cast):
    job = a_job(cast, ["yes"] * 25)
    running._begin(job.pk)
    assert actions.take_step(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.counts, job.rows.count()) == ("running", 10, {"added": 10}, 15)
    assert job.beat_at >= job.started_at
    progress = queries.progress_of(job)
    assert (progress.done, progress.total, progress.noun, progress.is_waiting) == (10, 25, "rows", False)


def test_run_again_after_it_is_over_it_does_nothing(cast):
    job = a_job(cast)
    run_waiting()
    actions.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.counts) == ("done", {"added": 1})


def test_a_long_job_asks_for_another_turn_where_it_stood(cast, monkeypatch):
    monkeypatch.setattr(running, "LONGEST_TURN", -1)
    job = a_job(cast, ["yes"] * 35)
    forget(actions.run_job)
    actions.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, OrmQ.objects.count()) == ("running", 10, 1)
    assert run_waiting() == 3
    job.refresh_from_db()
    assert (job.state, job.done, job.counts) == ("done", 35, {"added": 35})


def test_a_row_refused_when_it_was_read_is_dealt_with_already(cast):
    job = a_job(cast, rows=[NewRow(2, {"word": "yes"}), NewRow(3, {}, "The same as row 2.")])
    assert (job.done, job.total, queries.report_of(job).reasons) == (1, 2, ((3, "The same as row 2."),))
    run_waiting()
    job.refresh_from_db()
    assert (job.done, job.counts) == (2, {"added": 1, "refused": 1})


def test_what_goes_wrong_ends_it_with_a_sentence_and_keeps_what_was_done(cast, caplog):
    job = a_job(cast, ["yes"] * 10 + ["yes", ""])
    run_waiting()
    job.refresh_from_db()
    assert (job.state, job.done, job.counts) == ("failed", 10, {"added": 10})
    assert "on our side" in job.problem
    assert "ZeroDivisionError" in caplog.text
    assert queries.report_of(job).left == 2
    assert "We did not get to this row." in queries.refused_rows(job, ["word"])
    assert Entry.objects.filter(event="job:failed").count() == 1


def test_a_rule_that_says_no_ends_it_with_its_own_words(cast, monkeypatch):
    def refuse(job):
        raise Refused("There are too many.")

    declare_for_this_test(monkeypatch, think=refuse)
    job = a_job(cast)
    run_waiting()
    job.refresh_from_db()
    assert (job.state, job.problem) == ("failed", "There are too many.")


def test_a_database_that_did_not_answer_leaves_the_job_to_be_tried_again(cast, monkeypatch):
    def busy(job, thought):
        raise OperationalError("database is locked")

    declare_for_this_test(monkeypatch, step=busy)
    job = a_job(cast)
    with pytest.raises(OperationalError):
        actions.run_job(job_id=job.pk)
    declare_for_this_test(monkeypatch)
    run_waiting()
    job.refresh_from_db()
    assert job.state == "done"


@pytest.mark.django_db(transaction=True)
def test_it_thinks_outside_of_any_transaction_and_says_how_far_it_is(cast, monkeypatch):
    seen = []

    def think(job):
        actions.note_progress(job=job, done=40, doing="Looking")
        seen.append((connection.in_atomic_block, queries.progress_of(Job.objects.get(pk=job.pk)).doing))
        return {"answer": 42}

    declare_for_this_test(monkeypatch, think=think, step=lambda job, thought: Step(100, is_last=True, result=thought))
    job = a_job(cast, rows=None)
    run_waiting()
    job.refresh_from_db()
    assert seen == [(False, "Looking")]
    assert (job.state, job.done, job.total, job.result, job.doing) == ("done", 100, 100, {"answer": 42}, "")


def test_a_job_that_lost_its_worker_is_started_again_and_says_so_meanwhile(cast):
    job = a_job(cast, ["yes"] * 15)
    forget(actions.run_job)
    running._begin(job.pk)
    actions.take_step(job_id=job.pk)
    look_after_stalled_jobs()
    assert OrmQ.objects.count() == 0, "a minute has not passed"
    with time_machine.travel(now() + timedelta(minutes=2)):
        job.refresh_from_db()
        assert queries.progress_of(job).silent_since == job.beat_at
        look_after_stalled_jobs()
        look_after_stalled_jobs()
        assert OrmQ.objects.count() == 1, "asked once, however often somebody looks"
        run_waiting()
    job.refresh_from_db()
    assert (job.state, job.done, job.counts) == ("done", 15, {"added": 15})
    assert queries.progress_of(job).silent_since is None


def test_a_job_that_was_never_begun_is_found_too(cast):
    job = a_job(cast)
    forget(actions.run_job)
    with time_machine.travel(now() + timedelta(minutes=2)):
        look_after_stalled_jobs()
        run_waiting()
    job.refresh_from_db()
    assert job.state == "done"


def test_a_job_that_ends_every_worker_is_given_up_with_a_sentence(cast, monkeypatch):
    def die(job, thought):
        raise SystemExit

    heard = []
    declare_for_this_test(monkeypatch, step=die, came_to_nothing=heard.append)
    job = a_job(cast)
    for _ in range(MOST_STARTS):
        with pytest.raises(SystemExit):
            actions.run_job(job_id=job.pk)
    actions.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == "failed"
    assert "never came to an end" in job.problem
    assert heard == [job]


def test_a_worker_that_dies_in_the_middle_of_a_part_leaves_nothing_of_it(cast, monkeypatch):
    def die_after_the_work(job, thought):
        COUNTING.step(job, thought)
        raise SystemExit

    declare_for_this_test(monkeypatch, step=die_after_the_work)
    job = a_job(cast, ["yes"] * 3)
    with pytest.raises(SystemExit):
        actions.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.done, job.rows.count(), job.counts) == (0, 3, {})


def test_a_kind_is_declared_once_and_a_job_of_an_unknown_kind_is_not_begun(cast):
    assert declare(KINDS[COUNTED]) is KINDS[COUNTED]
    with pytest.raises(ValueError, match="already"):
        declare(COUNTING.__class__(**{**vars(COUNTING), "noun": "others"}))
    with pytest.raises(LookupError):
        a_job(cast, kind="no such kind")


def test_where_one_must_be_alone_a_second_is_refused_until_the_first_is_over(cast):
    a_job(cast, alone_as="round of a programme")
    with pytest.raises(refusals.JobIsRunning):
        a_job(cast, alone_as="round of a programme")
    a_job(cast, alone_as="round of another")
    run_waiting()
    a_job(cast, alone_as="round of a programme")
    assert Job.objects.count() == 3


def test_a_report_is_forgotten_when_its_time_is_over(cast):
    job = a_job(cast, ["no"])
    open_job = a_job(cast, alone_as="")
    forget(actions.run_job)
    actions.finish_job(job=job)
    assert job.kept_until - job.finished_at == timedelta(days=30)
    with time_machine.travel(now() + timedelta(days=29)):
        forget_jobs()
    assert Job.objects.count() == 2
    with time_machine.travel(now() + timedelta(days=31)):
        forget_jobs()
        forget_jobs()
    assert list(Job.objects.all()) == [open_job]
    assert not JobRow.objects.filter(job=job.pk).exists()
