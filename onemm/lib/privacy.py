"""What each field says about a person, declared beside the field.

Every model carries `class Privacy` with four names: `personal`, `sensitive` and `operational`, tuples that between them
place each concrete field exactly once, and `keep_for`, which says how long a row is kept and counted from what. The
same declaration drives a person's export, erasure, retention and scrubbed copies; a test refuses an unplaced field.
"""

from django.apps import apps
from django.db import models

CLASSES = ("personal", "sensitive", "operational")


def placed_fields(model: type[models.Model]) -> dict[str, list[str]]:
    """Return each field named in the declaration with the classes it was put in."""
    declaration = getattr(model, "Privacy", None)
    placed: dict[str, list[str]] = {}
    for kind in CLASSES:
        for name in getattr(declaration, kind, ()):
            placed.setdefault(name, []).append(kind)
    return placed


def class_of(model: type[models.Model], field: str) -> str:
    """Return the one class of a field.

    :raises KeyError: the field has not been placed.
    """
    return placed_fields(model)[field][0]


def our_models() -> list[type[models.Model]]:
    """Return every model of this platform, leaving out those of the libraries."""
    return [model for model in apps.get_models() if model.__module__.startswith("onemm.")]
