"""Waking Django before a command that needs it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import django

P = ParamSpec("P")
R = TypeVar("R")


def with_django(command: Callable[P, R]) -> Callable[P, R]:
    """Load the settings and the models first; `--help` stays quick without them."""

    @wraps(command)
    def awake(*args: P.args, **kwargs: P.kwargs) -> R:
        django.setup()
        return command(*args, **kwargs)

    return awake
