"""A pass shared out over workers: the same answer bit for bit, even when one is killed on the way."""

import os
import signal

import pytest
from distributed import LocalCluster

from pairing import BadProblem, Weights, pair_population, read_population, write_world
from pairing.search.cluster import Cluster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.fault,
    # The engine of the cluster says much about itself while it is started, stopped and robbed of a worker.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def population(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, mentors=3000, young_people=3000, seed=4)
    return read_population(folder)


@pytest.fixture
def two_workers():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster


def same(one, other):
    return (
        (one.mentor == other.mentor).all()
        and (one.score == other.score).all()
        and (one.certified.price == other.certified.price).all()
        and (one.certified.bound, one.full_bound, one.pairs) == (other.certified.bound, other.full_bound, other.pairs)
    )


def test_two_workers_give_the_answer_of_one_process_though_one_is_killed_on_the_way(population, two_workers):
    alone = pair_population(population, Weights(), profile="certified", seed=7)
    killed = []

    def kill_one(stage, _share):
        if stage.startswith("full pass") and not killed:
            killed.append(two_workers.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    together = pair_population(
        population, Weights(), profile="certified", seed=7, scheduler=two_workers.scheduler_address, progress=kill_one
    )
    assert killed
    assert same(alone, together)
    assert not same(alone, pair_population(population, Weights(), profile="certified", seed=8))


def test_what_no_worker_can_do_is_done_here(population):
    alone = pair_population(population, Weights(), seed=7)
    with LocalCluster(n_workers=0, processes=True, dashboard_address=None, host="127.0.0.1") as nobody:
        assert same(alone, pair_population(population, Weights(), seed=7, scheduler=nobody.scheduler_address))


def test_a_scheduler_that_is_not_there_is_told(population, monkeypatch):
    monkeypatch.setattr("distributed.Client", unreachable)
    with pytest.raises(BadProblem, match=r"tcp://127\.0\.0\.1:1 cannot be reached"):
        pair_population(population, Weights(), scheduler="tcp://127.0.0.1:1")


def test_a_missing_package_is_told_with_the_extra_that_brings_it(population, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(BadProblem, match="install the extra `cluster`"):
        Cluster(None, "tcp://127.0.0.1:1")


def unreachable(*_, **__):
    raise OSError("nobody answers")
