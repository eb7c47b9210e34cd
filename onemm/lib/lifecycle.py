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


def can_move(row: HasLifecycle, to: str) -> bool:
    return to in row.MOVES[row.state]


def move(row: HasLifecycle, to: str) -> None:
    """Set the new state on a row that the caller has locked and will save.

    :raises MoveRefused: the lifecycle has no such move.
    """
    if not can_move(row, to):
        raise MoveRefused(
            f"This is already {str(row.state).replace('_', ' ')}, so it cannot become {to.replace('_', ' ')}."
        )
    row.state = to
