"""Settings from the environment, read with types, and refused with a hint."""

import os
from pathlib import Path

READ: set[str] = set()
"""Every name that was asked for, so that a test can hold `.env.example` against it."""


class BadSetting(ValueError):
    """An environment variable holds something that its reader cannot use."""


def text(name: str, default: str) -> str:
    READ.add(name)
    return os.environ.get(name, default)


def flag(name: str, *, default: bool) -> bool:
    """Read `on` or `off`.

    :raises BadSetting: any other word, rather than a guess.
    """
    READ.add(name)
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"on", "true", "1", "yes"}:
        return True
    if value in {"off", "false", "0", "no"}:
        return False
    raise BadSetting(f"{name}={value!r}: say 'on' or 'off'")


def number(name: str, default: int) -> int:
    """Read a whole number.

    :raises BadSetting: it is not one.
    """
    READ.add(name)
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    try:
        return int(value)
    except ValueError as problem:
        raise BadSetting(f"{name}={value!r}: give a whole number") from problem


def words(name: str, default: str) -> list[str]:
    """Read a list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    READ.add(name)
    return Path(os.environ.get(name) or default).expanduser()
