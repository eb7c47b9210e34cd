"""What we write to referees, and about them.

A referee's e-mail holds their private link, so staff never see its words.
"""

from django.utils import timezone

from onemm.notifications.actions import write_email
from onemm.recruitment.models import Referee
from onemm.recruitment.queries.screeners import screeners_of
from onemm.recruitment.rules.references import key_of


def ask(referee: Referee) -> None:
    """The first one: who asks, what for, how long it takes, and how to say no."""
    _write_with_link(referee, kind="reference.asked", occasion=(referee.pk,))


def remind(referee: Referee, *, reminder: str) -> None:
    """Ask again, kindly, with the same link: once for each reminder."""
    _write_with_link(referee, kind="reference.reminded", occasion=(referee.pk, reminder))


def thank(referee: Referee) -> None:
    write_email(
        kind="reference.thanked",
        address=referee.email,
        name=referee.name,
        values={"applicant": referee.application.person.full_name},
        occasion=(referee.pk,),
    )


def ask_for_another(referee: Referee) -> None:
    """Tell the applicant that we need another name. Never why: a referee may say no in peace."""
    write_email(
        kind="reference.another_needed",
        to=referee.application.person,
        values={"referee": referee.name},
        occasion=(referee.pk,),
    )


def tell_of_silence(referee: Referee) -> None:
    """After the last chaser: the applicant may nudge or replace them, and staff may ring."""
    application = referee.application
    write_email(
        kind="reference.silent", to=application.person, values={"referee": referee.name}, occasion=(referee.pk,)
    )
    for screener in screeners_of(application):
        write_email(kind="reference.silent_for_staff", to=screener, about=application.public_id, occasion=(referee.pk,))


def _write_with_link(referee: Referee, *, kind: str, occasion: tuple[object, ...]) -> None:
    write_email(
        kind=kind,
        address=referee.email,
        name=referee.name,
        values={
            "applicant": referee.application.person.full_name,
            "until": timezone.localdate(referee.link_until),
        },
        about=key_of(referee.public_id),
        occasion=occasion,
    )
