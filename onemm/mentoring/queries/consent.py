"""Whether someone's place in mentoring is agreed to, today."""

from onemm.people.models import Consent, Person


def standing_consent_of(person: Person) -> Consent | None:
    """Return the consent that stands, or `None` when there is none or it was withdrawn."""
    return Consent.objects.filter(young_person=person, withdrawn_at=None).first()


def has_consent(person: Person) -> bool:
    return Consent.objects.filter(young_person=person, withdrawn_at=None).exists()
