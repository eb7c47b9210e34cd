"""A young person's place in a programme: given, changed, given up."""

from collections.abc import Iterable
from datetime import date
from typing import Unpack

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import age_on, now, today
from onemm.lib.names import tidy_name
from onemm.mentoring.models import Enrolment, Match
from onemm.mentoring.queries import coordinators_of
from onemm.mentoring.refusals import (
    AgeIsOutsideTheProgramme,
    HasAMentor,
    HasLeftTheProgramme,
    IsInAnotherProgramme,
    IsSomebodyElse,
    ProgrammeIsClosed,
    ReferenceIsMissing,
    ReferenceIsTaken,
    WishIsUnknown,
    YoungPersonsNameIsMissing,
)
from onemm.mentoring.rules import MATTERS_MOST, ConsentGiven, Wishes
from onemm.notifications.actions import write_email
from onemm.people.actions.consents import record_consent
from onemm.people.actions.people import add_person
from onemm.people.actions.roles import grant_role
from onemm.people.models import Consent, Person
from onemm.people.roles import Role
from onemm.people.rules import OWN, partner_is_told
from onemm.people.vocabulary import Gender, Interest, Language, Sector
from onemm.places.models import Channel, Programme


@transaction.atomic
def enrol_young_person(
    *,
    programme: Programme,
    by: Person,
    reference: str,
    first_name: str,
    last_name: str = "",
    born: date,
    consent: ConsentGiven,
    **wishes: Unpack[Wishes],
) -> Enrolment:
    """Give a young person a place, with consent that fits their age. Someone who was here before keeps their one row.

    :raises AgeIsOutsideTheProgramme: by the programme's band, or outside 14 to 25.
    :raises ReferenceIsTaken: or `IsInAnotherProgramme`, `IsSomebodyElse`, `ReferenceIsMissing`,
        `YoungPersonsNameIsMissing`.
    :raises ConsentDoesNotHold: see `people.rules`.
    :raises WishIsUnknown: a choice that is not on the list, or a channel that the programme does not have.
    """
    # Held, so that two people adding the same reference at once do so one after the other.
    programme = Programme.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=programme.pk)
    reference, first_name, last_name = tidy_name(reference), tidy_name(first_name), tidy_name(last_name)
    _refuse_facts(programme, reference=reference, first_name=first_name, born=born)
    check_wishes(programme, wishes)
    person = _known_person(programme, reference=reference, first_name=first_name, last_name=last_name, born=born)
    if person is None:
        person = add_person(first_name=first_name, last_name=last_name, born=born, by=by)
    if not person.consents.filter(withdrawn_at=None).exists():
        _keep_consent(person, consent, programme, by)
    grant_role(person=person, role=Role.YOUNG_PERSON, by=by)
    chosen: Wishes = {"languages": [Language.ENGLISH.value], **wishes}
    enrolment = Enrolment.objects.create(
        person=person, programme=programme, reference=reference, waiting_since=today(), **chosen
    )
    audit.record("enrolment:made", subject=enrolment, by=by, programme=programme.public_id, person=person.public_id)
    return enrolment


@transaction.atomic
def change_enrolment(*, enrolment: Enrolment, by: Person, **wishes: Unpack[Wishes]) -> bool:
    """Change what a young person hopes for and when they can meet, and say whether anything changed.

    :raises HasLeftTheProgramme: they have.
    :raises WishIsUnknown: a choice that is not on the list.
    """
    kept = Enrolment.objects.select_for_update(of=("self",)).select_related("programme").get(pk=enrolment.pk)
    if kept.left_at is not None:
        raise HasLeftTheProgramme
    check_wishes(kept.programme, wishes)
    changed = [name for name, value in wishes.items() if getattr(kept, name) != value]
    if not changed:
        return False
    for name in changed:
        setattr(kept, name, wishes[name])  # type: ignore[literal-required]  # the names are those of Wishes
    kept.save(update_fields=changed)
    audit.record("enrolment:changed", subject=kept, by=by, fields=", ".join(sorted(changed)))
    return True


