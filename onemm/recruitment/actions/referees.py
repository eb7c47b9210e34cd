"""Naming those who speak for an applicant, and what they do with our e-mail."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.lib.names import tidy_email, tidy_name
from onemm.people.models import Person
from onemm.recruitment.actions import reference_emails as emails
from onemm.recruitment.actions.opening import State, locked, locked_by_applicant, locked_for_staff, touch
from onemm.recruitment.models import Application, Referee, Reference
from onemm.recruitment.queries.referees import speaking_for
from onemm.recruitment.refusals import (
    AnswerDoesNotFit,
    NobodyIsTheirOwnReferee,
    RefereeHasSpoken,
    RefereesAreNotWantedNow,
    ReferenceIsClosed,
    TwoRefereesAreNamed,
)
from onemm.recruitment.rules.likeness import plain_name
from onemm.recruitment.rules.mailboxes import is_reachable, mailbox_of
from onemm.recruitment.rules.references import CHASED_ON, LINK_STANDS_FOR, MOST_NAMED

NAMED_WHILE = frozenset({State.SUBMITTED, State.IN_SCREENING})
ANSWERED_WHILE = frozenset({*NAMED_WHILE, State.PAUSED})
SCORES = ("reliable", "patient", "safe")


@transaction.atomic
def name_referee(*, application: Application, by: Person, name: str, email: str, relation: str) -> Referee:
    """Write to someone whom the applicant names, with a private link that stands for 30 days.

    :raises RefereesAreNotWantedNow: the application has not been sent, waits, or is over.
    :raises TwoRefereesAreNamed: three have been asked or have answered, or two have answered.
    :raises NobodyIsTheirOwnReferee: the name or the mailbox is the applicant's own.
    :raises RefereeHasSpoken: that mailbox or name is on this application already.
    :raises AnswerDoesNotFit: a name is missing, or no e-mail could reach the address.
    """
    application = locked_by_applicant(application, by)
    if application.state not in NAMED_WHILE:
        raise RefereesAreNotWantedNow
    if not speaking_for(application).may_name:
        raise TwoRefereesAreNamed
    if application.referees.count() >= MOST_NAMED:
        raise TwoRefereesAreNamed(
            "You have named many people already. Please answer one of our letters, and we find a way together."
        )
    name, email = tidy_name(name), tidy_email(email)
    _refuse_misfits(application, name, email)
    referee = Referee.objects.create(
        application=application,
        name=name,
        email=email,
        mailbox=mailbox_of(email),
        relation=relation.strip(),
        named_by=by,
        link_until=now() + LINK_STANDS_FOR,
    )
    touch(application)
    audit.record("referee:named", subject=application, by=by, referee=referee.pk)
    emails.ask(referee)
    return referee


@transaction.atomic
def replace_referee(*, referee: Referee, by: Person) -> None:
    """Let go of someone who has not answered, so that the applicant can name someone else. Their link ends."""
    application = locked_by_applicant(referee.application, by)
    if application.state not in NAMED_WHILE:
        raise RefereesAreNotWantedNow
    _close(referee, application, Referee.State.REPLACED, by)


@transaction.atomic
def answer_reference(*, referee: Referee, known_for_years: int, verdict: str, words: str, **scores: int) -> Reference:
    """Keep what a referee wrote through their link: `reliable`, `patient` and `safe` from 1 (worrying) to 4 (strong),
    and words.

    :raises ReferenceIsClosed: it was answered or replaced before, its time is over, or so is the application.
    :raises AnswerDoesNotFit: a score or the verdict is not one of those offered.
    """
    referee, application = _open(referee)
    if verdict not in Reference.Verdict.values:
        raise AnswerDoesNotFit("Choose what you recommend.", field="verdict")
    for part in SCORES:
        if not 1 <= scores.get(part, 0) <= 4:
            raise AnswerDoesNotFit("Choose one of the four answers.", field=part)
    if application.references.filter(referee_email=referee.email).exists():
        raise ReferenceIsClosed
    reference = Reference.objects.create(
        application=application,
        referee=referee,
        referee_name=referee.name,
        referee_email=referee.email,
        relation=referee.relation,
        known_for_years=known_for_years,
        verdict=verdict,
        words=words.strip(),
        received_on=today(),
        **{part: scores[part] for part in SCORES},
    )
    _close(referee, application, Referee.State.ANSWERED, None)
    emails.thank(referee)
    return reference


@transaction.atomic
def decline_reference(*, referee: Referee) -> None:
    """The referee would rather not. The applicant is asked for someone else, and not told why.

    :raises ReferenceIsClosed: as for an answer.
    """
    referee, application = _open(referee)
    _close(referee, application, Referee.State.DECLINED, None)
    emails.ask_for_another(referee)


@transaction.atomic
def give_up_on_referee(*, referee: Referee, by: Person | None) -> None:
    """Our e-mails come back, or nobody answers: ask the applicant for someone else.

    `by=None` is the platform itself.
    """
    application = locked(referee.application) if by is None else locked_for_staff(referee.application, by)
    _close(referee, application, Referee.State.UNREACHABLE, by)
    emails.ask_for_another(referee)


@transaction.atomic
def remind_referee(*, referee: Referee, by: Person) -> None:
    """Write once more, because someone on staff asks: at most once a day.

    :raises ReferenceIsClosed: nobody is waiting for their answer.
    """
    application = locked_for_staff(referee.application, by)
    if not referee.is_open_at(now()) or application.state not in NAMED_WHILE:
        raise ReferenceIsClosed("Nobody is waiting for this answer now.")
    emails.remind(referee, reminder=f"by-hand-{today()}")
    audit.record("referee:reminded", subject=application, by=by, referee=referee.pk)


@transaction.atomic
def chase_referee(*, referee: Referee, day: int) -> None:
    """Write the chaser of a day, once; the last one also tells the applicant and whoever screens."""
    application = locked(referee.application)
    referee = Referee.objects.select_for_update().get(pk=referee.pk)
    if not referee.is_open_at(now()) or application.state not in NAMED_WHILE:
        return
    referee.application = application
    emails.remind(referee, reminder=f"day-{day}")
    if day == CHASED_ON[-1]:
        emails.tell_of_silence(referee)


def settle_with(reference: Reference, application: Application, by: Person) -> None:
    """A reference that staff took down is the answer of the referee with that mailbox, if the applicant named one."""
    mailbox = mailbox_of(reference.referee_email)
    named = (
        application.referees.filter(mailbox=mailbox)
        .exclude(state__in=[Referee.State.REPLACED, Referee.State.ANSWERED])
        .first()
    )
    if named is not None:
        _close(named, application, Referee.State.ANSWERED, by)
        reference.referee = named
        reference.save(update_fields=["referee"])


def _refuse_misfits(application: Application, name: str, email: str) -> None:
    person = application.person
    if not name:
        raise AnswerDoesNotFit("Give their name.", field="name")
    if not is_reachable(email):
        raise AnswerDoesNotFit("No letter could reach that address. Look at what comes after the @.", field="email")
    if mailbox_of(email) == mailbox_of(person.email or ""):
        raise NobodyIsTheirOwnReferee(
            "That is your own address, or one that leads to it. A reference comes from somebody else.", field="email"
        )
    if plain_name(name) == plain_name(person.full_name):
        raise NobodyIsTheirOwnReferee(
            "That is your own name. A reference comes from somebody else. If they share your name, write it with a "
            "second initial.",
            field="name",
        )
    earlier = [
        (referee.mailbox, referee.name) for referee in application.referees.exclude(state=Referee.State.REPLACED)
    ]
    earlier += [
        (mailbox_of(reference.referee_email), reference.referee_name)
        for reference in application.references.filter(referee=None)
    ]
    for mailbox, named in earlier:
        if mailbox == mailbox_of(email):
            raise RefereeHasSpoken(
                "You have named that mailbox already. Two references come from two people.", field="email"
            )
        if plain_name(named) == plain_name(name):
            raise RefereeHasSpoken(
                f"You have named {named} already. Two references come from two people.", field="name"
            )


def _open(referee: Referee) -> tuple[Referee, Application]:
    """Lock the application and then the referee, and return both as they are now."""
    application = locked(referee.application)
    referee = Referee.objects.select_for_update().get(pk=referee.pk)
    if not referee.is_open_at(now()) or application.state not in ANSWERED_WHILE:
        raise ReferenceIsClosed
    referee.application = application
    return referee, application


def _close(referee: Referee, application: Application, state: Referee.State, by: Person | None) -> None:
    referee = Referee.objects.select_for_update().get(pk=referee.pk)
    move(referee, state)
    referee.over_at = now()
    referee.save(update_fields=["state", "over_at"])
    touch(application)
    audit.record(f"referee:{state}", subject=application, by=by, referee=referee.pk)
