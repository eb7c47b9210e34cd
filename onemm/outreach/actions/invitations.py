"""Inviting people by e-mail: an employer's list, a mentor's own few; and what is answered."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from onemm.audit import actions as audit
from onemm.jobs.actions import deal_with_rows, start_job
from onemm.jobs.models import Job, JobRow
from onemm.jobs.registry import NewRow, Step
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.lib.names import tidy_email, tidy_name
from onemm.lib.refusals import UnreadableTable
from onemm.lib.tables import Row, read_csv, starts_a_formula
from onemm.outreach.actions.emails import write_invitation
from onemm.outreach.models import DoNotWrite, Invitation, PersonalLink
from onemm.outreach.queries.addresses import digest_of, may_invite
from onemm.outreach.refusals import (
    AddressIsWrong,
    EnoughLettersThisWeek,
    InvitationIsOver,
    OnlyMentorsInvite,
    WeMayNotWrite,
)
from onemm.outreach.rules.inviting import LETTERS_A_WEEK
from onemm.outreach.rules.jobs import LIST_OF_COLLEAGUES
from onemm.people.models import Person
from onemm.places.models import Organisation
from onemm.recruitment.models import Application

NEEDS, MAY_HAVE = ("email",), ("first_name",)
MOST_ROWS = 1000
"""In one file: as many letters as one employer may ask for at a time."""
LONGEST_NAME = 80

State = Invitation.State


@transaction.atomic
def invite_colleagues(*, employer: Organisation, content: bytes, by: Person) -> Job:
    """Read a CSV of addresses, and begin the job that writes one invitation to each. Nobody is made known by it.

    Who has been asked, has applied or asked us to stop is left as they are, all counted as one (“unchanged”), so that
    the list tells nobody which. The same file again changes nothing. Each row is kept or refused whole.

    :raises UnreadableTable: the file as a whole cannot be used, or has more than a thousand rows; nothing is begun.
    """
    rows = list(read_csv(content, needs=NEEDS, may_have=MAY_HAVE))
    if len(rows) > MOST_ROWS:
        raise UnreadableTable(f"This list has more than {MOST_ROWS:,} rows. Send it in parts.")
    seen: dict[str, int] = {}
    return start_job(
        kind=LIST_OF_COLLEAGUES,
        by=by,
        subject=employer.public_id,
        organisation=employer,
        rows=[NewRow(row.number, row.cells, _problem_of(row, seen)) for row in rows],
    )


def invite_rows(job: Job, _: None) -> Step:
    """Write to the next rows of an employer's list, in the transaction that counts them."""
    employer = Organisation.objects.get(public_id=job.subject)

    def invite(row: JobRow) -> str:
        invitation = _invite(row.cells["email"], row.cells.get("first_name", ""), job.asked_by, employer)
        return "unchanged" if invitation is None else "added"

    step = deal_with_rows(job, invite)
    if step.is_last:
        audit.record("invitations:imported", subject=employer, by=job.asked_by, **job.counts_with(step.outcomes))
    return step


@transaction.atomic
def invite_colleague(*, by: Person, email: str, first_name: str = "") -> Invitation:
    """Write one e-mail for a mentor to someone they know.

    :raises OnlyMentorsInvite: they are not approved.
    :raises EnoughLettersThisWeek: five e-mails went out in the last seven days.
    :raises AddressIsWrong: the address is not one.
    :raises WeMayNotWrite: it may not be written to, for whatever reason.
    """
    Person.objects.select_for_update().get(pk=by.pk)  # five at once must not each count four
    if not Application.objects.of(by).filter(state=Application.State.APPROVED).exists():
        raise OnlyMentorsInvite
    if Invitation.objects.written_by(by).filter(sent_at__gt=now() - timedelta(days=7)).count() >= LETTERS_A_WEEK:
        raise EnoughLettersThisWeek
    if not _is_address(tidy_email(email)):
        raise AddressIsWrong(field="email")
    invitation = _invite(email, first_name, by, None)
    if invitation is None:
        raise WeMayNotWrite(field="email")
    return invitation


@transaction.atomic
def make_personal_link(*, person: Person) -> PersonalLink:
    """Give a mentor a link of their own, or return the one they have.

    :raises OnlyMentorsInvite: they are not approved.
    """
    if not Application.objects.of(person).filter(state=Application.State.APPROVED).exists():
        raise OnlyMentorsInvite
    link, new = PersonalLink.objects.get_or_create(person=person)
    if new:
        audit.record("personal_link:made", subject=link, by=person)
    return link


@transaction.atomic
def accept_invitation(*, invitation: Invitation) -> None:
    """Someone followed the e-mail's link and wants to know more. It makes them nothing yet; the address is forgotten.

    :raises InvitationIsOver: it was answered, or its days have passed.
    """
    _answer(invitation, State.ACCEPTED)


@transaction.atomic
def decline_invitation(*, invitation: Invitation, for_good: bool) -> None:
    """Someone says no; `for_good` also means that no invitation ever goes to this address again.

    :raises InvitationIsOver: it was answered, or its days have passed.
    """
    _answer(invitation, State.DECLINED)
    if for_good:
        DoNotWrite.objects.get_or_create(digest=invitation.digest)
        audit.record("invitation:never_again", subject=invitation, by=None)


@transaction.atomic
def expire_invitations() -> int:
    """Forget the address behind every invitation whose days have passed, and return how many there were."""
    over = list(Invitation.objects.select_for_update().open().filter(expires_on__lt=today()))
    for invitation in over:
        _settle(invitation, State.EXPIRED)
    return len(over)


def _problem_of(row: Row, seen: dict[str, int]) -> str:
    """Return why a row cannot be used, or nothing; and remember its mailbox."""
    email, name = tidy_email(row.cells["email"]), row.cells.get("first_name", "")
    if not email:
        return "There is no e-mail address in this row."
    if starts_a_formula(row.cells["email"]) or starts_a_formula(name):
        return "A cell begins like a formula of a spreadsheet. Write the plain address and name."
    if not _is_address(email):
        return "This is not an e-mail address."
    if len(tidy_name(name)) > LONGEST_NAME:
        return f"The first name has more than {LONGEST_NAME} letters."
    digest = digest_of(email)
    if digest in seen:
        return f"The same address is in row {seen[digest]}."
    seen[digest] = row.number
    return ""


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= 254


def _invite(email: str, first_name: str, by: Person, employer: Organisation | None) -> Invitation | None:
    digest = digest_of(email)
    asked = Invitation.objects.filter(digest=digest, employer=employer).exclude(state=State.EXPIRED)
    if employer is None:
        asked = asked.filter(by=by)
    if asked.exists() or not may_invite(email):
        return None
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                employer=employer,
                by=by,
                email=tidy_email(email),
                first_name=tidy_name(first_name)[:LONGEST_NAME],
                digest=digest,
            )
    except IntegrityError:
        return None  # someone else has written to this mailbox since we looked: the constraint decides
    audit.record("invitation:sent", subject=invitation, by=by)
    write_invitation(invitation)
    return invitation


def _answer(invitation: Invitation, state: str) -> None:
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not locked.is_open_on(today()):
        raise InvitationIsOver
    locked.answered_at = now()
    _settle(locked, state)


def _settle(invitation: Invitation, state: str) -> None:
    """Close it, and forget who it was to."""
    move(invitation, state)
    invitation.email = invitation.first_name = ""
    invitation.save(update_fields=["state", "email", "first_name", "answered_at"])
    audit.record(f"invitation:{state}", subject=invitation, by=None)
