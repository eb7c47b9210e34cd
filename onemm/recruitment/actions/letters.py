"""What we write to applicants, and to those who look after them. Each says what happens next, and when."""

from onemm.notifications.actions import write_letter
from onemm.people.models import Person
from onemm.recruitment.models import Application, Check, CheckRoute, Decision
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.rules.checks import WARNED_BEFORE
from onemm.safeguarding.queries import safeguarding_leads

APPLICANTS_PAGE = "/mentor/application/"
TRAINING = "/mentor/training/"


def tell_of_sending(application: Application) -> None:
    """Thank the applicant, and tell everyone who screens in the area. `once` counts nothing twice."""
    write_letter(
        to=application.person,
        kind="application:submitted",
        subject="We have your application",
        link=APPLICANTS_PAGE,
        once=f"application:submitted:{application.pk}",
        body=(
            f"Dear {application.person.first_name},\n\nThank you for offering an hour a month. Your application has "
            "arrived. "
            "Somebody will read it and write to you within seven days.\n\n"
            "You can help it along today: give us the names of three people who know you and are not family, on your "
            "page. We write "
            "to them the same day. Two answers are enough; with three names you do not wait for the slowest. Then "
            "choose a time to "
            "talk with us for half an hour. There is a criminal-record check too, which costs you nothing. You can "
            "see at any time "
            "how far we have come.\n"
        ),
    )
    for manager in screeners_of(application):
        write_letter(
            to=manager,
            kind="application:arrived",
            subject="A new application is waiting",
            link=f"/staff/applications/{application.public_id}/",
            once=f"application:arrived:{application.pk}:{manager.pk}",
            body="Somebody near you has applied to be a mentor. Please open the application and start screening within "
            "seven days.\n",
        )


def tell_of_screening(application: Application, by: Person) -> None:
    write_letter(
        to=application.person,
        kind="application:in_screening",
        subject="We have started on your application",
        link=APPLICANTS_PAGE,
        once=f"application:in_screening:{application.pk}",
        body=(
            f"Dear {application.person.first_name},\n\n{by.first_name} has read your application and looks after it "
            "from now on. "
            "Next we hear from two people who know you, talk with you, and ask for your check. "
            "Most people hear our decision within three weeks.\n"
        ),
    )


def tell_of_check(check: Check, route: CheckRoute | None = None) -> None:
    """Say what the applicant must now do, and where when we know it. Names no level's details beyond its own."""
    person = check.application.person
    form = (
        f"fill in the form at {route.address} and show your identity papers"
        if route
        else "fill in the form you have been sent and show your identity papers"
    )
    words = f"{route.words}\n\n" if route and route.words else ""
    write_letter(
        to=person,
        kind="check:with_applicant",
        subject="Your part of the criminal-record check",
        link=APPLICANTS_PAGE,
        once=f"check:with_applicant:{check.pk}",
        body=(
            f"Dear {person.first_name},\n\nWe have asked for your check ({check.get_level_display().lower()}). Now it "
            "needs you: "
            f"{form}. It takes about twenty minutes and costs nothing. Of everything that we wait for, this takes "
            "longest, so today is a "
            f"good day for it.\n\n{words}"
            "A record does not have to stop you. If something is on it, a person weighs it with you, and nobody else "
            "is told.\n"
        ),
    )


def warn_of_expiry(application: Application, check: Check, days: int) -> None:
    """Ahead of time, and in the last month also to those who can ask for the next one."""
    person, day = application.person, f"{check.expires_on:%-d %B %Y}"
    write_letter(
        to=person,
        kind="check:expires",
        subject=f"Your check runs out on {day}",
        link=APPLICANTS_PAGE,
        once=f"check:expires:{check.pk}:{days}",
        body=(
            f"Dear {person.first_name},\n\nYour criminal-record check counts until the day before {day}. A new one "
            "costs you nothing: we send "
            "you the form, and you show your identity papers. If it is not back by then, your meetings pause until it "
            "is.\n"
        ),
    )
    if days < max(WARNED_BEFORE):
        for manager in screeners_of(application):
            write_letter(
                to=manager,
                kind="check:expires_for_staff",
                subject=f"A mentor's check runs out on {day}",
                link=f"/staff/applications/{application.public_id}/",
                once=f"check:expires:{check.pk}:{days}:{manager.pk}",
                body=f"A mentor's check runs out on {day}. Please ask for a new one, if nobody has. From that day "
                "their meetings pause.\n",
            )


