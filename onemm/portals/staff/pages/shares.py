"""Shares and counts as cells of a table, where few people are never told apart."""

from django.template.defaultfilters import floatformat

from onemm.lib.disclosure import UNDER
from onemm.lib.statistics import Estimate
from onemm.web.cells import Part, Small, Text
from onemm.web.templatetags.ui_figures import percent


def share(estimate: Estimate | None, *, otherwise: str) -> tuple[Part, ...]:
    """Return a share with the interval that may hold the true one."""
    if estimate is None:
        return (Text(otherwise),)
    return Text(percent(estimate.value)), Small(f"({percent(estimate.low)} to {percent(estimate.high)})")


def count(people: int | None) -> str:
    return UNDER if people is None else str(people)


def decimal(number: float | None, places: int, *, otherwise: str) -> str:
    """Return a number to so many places; below nought, only those that say something."""
    return otherwise if number is None else str(floatformat(number, places))
