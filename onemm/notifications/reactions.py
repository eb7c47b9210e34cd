"""What is written to whom when people and places change. The contexts beneath tell; e-mails are written here."""

from onemm.lib.clock import today
from onemm.lib.events import hears
from onemm.notifications.actions import write_email
from onemm.people.events import CoordinatorWasInvited, EmployerLeadWasInvited
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.places.events import EnquiryWasAnswered, SomebodyAskedToJoin
from onemm.places.models import Enquiry


@hears(CoordinatorWasInvited)
def _invite_coordinator(news: CoordinatorWasInvited) -> None:
    _invite("coordinator.invited", news.grant_id)


@hears(EmployerLeadWasInvited)
def _invite_lead(news: EmployerLeadWasInvited) -> None:
    _invite("employer_lead.invited", news.grant_id)


@hears(SomebodyAskedToJoin)
def _thank_and_tell(news: SomebodyAskedToJoin) -> None:
    enquiry = Enquiry.objects.get(pk=news.enquiry_id)
    _write_to_contact("enquiry.received", enquiry)
    for manager in _managers_of(enquiry):
        write_email(
            kind="enquiry.waiting",
            to=manager,
            values={"organisation": enquiry.organisation_name},
            occasion=(enquiry.pk,),
        )


@hears(EnquiryWasAnswered)
def _answer(news: EnquiryWasAnswered) -> None:
    enquiry = Enquiry.objects.get(pk=news.enquiry_id)
    if enquiry.accepted_as_id is not None:
        _write_to_contact("enquiry.accepted", enquiry)
    else:
        _write_to_contact("enquiry.declined", enquiry, answer=enquiry.answer)


def _invite(kind: str, grant_id: int) -> None:
    grant = RoleGrant.objects.select_related("person", "organisation").get(pk=grant_id)
    write_email(
        kind=kind,
        to=grant.person,
        values={"organisation": str(grant.organisation)},
        # A second press on the same day is a slip; another day it is a reminder.
        occasion=(grant.pk, today().isoformat()),
    )


def _write_to_contact(kind: str, enquiry: Enquiry, **more: object) -> None:
    write_email(
        kind=kind,
        address=enquiry.contact_email,
        name=enquiry.contact_name,
        values={"organisation": enquiry.organisation_name, **more},
        occasion=(enquiry.pk,),
    )


def _managers_of(enquiry: Enquiry) -> list[Person]:
    """Programme managers of the enquiry's area; those who cover the whole country when no area is known or manned."""
    held = RoleGrant.objects.held().of(Role.PROGRAMME_MANAGER).select_related("person")
    local = [grant.person for grant in held.filter(area=enquiry.area)] if enquiry.area_id else []
    return local or [grant.person for grant in held.filter(area=None, organisation=None)]
