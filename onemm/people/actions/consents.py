"""Recording that someone agreed, and that they changed their mind."""

from datetime import date

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.events import tell
from onemm.lib.names import tidy_name
from onemm.people.events import ConsentWasWithdrawn
from onemm.people.models import Consent, Person
from onemm.people.refusals import (
    BirthDateIsUnknown,
    ConsentAlreadyStands,
    ConsentDoesNotHold,
    ConsentWasAlreadyWithdrawn,
)
from onemm.people.rules import CONSENT_WORDING, consent_problem


@transaction.atomic
def record_consent(
    *, young_person: Person, given_by: str, guardian_name: str = "", given_on: date, by: Person
) -> Consent:
    """Keep that a young person's place in mentoring was agreed to, in today's wording.

    :raises BirthDateIsUnknown: who must agree cannot be known.
    :raises ConsentDoesNotHold: by the rules of `people.rules`; the message says which, and `field` where.
    :raises ConsentAlreadyStands: there is one already.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=young_person.pk)
    if person.born is None:
        raise BirthDateIsUnknown
    name = tidy_name(guardian_name)
    problem = consent_problem(born=person.born, given_by=given_by, guardian_name=name, given_on=given_on, today=today())
    if problem is not None:
        raise ConsentDoesNotHold(problem.message, field=problem.field)
    if Consent.objects.filter(young_person=person, withdrawn_at=None).exists():
        raise ConsentAlreadyStands
    consent = Consent.objects.create(
        young_person=person,
        given_by=given_by,
        given_on=given_on,
        recorded_by=by,
        wording=CONSENT_WORDING,
        guardian_name=name if given_by == Consent.GivenBy.GUARDIAN else "",
    )
    audit.record("consent:recorded", subject=consent, by=by, given_by=given_by, wording=consent.wording)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: Person) -> None:
    """End a consent from now on, and let everyone above know, so that meetings stop.

    :raises ConsentWasAlreadyWithdrawn: it no longer stands.
    """
    # The person first, as everywhere: whoever lets two people meet holds the same row while asking whether consent
    # stands.
    Person.objects.select_for_update(no_key=True).get(pk=consent.young_person_id)
    if not Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=now()):
        raise ConsentWasAlreadyWithdrawn
    consent.refresh_from_db()
    audit.record("consent:withdrawn", subject=consent, by=by)
    tell(ConsentWasWithdrawn(young_person_id=consent.young_person_id))
