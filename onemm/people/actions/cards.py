"""Sign-in cards: a code, printed or read out, for a young person or a mentor without an e-mail address of their own."""

import hashlib
import hmac

from django.conf import settings
from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.names import new_public_id
from onemm.people import access
from onemm.people.actions.sessions import end_sessions
from onemm.people.actions.trying import CARD_PER_ADDRESS, count_try
from onemm.people.models import Person, SignInCard
from onemm.people.refusals import CardsAreForThoseWithoutAnAddress
from onemm.people.roles import Role

GROUP = 4


@transaction.atomic
def issue_card(*, person: Person, by: Person) -> str:
    """Return a new code for a card, shown this once; a card from before stops working, and whoever came in
    with it is signed out.

    Twelve of thirty letters and digits that cannot be mistaken for one another (58 bits), in groups of four. Only a
    keyed digest is kept.

    :raises CardsAreForThoseWithoutAnAddress: a code alone must never open what asks for a second factor, nor be a way
    around an address.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not _may_use_a_card(person):
        raise CardsAreForThoseWithoutAnAddress
    if SignInCard.objects.filter(person=person, revoked_at=None).update(revoked_at=now()):
        end_sessions(person=person, by=by)
    letters = new_public_id().upper()
    code = "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
    card = SignInCard.objects.create(person=person, digest=_digest(code), issued_by=by)
    audit.record("card:issued", subject=card, by=by, person=person.public_id)
    return code


@transaction.atomic
def revoke_card(*, person: Person, by: Person) -> bool:
    """End a lost card, sign out whoever came in with it, and say whether there was one."""
    card = SignInCard.objects.select_for_update().filter(person=person, revoked_at=None).first()
    if card is None:
        return False
    card.revoked_at = now()
    card.save(update_fields=["revoked_at"])
    end_sessions(person=person, by=by)
    audit.record("card:revoked", subject=card, by=by, person=person.public_id)
    return True


def person_with_code(code: str, address: str) -> Person | None:
    """Return whose card this is, or `None`: unknown, revoked, or tried too often from this network address.

    The try is counted before anything is looked up. Case, spaces and dashes do not matter.
    """
    if not count_try(CARD_PER_ADDRESS, address):
        return None
    card = (
        SignInCard.objects.filter(digest=_digest(code), revoked_at=None, person__is_active=True)
        .select_related("person")
        .first()
    )
    return card.person if card is not None and _may_use_a_card(card.person) else None


def _may_use_a_card(person: Person) -> bool:
    """Young people always; mentors while no letter could reach them. Nobody whose role asks for a second factor."""
    may = access.holds(person, Role.YOUNG_PERSON) or (person.email is None and access.holds(person, Role.MENTOR))
    return may and not access.needs_second_factor(person)


def _digest(code: str) -> str:
    letters = "".join(letter for letter in code.casefold() if letter.isalnum())
    return hmac.new(settings.SECRET_KEY.encode(), b"card:" + letters.encode(), hashlib.sha256).hexdigest()
