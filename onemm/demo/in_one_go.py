"""Many acts in one large transaction, at less cost than each by itself: the acts are the same."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def in_one_go() -> Iterator[None]:
    """Do what is inside in one transaction, all of it or nothing, without a point of return inside each act.

    A third of all statements would be such points, and nobody returns to them: what fails here fails the whole. An act
    that may be refused is done within `may_be_refused`. Python looks for rings of dead objects only when there are very
    many new ones, because nearly everything made here stays.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 1000)
    try:
        with transaction.atomic(), _points_of_return(wanted=False):
            yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def may_be_refused() -> Iterator[None]:
    """Do one act so that a refusal undoes it and nothing else."""
    with _points_of_return(wanted=True), transaction.atomic():
        yield


@contextmanager
def _points_of_return(*, wanted: bool) -> Iterator[None]:
    features = connection.features
    before = features.uses_savepoints
    features.uses_savepoints = wanted
    try:
        yield
    finally:
        features.uses_savepoints = before
