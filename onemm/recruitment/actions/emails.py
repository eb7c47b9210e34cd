"""What we write to applicants, and to those who look after them. Each says what happens next, and when."""

from onemm.notifications.actions import write_email
from onemm.people.models import Person
from onemm.recruitment.models import Application, Check, CheckRoute, Decision
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.rules.appeals import ASKED_WITHIN
from onemm.recruitment.rules.checks import WARNED_BEFORE
from onemm.safeguarding.queries import safeguarding_leads


def tell_of_sending(application: Application) -> None:
    """Thank the applicant, and tell everyone who screens in the area."""
    write_email(kind="application.submitted", to=application.person, occasion=(application.pk,))
    for screener in screeners_of(application):
        write_email(kind="application.arrived", to=screener, about=application.public_id, occasion=(application.pk,))


def tell_of_screening(application: Application, by: Person) -> None:
    write_email(
        kind="application.in_screening",
        to=application.person,
        values={"screener": by.first_name},
        occasion=(application.pk,),
    )


def tell_of_check(check: Check, route: CheckRoute | None = None) -> None:
    """Say what the applicant must now do, and where when we know it. Names no level's details beyond its own."""
    write_email(
        kind="check.with_applicant",
        to=check.application.person,
        values={
            "level": check.get_level_display().lower(),
            "form_address": route.address if route else "",
            "instructions": route.words if route else "",
        },
        occasion=(check.pk,),
    )


def warn_of_expiry(application: Application, check: Check, days: int) -> None:
    """Ahead of time, and in the last month also to those who can ask for the next one."""
    values = {"day": check.expires_on}
    write_email(kind="check.expires", to=application.person, values=values, occasion=(check.pk, days))
    if days < max(WARNED_BEFORE):
        for screener in screeners_of(application):
            write_email(
                kind="check.expires_for_staff",
                to=screener,
                values=values,
                about=application.public_id,
                occasion=(check.pk, days),
            )


def tell_that_check_ran_out(application: Application, check: Check) -> None:
    write_email(kind="check.ran_out", to=application.person, occasion=(check.pk,))
    for screener in screeners_of(application):
        write_email(kind="check.ran_out_for_staff", to=screener, about=application.public_id, occasion=(check.pk,))


def tell_of_decision(decision: Decision) -> None:
    """Give the news kindly. The reasons that staff wrote for the record stay in the record."""
    person = decision.application.person
    if decision.outcome == Decision.Outcome.APPROVED:
        write_email(kind="application.approved", to=person, occasion=(decision.pk,))
    else:
        write_email(kind="application.declined", to=person, values={"days": ASKED_WITHIN}, occasion=(decision.pk,))


def tell_leads_of_used_certificate(application: Application, check: Check, other: Check) -> None:
    """Every safeguarding lead is told that one number came up for two people, and where to look.

    Neither number nor names.
    """
    for lead in safeguarding_leads().exclude(pk__in=[application.person_id, other.application.person_id]):
        write_email(
            kind="check.certificate_used_twice",
            to=lead,
            values={"application": application.public_id, "other": other.application.public_id},
            about=application.public_id,
            occasion=(check.pk, other.pk),
        )


def ask_leads_to_weigh(application: Application, check: Check) -> None:
    """Every safeguarding lead is told that a check waits for two of them. Never what it shows."""
    for lead in safeguarding_leads().exclude(pk=application.person_id):
        write_email(kind="check.to_weigh", to=lead, occasion=(check.pk,))