@transaction.atomic
def leave_programme(*, enrolment: Enrolment, by: Person) -> None:
    """Give up a place. Leaving twice changes nothing.

    :raises HasAMentor: an open match has to be ended first, so that nobody just disappears.
    """
    kept = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if kept.left_at is not None:
        return
    if Match.objects.open().filter(enrolment=kept).exists():
        raise HasAMentor
    kept.left_at = now()
    kept.save(update_fields=["left_at"])
    audit.record("enrolment:left", subject=kept, by=by)


def check_wishes(programme: Programme, wishes: Wishes) -> None:
    """:raises WishIsUnknown: a choice that is not on its list, or a channel that the programme does not have."""
    _refuse_unknown("languages", wishes.get("languages", ()), Language.values)
    _refuse_unknown("aspirations", wishes.get("aspirations", ()), Sector.values)
    _refuse_unknown("interests", wishes.get("interests", ()), Interest.values)
    _refuse_unknown("wants_gender", [wishes.get("wants_gender", "")], Gender.values)
    _refuse_unknown("matters_most", [wishes.get("matters_most", "")], ["", *MATTERS_MOST])
    channel = wishes.get("channel", Channel.EITHER)
    _refuse_unknown("channel", [channel], Channel.values)
    if Channel.EITHER not in (channel, programme.channel) and channel != programme.channel:
        raise WishIsUnknown(f"This programme meets {Channel(programme.channel).label.lower()} only.", field="channel")


def _refuse_unknown(field: str, chosen: Iterable[str], known: Iterable[str]) -> None:
    strange = sorted(set(chosen) - set(known))
    if strange:
        raise WishIsUnknown(f"Not on the list of {field.replace('_', ' ')}: {', '.join(strange)}.", field=field)


def _refuse_facts(programme: Programme, *, reference: str, first_name: str, born: date) -> None:
    if programme.closed_at is not None:
        raise ProgrammeIsClosed
    if not reference:
        raise ReferenceIsMissing(field="reference")
    if not first_name:
        raise YoungPersonsNameIsMissing(field="first_name")
    age = age_on(born, today())
    if not programme.youngest <= age <= programme.oldest:
        raise AgeIsOutsideTheProgramme(
            f"This programme is for ages {programme.youngest} to {programme.oldest}, and they are {max(age, 0)}.",
            field="born",
        )


def _known_person(
    programme: Programme, *, reference: str, first_name: str, last_name: str, born: date
) -> Person | None:
    """Return who the partner means, when they were here before under this reference or are here now under another."""
    enrolments = Enrolment.objects.filter(programme__organisation=programme.organisation_id).select_related("person")
    before = enrolments.filter(reference=reference).order_by("-pk").first()
    if before is not None:
        if before.programme_id == programme.pk:
            raise ReferenceIsTaken(field="reference")
        if before.left_at is None:
            raise IsInAnotherProgramme(field="reference")
        if (before.person.first_name.casefold(), before.person.born) != (first_name.casefold(), born):
            raise IsSomebodyElse(field="reference")
        if Enrolment.objects.current().filter(person=before.person).exists():
            raise IsInAnotherProgramme(field="reference")
        return before.person
    twin = enrolments.current().filter(
        person__first_name__iexact=first_name, person__last_name__iexact=last_name, person__born=born
    )
    if twin.exists():
        raise IsInAnotherProgramme(
            "Somebody with this name and birth date is already here, under another reference.", field="reference"
        )
    return None


def _keep_consent(person: Person, consent: ConsentGiven, programme: Programme, by: Person) -> None:
    kept = record_consent(
        young_person=person,
        given_by=consent.given_by,
        guardian_name=consent.guardian_name,
        given_on=consent.given_on,
        by=by,
    )
    _tell_partner(kept, programme, by)


def _tell_partner(consent: Consent, programme: Programme, by: Person) -> None:
    """At 16 and 17 the partner is told of a consent that the young person gave: all who look after pairs, but whoever
    wrote it down.
    """
    person = consent.young_person
    age = person.age(today())
    if consent.given_by != OWN or age is None or not partner_is_told(age):
        return
    for coordinator in coordinators_of(programme.organisation).exclude(pk=by.pk):
        write_email(
            kind="consent.noted",
            to=coordinator,
            values={"young_person": person.first_name, "age": age},
            occasion=(consent.public_id,),
        )
