"""While a long list is being taken in, someone else's concern is kept at once, on either database."""

import threading
import time
from functools import partial

import pytest
from django.db import connection, transaction

from onemm.jobs import actions
from onemm.jobs.actions import running
from onemm.jobs.models import Job
from onemm.lib.tasks import forget
from onemm.mentoring.actions import import_young_people
from onemm.mentoring.models import Enrolment
from onemm.safeguarding.actions import raise_concern
from onemm.safeguarding.models import Concern
from tests.cast import Cast, years_ago
from tests.racing import at_once

ROWS = 120
AT_ONCE = 2.0
"""Seconds. Far less than the list takes, and room enough for a machine that does other things besides."""
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def job(cast: Cast) -> Job:
    born = years_ago(17, 100).isoformat()
    heading = "reference,first_name,last_initial,birth_date,consent_by,guardian_name,consent_date"
    rows = [f"R{number},Kid{number},K,{born},self,,{years_ago(0, 1)}" for number in range(ROWS)]
    job = import_young_people(programme=cast.programme, content="\n".join([heading, *rows]).encode(), by=cast.sam)
    forget(actions.run_job)
    return job


def half_way_through(job: Job) -> bool:
    return (
        Enrolment.objects.filter(programme__public_id=job.subject).exists() and Job.objects.get(pk=job.pk).rows.exists()
    )


def raised_half_way(cast: Cast, job: Job) -> tuple[float, int]:
    """Sam raises a concern once the list is half-way; return how long that took, and how many rows were still to come
    when it was kept.
    """
    until = time.monotonic() + 30
    while not half_way_through(job) and time.monotonic() < until:
        time.sleep(0.005)
    began = time.monotonic()
    raise_concern(words="Worried", urgency="unsure", by=cast.sam, about=cast.theo)
    return time.monotonic() - began, job.rows.count()


def test_a_concern_is_kept_at_once_while_a_list_is_half_way(cast: Cast, job: Job) -> None:
    assert cast.theo
    _, (took, left) = at_once(partial(actions.run_job, job_id=job.pk), partial(raised_half_way, cast, job))
    assert took < AT_ONCE
    assert left > 0, "it did not wait for the list to come to its end"
    job.refresh_from_db()
    assert (job.state, job.counts) == ("done", {"added": ROWS})


def test_taken_in_as_one_transaction_the_same_list_would_keep_a_concern_waiting(cast: Cast, job: Job) -> None:
    """What a list was before it was a job: on SQLite, which has one lock for everyone, the concern comes after the
    last row, however many there are; on PostgreSQL it comes at once, but nothing of the list is there before all of it.
    """
    assert cast.theo
    begun = threading.Event()

    def all_at_once() -> None:
        running._begin(job.pk)
        with transaction.atomic():
            actions.take_step(job_id=job.pk)
            begun.set()
            while actions.take_step(job_id=job.pk):
                pass

    def concern() -> int:
        begun.wait(timeout=20)
        raise_concern(words="Worried", urgency="unsure", by=cast.sam, about=cast.theo)
        return Job.objects.get(pk=job.pk).rows.count()

    _, left = at_once(all_at_once, concern)
    assert left == (0 if connection.vendor == "sqlite" else ROWS)
    assert Concern.objects.count() == 1
