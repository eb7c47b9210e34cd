"""News between contexts: raised below, heard above.

An event is a frozen dataclass in the past tense, holding ids only, declared in its context's `events`. The context
above subscribes in `reactions` with `@hears(MatchHasEnded)`. Hearers run inside the same transaction, so the news and
what it causes are kept together or not at all; whatever is slow is enqueued there, never done there.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

E = TypeVar("E")

_hearers: dict[type, list[Callable[..., None]]] = defaultdict(list)


def hears(event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Subscribe a reaction to an event."""

    def subscribe(reaction: Callable[[E], None]) -> Callable[[E], None]:
        if reaction not in _hearers[event]:
            _hearers[event].append(reaction)
        return reaction

    return subscribe


def tell(event: object) -> None:
    """Tell everyone who listens that this has happened."""
    for reaction in _hearers[type(event)]:
        reaction(event)


def hearers_of(event: type) -> tuple[Callable[..., None], ...]:
    return tuple(_hearers[event])
