"""Ending where someone is signed in, when they, or those who answer for them, say so."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from onemm.audit import actions as audit
from onemm.people.models import Person


@transaction.atomic
def end_session(*, person: Person, number: int, by: Person) -> bool:
    """End one session of a person, at once, and say whether there was one."""
    session = UserSession.objects.filter(user=person, pk=number).first()
    if session is None:
        return False
    session.end()
    audit.record("sign_in:ended", subject=person, by=by, sessions=1)
    return True


@transaction.atomic
def end_sessions(*, person: Person, by: Person, but: str = "") -> int:
    """End every session of a person, but for the one with this key, and return how many."""
    ended = list(UserSession.objects.filter(user=person).exclude(session_key=but))
    for session in ended:
        session.end()
    if ended:
        audit.record("sign_in:ended", subject=person, by=by, sessions=len(ended))
    return len(ended)
