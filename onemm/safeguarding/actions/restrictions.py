"""Pausing every contact of a person, at once."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.events import tell
from onemm.people.models import Person
from onemm.safeguarding.events import RestrictionWasImposed, RestrictionWasLifted
from onemm.safeguarding.models import Concern, Restriction
from onemm.safeguarding.refusals import (
    ARestrictionHasAReason,
    NobodyRestrictsThemselves,
    PersonIsRestrictedAlready,
    RestrictionWasLiftedAlready,
)


@transaction.atomic
def impose_restriction(*, person: Person, by: Person, reason: str, concern: Concern | None = None) -> Restriction:
    """Stop every contact of a person from now on; the contexts above hear of it in the same transaction.

    :raises ARestrictionHasAReason: there are no words.
    :raises NobodyRestrictsThemselves: it is about the one who asks.
    :raises PersonIsRestrictedAlready: one stands already.
    """
    if not reason.strip():
        raise ARestrictionHasAReason(field="reason")
    if person.pk == by.pk:
        raise NobodyRestrictsThemselves(field="person")
    # Whoever lets two people meet holds the same row while asking: either they see this, or this sees what they made.
    person = _held(person)
    if Restriction.objects.standing().filter(person=person).exists():
        raise PersonIsRestrictedAlready(field="person")
    restriction = Restriction.objects.create(person=person, imposed_by=by, reason=reason.strip(), concern=concern)
    audit.record("restriction:imposed", subject=restriction, by=by, person=person.public_id)
    tell(RestrictionWasImposed(person_id=person.pk))
    return restriction


@transaction.atomic
def lift_restriction(*, restriction: Restriction, by: Person) -> None:
    """Let a person have contact again.

    :raises NobodyRestrictsThemselves: nobody lifts their own.
    :raises RestrictionWasLiftedAlready: it does not stand.
    """
    if restriction.person_id == by.pk:
        raise NobodyRestrictsThemselves
    _held(restriction.person)
    if not Restriction.objects.standing().filter(pk=restriction.pk).update(lifted_at=now(), lifted_by=by):
        raise RestrictionWasLiftedAlready
    audit.record("restriction:lifted", subject=restriction, by=by, person=restriction.person.public_id)
    tell(RestrictionWasLifted(person_id=restriction.person_id))


def _held(person: Person) -> Person:
    held: Person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    return held
