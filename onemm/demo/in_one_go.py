"""Many acts in one large transaction, at less cost than each by itself: the acts are the same."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from onemm.audit.actions import taken_back_if_refused, written_together


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
        with written_together(), _points_of_return(wanted=False):
            yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def may_be_refused() -> Iterator[None]:
    """Do one act so that a refusal undoes it and nothing else."""
    with taken_back_if_refused(), _points_of_return(wanted=True), transaction.atomic():
        yield


@contextmanager
def _points_of_return(*, wanted: bool) -> Iterator[None]:
    """Let `atomic` inside another make a savepoint, or not: then, as with `atomic(savepoint=False)`, the outer fails
    with it.
    """
    database = connections[DEFAULT_DB_ALIAS]
    before = vars(database).pop("savepoint", None)
    if not wanted:
        vars(database)["savepoint"] = lambda: None
    try:
        yield
    finally:
        vars(database).pop("savepoint", None)
        if before is not None:
            vars(database)["savepoint"] = before
