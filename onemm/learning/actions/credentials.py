"""What someone can show for a course: issued with the pass, shown as they wish, revoked with a reason."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.models import Credential
from onemm.learning.refusals import CredentialIsRevoked, RevocationReasonIsMissing
from onemm.learning.rules import Course
from onemm.lib.clock import now
from onemm.people.models import Person


@transaction.atomic
def issue_credential(*, person: Person, course: Course, minutes: int) -> Credential:
    """Issue what someone can show for a course, without a name until they say so. Asked twice, it is the same one."""
    credential, new = Credential.objects.get_or_create(
        person=person,
        course=course.slug,
        defaults={"course_title": course.title, "version": course.version, "minutes": minutes},
    )
    if new:
        audit.record("credential:issued", subject=credential, by=None, course=course.slug)
    return credential


@transaction.atomic
def show_name(*, credential: Credential, shows: bool, by: Person) -> None:
    """Say whether the public page names the holder. It is the holder's own choice, for their own credential."""
    credential.shows_name = shows
    credential.save(update_fields=["shows_name"])
    audit.record("credential:name_shown" if shows else "credential:name_hidden", subject=credential, by=by)


@transaction.atomic
def note_download(*, credential: Credential, what: str, by: Person) -> None:
    """Write down that someone took the certificate or the badge with them.

    :raises CredentialIsRevoked: there is nothing valid to take.
    """
    if not Credential.objects.select_for_update().get(pk=credential.pk).is_valid:
        raise CredentialIsRevoked
    audit.record("credential:downloaded", subject=credential, by=by, what=what)


@transaction.atomic
def revoke_credential(*, credential: Credential, why: str, by: Person) -> Credential:
    """Make a credential invalid, everywhere and at once, with the reason. A second time changes nothing.

    :raises RevocationReasonIsMissing: it does not say why.
    """
    if not why.strip():
        raise RevocationReasonIsMissing(field="why")
    kept = Credential.objects.select_for_update().get(pk=credential.pk)
    if kept.is_valid:
        kept.revoked_at, kept.revoked_by, kept.revoked_why = now(), by, why.strip()
        kept.save(update_fields=["revoked_at", "revoked_by", "revoked_why"])
        audit.record("credential:revoked", subject=kept, by=by, course=kept.course)
    return kept
