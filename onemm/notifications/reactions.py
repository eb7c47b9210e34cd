"""What is written to whom when people and places change. The contexts beneath tell; letters are written here."""

from onemm.lib.clock import today
from onemm.lib.events import hears
from onemm.notifications.actions import write_letter
from onemm.people.events import CoordinatorWasInvited, EmployerLeadWasInvited
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.places.events import EnquiryWasAnswered, SomebodyAskedToJoin
from onemm.places.models import Enquiry

SIGN_IN_BY_CODE = "/account/login/code/"
PARTNERS_PAGE = "/staff/partners/"


@hears(CoordinatorWasInvited)
def _invite(news: CoordinatorWasInvited) -> None:
    grant = RoleGrant.objects.select_related("person", "organisation").get(pk=news.grant_id)
    write_letter(
        to=grant.person,
        kind="coordinator invited",
        link=SIGN_IN_BY_CODE,
        subject=f"You can now run mentoring at {grant.organisation}",
        body=(
            f"Hello {grant.person.first_name},\n\n"
            f"You are a coordinator for {grant.organisation} on One Million Mentors. You can claim your school or add "
            "your place, "
            "open a programme, and put young people forward.\n\n"
            "To sign in, follow the link and give this e-mail address. We send you a code: there is no password to "
            "remember. "
            "Then we ask you to set up a second step, with an app on your phone or a passkey, because you will see "
            "young "
            "people’s records. It takes about five minutes.\n\n"
            "If you did not expect this letter, do nothing, and tell us."
        ),
        # A second press on the same day is a slip; another day it is a reminder.
        once=f"coordinator-invited:{grant.pk}:{today().isoformat()}",
    )


@hears(EmployerLeadWasInvited)
def _invite_lead(news: EmployerLeadWasInvited) -> None:
    grant = RoleGrant.objects.select_related("person", "organisation").get(pk=news.grant_id)
    write_letter(
        to=grant.person,
        kind="employer lead invited",
        link=SIGN_IN_BY_CODE,
        subject=f"You can now lead mentoring at {grant.organisation}",
        body=(
            f"Hello {grant.person.first_name},\n\n"
            f"You lead mentoring at {grant.organisation} on One Million Mentors. You can make a link for everybody "
            "who works there, invite "
            "people by letter, and see how many take part. You never see who, unless somebody shows you their name.\n\n"
            "To sign in, follow the link and give this e-mail address. We send you a code: there is no password to "
            "remember. "
            "Then we ask you to set up a second step, with an app on your phone or a passkey. It takes about five "
            "minutes.\n\n"
            "If you did not expect this letter, do nothing, and tell us."
        ),
        once=f"employer-lead-invited:{grant.pk}:{today().isoformat()}",
    )


@hears(SomebodyAskedToJoin)
def _thank_and_tell(news: SomebodyAskedToJoin) -> None:
    enquiry = Enquiry.objects.get(pk=news.enquiry_id)
    write_letter(
        to=None,
        address=enquiry.contact_email,
        kind="enquiry received",
        once=f"enquiry-received:{enquiry.pk}",
        subject="We have what you sent us",
        body=(
            f"Hello {enquiry.contact_name},\n\n"
            f"Thank you for asking about mentoring at {enquiry.organisation_name}. The programme manager for your "
            "part of the "
            "country reads it, and writes back to you within five working days."
        ),
    )
    for manager in _managers_of(enquiry):
        write_letter(
            to=manager,
            kind="enquiry waiting",
            link=PARTNERS_PAGE,
            once=f"enquiry-waiting:{enquiry.pk}:{manager.pk}",
            subject=f"{enquiry.organisation_name} asks to take part",
            body="A new enquiry waits on your partners page. We promised an answer within five working days.",
        )


@hears(EnquiryWasAnswered)
def _answer(news: EnquiryWasAnswered) -> None:
    enquiry = Enquiry.objects.get(pk=news.enquiry_id)
    accepted = enquiry.accepted_as_id is not None
    words = (
        f"Good news: {enquiry.organisation_name} is now a partner of One Million Mentors. Next, you get a letter that "
        "says how "
        "to sign in. It comes from your programme manager, usually within two working days."
        if accepted
        else f"We cannot run mentoring with {enquiry.organisation_name} at the moment.\n\n{enquiry.answer}"
    )
    write_letter(
        to=None,
        address=enquiry.contact_email,
        kind="enquiry answered",
        once=f"enquiry-answered:{enquiry.pk}",
        subject="Welcome to One Million Mentors" if accepted else "About your enquiry",
        body=f"Hello {enquiry.contact_name},\n\n{words}",
    )


def _managers_of(enquiry: Enquiry) -> list[Person]:
    """Programme managers of the enquiry's area; those who cover the whole country when no area is known or manned."""
    held = RoleGrant.objects.held().of(Role.PROGRAMME_MANAGER).select_related("person")
    local = [grant.person for grant in held.filter(area=enquiry.area)] if enquiry.area_id else []
    return local or [grant.person for grant in held.filter(area=None, organisation=None)]
