"""Lifecycles: which state may follow which.

A model with a lifecycle declares `MOVES`, a table from each state to the states that may follow it. Actions change a
state through `move`, and nothing else does. A test walks every lifecycle and refuses every move that its table leaves
out.
"""

from collections.abc import Mapping
from typing import ClassVar, Protocol

from onemm.lib.errors import MoveRefused

Moves = Mapping[str, frozenset[str]]


class HasLifecycle(Protocol):
    """A row with a `state` column and a table of the moves it allows."""

    state: str
    MOVES: ClassVar[Moves]


def can_move(record: HasLifecycle, to: str) -> bool:
    return to in record.MOVES[record.state]


def move(record: HasLifecycle, to: str) -> None:
    """Set the new state on a record that the caller has locked and will save.

    :raises MoveRefused: the lifecycle has no such move.
    """
    if not can_move(record, to):
        raise MoveRefused(
            f"This is already {str(record.state).replace('_', ' ')}, so it cannot become {to.replace('_', ' ')}."
        )
    record.state = to
