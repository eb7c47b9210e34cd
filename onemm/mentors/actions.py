"""Keeping what a mentor offers."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.places.models import Organisation


@transaction.atomic
def begin_profile(*, person: Person) -> MentorProfile:
    """Return someone's profile, an empty one where they had none."""
    return MentorProfile.objects.get_or_create(person=person)[0]


def lock_profile(*, person_id: int) -> MentorProfile:
    """Hold a profile until the transaction ends.

    :raises MentorProfile.DoesNotExist: they have none.
    """
    return MentorProfile.objects.select_for_update().get(person=person_id)


@transaction.atomic
def keep_profile(*, profile: MentorProfile, by: Person) -> None:
    """Keep what was changed on a locked profile. The log says that it was, never what."""
    profile.save()
    audit.record("mentor_profile:kept", subject=profile, by=by)


@transaction.atomic
def join_employer(*, person: Person, employer: Organisation) -> None:
    """Put an employer on someone's profile: from now on they count among its people."""
    MentorProfile.objects.filter(person=person).update(employer=employer)


@transaction.atomic
def leave_employer(*, person: Person) -> bool:
    """Take the employer off someone's profile, and say whether there was one."""
    if not MentorProfile.objects.filter(person=person, employer__isnull=False).update(employer=None):
        return False
    audit.record("employer:left", subject=person, by=person)
    return True
