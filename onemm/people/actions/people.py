"""Making people known to the platform."""

from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.names import tidy_email, tidy_name
from onemm.people.models import Guardianship, Person
from onemm.people.refusals import AddressIsTaken


@transaction.atomic
def add_person(
    *, first_name: str, last_name: str = "", email: str | None = None, born: date | None = None, by: Person | None
) -> Person:
    """Add someone who cannot yet sign in by password.

    An address that is already known returns the person who has it.
    """
    if email:
        known: Person | None = Person.objects.filter(email=tidy_email(email)).first()
        if known is not None:
            return known
    person = Person.objects.create_user(
        email=email, first_name=tidy_name(first_name), last_name=tidy_name(last_name), born=born
    )
    audit.record("person:added", subject=person, by=by)
    return person


@transaction.atomic
def correct_name(*, person: Person, by: Person, first_name: str, last_name: str, born: date | None) -> None:
    """Put right what someone is called and when they were born."""
    person.first_name, person.last_name, person.born = tidy_name(first_name), tidy_name(last_name), born
    person.save(update_fields=["first_name", "last_name", "born"])
    audit.record("person:corrected", subject=person, by=by)


@transaction.atomic
def give_address(*, person: Person, email: str, by: Person | None = None) -> None:
    """Give someone an e-mail address, so that we can write to them and they can sign in with a code.

    :raises AddressIsTaken: it belongs to another person.
    """
    tidy = tidy_email(email)
    if Person.objects.exclude(pk=person.pk).filter(email=tidy).exists():
        raise AddressIsTaken(field="email")
    person.email = tidy
    person.save(update_fields=["email"])
    audit.record("person:address_given", subject=person, by=by)


@transaction.atomic
def name_guardian(*, guardian: Person, young_person: Person, by: Person) -> Guardianship:
    """Write down that an adult answers for a young person. Naming them twice changes nothing."""
    guardianship, new = Guardianship.objects.get_or_create(guardian=guardian, young_person=young_person)
    if new:
        audit.record(
            "guardian:named",
            subject=guardianship,
            by=by,
            guardian=guardian.public_id,
            young_person=young_person.public_id,
        )
    return guardianship
