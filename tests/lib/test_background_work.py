"""Work is enqueued in the transaction that needs it, and every declared task is safe to run twice."""

import inspect

import pytest
from django.db import transaction
from django.utils.module_loading import import_string
from django_q.models import OrmQ

from onemm.config.schedule import JOBS
from onemm.lib.health import beat
from onemm.lib.tasks import TASKS, dropping, enqueue, forget, run_waiting


@pytest.mark.django_db
def test_work_waits_until_it_is_done() -> None:
    enqueue(beat)
    assert OrmQ.objects.count() == 1
    assert run_waiting() == 1
    assert OrmQ.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_work_of_a_change_that_did_not_happen_does_not_happen() -> None:
    class Cut(Exception):
        pass

    def change() -> None:
        with transaction.atomic():
            enqueue(beat)
            raise Cut

    with pytest.raises(Cut):
        change()
    assert OrmQ.objects.count() == 0


@pytest.mark.django_db
def test_work_can_be_dropped_by_its_task() -> None:
    enqueue(beat)
    assert forget(beat) == 1
    assert run_waiting() == 0


@pytest.mark.django_db
def test_work_that_is_settled_otherwise_is_not_asked_for() -> None:
    with dropping(beat):
        enqueue(beat)
    assert run_waiting() == 0
    enqueue(beat)
    assert run_waiting() == 1


def test_everything_in_the_schedule_is_a_declared_task() -> None:
    for job in JOBS:
        assert import_string(job.task) in TASKS.values()


@pytest.mark.parametrize("name", sorted(TASKS))
def test_every_task_takes_plain_keywords_and_forgives_new_ones(name: str) -> None:
    parameters = inspect.signature(TASKS[name]).parameters.values()
    assert all(p.kind in {p.KEYWORD_ONLY, p.VAR_KEYWORD} for p in parameters)
    assert any(p.kind == p.VAR_KEYWORD for p in parameters), "an older worker must survive a newer caller"


@pytest.mark.django_db
@pytest.mark.parametrize("name", [job.task for job in JOBS])
def test_every_scheduled_task_is_safe_to_run_twice(name: str) -> None:
    work = import_string(name)
    work()
    work()
