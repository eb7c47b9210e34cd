"""Applying without an e-mail address: someone rings, staff opens the application with them, and e-mails become
calls.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.names import tidy_name, tidy_phone
from onemm.notifications.actions import mark_told
from onemm.outreach.actions.origins import begin_from
from onemm.outreach.models import Via
from onemm.outreach.queries.sources import Source
from onemm.outreach.refusals import CallersNameIsMissing, NumberIsWrong
from onemm.people.actions.cards import issue_card
from onemm.people.actions.people import add_person
from onemm.people.models import Person
from onemm.recruitment.models import Telephone


@dataclass(frozen=True)
class Opened:
    """By which number someone is reached, and the code with which they sign in: known here and now, and never
    again.
    """

    telephone: Telephone
    code: str


@transaction.atomic
def open_by_telephone(
    *,
    first_name: str,
    last_name: str,
    number: str,
    eligibility: dict[str, object],
    expectations: Mapping[str, object],
    by: Person,
) -> Opened:
    """Open an application with someone who rings: the four questions and the seven statements were read to them, and
    answered.

    They get a sign-in code, to go on with at home, in a library or with someone's help. Staff answers nothing else for
    them.

    :raises CallersNameIsMissing, NumberIsWrong: they cannot be reached by what was written down.
    :raises ExpectationsAreOpen, NotEligibleYet: as for everyone.
    """
    for field, name in (("first_name", first_name), ("last_name", last_name)):
        if not tidy_name(name):
            raise CallersNameIsMissing(field=field)
    tidy = tidy_phone(number)
    if not tidy:
        raise NumberIsWrong(field="number")
    person = add_person(first_name=first_name, last_name=last_name, by=by)
    application = begin_from(
        person=person, eligibility=eligibility, source=Source(Via.TELEPHONE), expectations=expectations
    )
    telephone = Telephone.objects.create(person=person, number=tidy, noted_by=by)
    audit.record("application:opened_by_telephone", subject=application, by=by)
    return Opened(telephone, issue_card(person=person, by=by))


@transaction.atomic
def give_new_code(*, telephone: Telephone, by: Person) -> str:
    """Return a new sign-in code for someone who has lost theirs; the old one stops working, and ends where it was
    used.

    :raises CardsAreForThoseWithoutAnAddress: they have an e-mail address by now.
    """
    return issue_card(person=telephone.person, by=by)


@transaction.atomic
def note_call(*, telephone: Telephone, emails: Iterable[str], by: Person) -> int:
    """Write down that someone was told by telephone what stood in these e-mails, by public id, and return how many
    were new.
    """
    told = mark_told(to=telephone.person, emails=emails, by=by)
    if told:
        audit.record("application:rung", subject=telephone, by=by, emails=told)
    return told
