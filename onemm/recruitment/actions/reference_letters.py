"""What we write to referees, and about them.

A referee's letter holds their private link, so staff never see its words.
"""

from django.conf import settings

from onemm.notifications.actions import write_letter
from onemm.recruitment.models import Referee
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.rules.references import key_of

REFEREES_PAGE = "/mentor/application/referees/"


def ask(referee: Referee) -> None:
    """The first letter: who asks, what for, how long it takes, and how to say no."""
    applicant = referee.application.person
    _write(
        referee,
        kind="reference:asked",
        once="asked",
        subject=f"Would you say a few words about {applicant.full_name}?",
        body=(
            f"{applicant.full_name} would like to mentor a young person for an hour a month, and has named you as "
            "somebody who knows them. "
            "Before we let anybody sit down with a young person, we hear from two people like you.\n\n"
            "It takes about five minutes, on one page, without a password. What you say stays between you and us."
        ),
    )


def remind(referee: Referee, *, once: str) -> None:
    """Ask again, kindly, with the same link."""
    applicant = referee.application.person
    _write(
        referee,
        kind="reference:reminded",
        once=once,
        subject=f"{applicant.full_name} still hopes for a few words from you",
        body=(
            f"A few days ago we asked you about {applicant.full_name}, who would like to mentor a young person. We "
            "cannot go on without "
            "hearing from you. It takes about five minutes.\n\nIf you would rather not, say so on the same page, and "
            "we ask no more."
        ),
    )


def thank(referee: Referee) -> None:
    write_letter(
        to=None,
        address=referee.email,
        kind="reference:thanked",
        subject="Thank you for your words",
        once=f"reference:{referee.pk}:thanked",
        body=(
            f"Dear {referee.name},\n\nThank you. What you wrote about {referee.application.person.full_name} has "
            "arrived, and is read by the "
            "people who decide. You need do nothing more.\n\nIf you did not write it, or think of something else that "
            "we should know, "
            "please answer this letter.\n"
        ),
    )


def ask_for_another(referee: Referee) -> None:
    """Tell the applicant that we need another name. Never why: a referee may say no in peace."""
    applicant = referee.application.person
    write_letter(
        to=applicant,
        kind="reference:another",
        subject="We need another name from you",
        link=REFEREES_PAGE,
        once=f"reference:{referee.pk}:another",
        body=(
            f"Dear {applicant.first_name},\n\nWe have not been able to hear from {referee.name}. That happens, and "
            "says nothing about you. "
            "Please give us the name of somebody else who knows you and is not family. We write to them the same day.\n"
        ),
    )


def tell_of_silence(referee: Referee) -> None:
    """After the last chaser: the applicant may nudge or replace them, and staff may ring."""
    application, applicant = referee.application, referee.application.person
    write_letter(
        to=applicant,
        kind="reference:silent",
        subject=f"{referee.name} has not answered yet",
        link=REFEREES_PAGE,
        once=f"reference:{referee.pk}:silent",
        body=(
            f"Dear {applicant.first_name},\n\nWe have written to {referee.name} four times and have not heard from "
            "them. Perhaps you could "
            "ring them: our letter may lie among the junk. Or name somebody else on your page.\n"
        ),
    )
    for manager in screeners_of(application):
        write_letter(
            to=manager,
            kind="reference:silent_for_staff",
            subject="A referee has not answered four letters",
            link=f"/staff/applications/{application.public_id}/",
            once=f"reference:{referee.pk}:silent:{manager.pk}",
            body="A referee has not answered for twelve days. A telephone call often helps; you can take the reference "
            "down yourself.\n",
        )


def _write(referee: Referee, *, kind: str, once: str, subject: str, body: str) -> None:
    link = f"{settings.ADDRESS}/reference/{key_of(referee.public_id)}/"
    write_letter(
        to=None,
        address=referee.email,
        kind=kind,
        subject=subject,
        secret=True,
        once=f"reference:{referee.pk}:{once}",
        body=f"Dear {referee.name},\n\n{body}\n\nThis link is yours alone, and works until "
        f"{referee.link_until:%-d %B %Y}:\n{link}\n",
    )
