"""Whether we may write to an address, without keeping the address."""

import hashlib
import hmac

from django.conf import settings

from onemm.lib.names import tidy_email
from onemm.outreach.models import DoNotWrite, Invitation
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.recruitment.models import Application
from onemm.recruitment.rules.mailboxes import mailbox_of


def digest_of(email: str) -> str:
    """Return the keyed digest of the mailbox that an address leads to (HMAC-SHA-256, RFC 2104)."""
    return hmac.new(
        settings.SECRET_KEY.encode(), f"invitation:{mailbox_of(email)}".encode(), hashlib.sha256
    ).hexdigest()


def may_invite(email: str) -> bool:
    """Say whether an invitation may go to an address: not when it asked us to stop, has an open one, or belongs to
    someone who has applied or is a young person.
    """
    digest = digest_of(email)
    if DoNotWrite.objects.filter(digest=digest).exists() or Invitation.objects.open().filter(digest=digest).exists():
        return False
    person = Person.objects.filter(email=tidy_email(email)).first()
    if person is None:
        return True
    is_young = RoleGrant.objects.held().of(Role.YOUNG_PERSON).filter(person=person).exists()
    return person.is_active and not is_young and not Application.objects.of(person).exists()
