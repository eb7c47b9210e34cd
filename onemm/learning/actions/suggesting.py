"""Offering a short unit at the moment it is made for."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.models import Suggestion
from onemm.learning.queries import unit_for
from onemm.lib.clock import now
from onemm.people.models import Person


@transaction.atomic
def suggest_unit(*, person: Person, moment: str) -> Suggestion | None:
    """Offer the unit that a moment calls for, once in a mentor's life.

    Nothing happens when no unit is written for it.
    """
    if unit_for(moment) is None:
        return None
    suggestion, new = Suggestion.objects.get_or_create(person=person, moment=moment)
    if new:
        audit.record("unit:suggested", subject=suggestion, by=None, moment=moment)
    return suggestion


@transaction.atomic
def put_aside(*, person: Person, moment: str) -> None:
    """Take a suggestion off someone's first page, at their own wish."""
    settle(person=person, moment=moment, by=person)


def settle(*, person: Person, moment: str, by: Person | None) -> None:
    """Close a suggestion: the unit is done, or put aside, or the moment is over (then it is by nobody)."""
    suggestion = Suggestion.objects.standing().filter(person=person, moment=moment).first()
    if suggestion is not None:
        suggestion.settled_at = now()
        suggestion.save(update_fields=["settled_at"])
        audit.record("suggestion:settled", subject=suggestion, by=by, moment=moment)
