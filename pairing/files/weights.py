"""Weights from a TOML file: a number for each component, the usual one where none is given."""

import tomllib
from dataclasses import fields
from pathlib import Path

from pairing.errors import BadFile, BadProblem
from pairing.problem import COMPONENTS, Weights


def read_weights(path: Path | None) -> Weights:
    """Read weights; none at all means the usual ones.

    :raises BadFile: the file is missing, is not TOML, or has a weight that is unknown or is not a number from 0.
    """
    if path is None:
        return Weights()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadFile(path.name, 0, "", "is not there") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFile(path.name, 0, "", f"is not TOML: {error}") from None
    known = {entry.name for entry in fields(Weights)}
    for name, value in given.items():
        if name not in known:
            raise BadFile(path.name, 0, name, f"is not one of {', '.join(COMPONENTS)}")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadFile(path.name, 0, name, f"{value!r} is not a number")
    try:
        return Weights(**given)
    except BadProblem as problem:
        raise BadFile(path.name, 0, problem.field, problem.reason) from None


def shares_from(path: Path | None) -> dict[str, int]:
    """Return the thousandths of each component, by name."""
    return dict(zip(COMPONENTS, read_weights(path).shares(), strict=True))
