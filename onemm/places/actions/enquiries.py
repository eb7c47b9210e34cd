"""Asking to take part, and being answered."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.clock import now
from onemm.lib.events import tell
from onemm.lib.names import tidy_email, tidy_name
from onemm.places.actions.organisations import add_partner
from onemm.places.events import EnquiryWasAnswered, SomebodyAskedToJoin
from onemm.places.models import Enquiry, Organisation
from onemm.places.queries import area_of
from onemm.places.refusals import EnquiryWasAnsweredAlready


@transaction.atomic
def ask_to_join(
    *,
    organisation_name: str,
    contact_name: str,
    contact_email: str,
    postcode: str,
    words: str = "",
    by: Actor | None = None,
) -> Enquiry:
    """Keep what someone at a school or youth charity asks, for the programme manager of their area."""
    enquiry = Enquiry.objects.create(
        organisation_name=tidy_name(organisation_name),
        contact_name=tidy_name(contact_name),
        contact_email=tidy_email(contact_email),
        postcode=postcode,
        words=words.strip(),
        area=area_of(postcode),
    )
    audit.record("enquiry:made", subject=enquiry, by=by)
    tell(SomebodyAskedToJoin(enquiry.pk))
    return enquiry


@transaction.atomic
def accept_enquiry(*, enquiry: Enquiry, by: Actor) -> Organisation:
    """Say yes: the organisation becomes a partner of its area.

    :raises EnquiryWasAnsweredAlready: a colleague was quicker.
    :raises NameIsTaken: a partner has this name; add the coordinator there instead.
    """
    enquiry = _waiting(enquiry)
    partner = add_partner(name=enquiry.organisation_name, area=enquiry.area, by=by)
    enquiry.accepted_as, enquiry.answered_at = partner, now()
    enquiry.save(update_fields=["accepted_as", "answered_at"])
    audit.record("enquiry:accepted", subject=enquiry, by=by)
    tell(EnquiryWasAnswered(enquiry.pk))
    return partner


@transaction.atomic
def decline_enquiry(*, enquiry: Enquiry, by: Actor, answer: str) -> None:
    """Say no, in words that go to whoever asked.

    :raises EnquiryWasAnsweredAlready: a colleague was quicker.
    """
    enquiry = _waiting(enquiry)
    enquiry.answer, enquiry.answered_at = answer.strip(), now()
    enquiry.save(update_fields=["answer", "answered_at"])
    audit.record("enquiry:declined", subject=enquiry, by=by)
    tell(EnquiryWasAnswered(enquiry.pk))


def _waiting(enquiry: Enquiry) -> Enquiry:
    """Lock the enquiry, so that of two answers one is given."""
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if not locked.is_waiting:
        raise EnquiryWasAnsweredAlready
    return locked