def tell_that_check_ran_out(application: Application, check: Check) -> None:
    person = application.person
    write_letter(
        to=person,
        kind="check:ran_out",
        subject="Your check has run out",
        link=APPLICANTS_PAGE,
        once=f"check:ran_out:{check.pk}",
        body=(
            f"Dear {person.first_name},\n\nYour criminal-record check has run out today, so your meetings pause until "
            "a new one is here. That is a "
            "rule for everybody and says nothing about you. Your coordinator knows. Please do your part of the new "
            "check as soon as you can.\n"
        ),
    )
    for manager in screeners_of(application):
        write_letter(
            to=manager,
            kind="check:ran_out_for_staff",
            subject="A mentor's check has run out",
            once=f"check:ran_out:{check.pk}:{manager.pk}",
            link=f"/staff/applications/{application.public_id}/",
            body="A mentor's check has run out, and no other counts. Their meetings have paused. Please see to a new "
            "check.\n",
        )


def tell_of_decision(decision: Decision) -> None:
    """Give the news kindly. The reasons that staff wrote for the record stay in the record."""
    if decision.outcome == Decision.Outcome.APPROVED:
        _tell_of_approval(decision)
    else:
        _tell_of_refusal(decision)


def _tell_of_approval(decision: Decision) -> None:
    person = decision.application.person
    write_letter(
        to=person,
        kind="application:approved",
        subject="You are approved as a mentor",
        link=TRAINING,
        once=f"application:decided:{decision.application_id}",
        body=(
            f"Dear {person.first_name},\n\nWe are glad to say yes. People who know you spoke well of you, and so did "
            "the "
            "conversation we had.\n\nNext comes the training: ten short units and some practice, two hours in all, "
            "online, at your own pace. "
            "When you have passed, we look for a young person near you. You will choose, and so will they.\n"
        ),
    )


def _tell_of_refusal(decision: Decision) -> None:
    person = decision.application.person
    write_letter(
        to=person,
        kind="application:declined",
        subject="Our decision on your application",
        link=APPLICANTS_PAGE,
        once=f"application:decided:{decision.application_id}",
        body=(
            f"Dear {person.first_name},\n\nThank you for the time and the openness you gave us. After reading "
            "everything with care, "
            "we have decided not to go further with your application now. That is not a judgement of you as a person; "
            "it is about this particular role, beside a young person.\n\n"
            "If you would like to talk about why, answer this letter. Somebody who knows your application will ring "
            "you within "
            "seven days. If you think that we got it wrong, you can ask on your page, within 28 days, for a second "
            "person to look "
            "at the decision: somebody who had no part in it.\n\n"
            "There are other ways to help young people near you, and we would be glad to tell you of some.\n"
        ),
    )


def tell_leads_of_used_certificate(application: Application, check: Check, other: Check) -> None:
    """Every safeguarding lead is told that one number came up for two people, and where to look.

    Neither number nor names.
    """
    for lead in safeguarding_leads().exclude(pk__in=[application.person_id, other.application.person_id]):
        write_letter(
            to=lead,
            kind="check:used_certificate",
            subject="One certificate number came up for two people",
            link=f"/staff/applications/{application.public_id}/",
            once=f"check:used_certificate:{check.pk}:{other.pk}:{lead.pk}",
            body=(
                f"A number was given for application {application.public_id} that is on the check of application "
                f"{other.application.public_id}. "
                "It was not kept. Mostly this is a slip of the hand; sometimes it is one person under two names. "
                "Please ask whoever looks "
                "after the application to read the number again from the certificate.\n"
            ),
        )


def ask_leads_to_weigh(application: Application, check: Check) -> None:
    """Every safeguarding lead is told that a check waits for two of them. Never what it shows."""
    for lead in safeguarding_leads().exclude(pk=application.person_id):
        write_letter(
            to=lead,
            kind="check:to_weigh",
            subject="A check waits for two safeguarding leads",
            link="/staff/disclosures/",
            once=f"check:to_weigh:{check.pk}:{lead.pk}",
            body="A check has come back with something that must be weighed. Two safeguarding leads decide. Please "
            "open it within five days.\n",
        )
