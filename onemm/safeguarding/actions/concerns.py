"""From a worry to an outcome."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.notifications.actions import write_email
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.safeguarding.models import Concern
from onemm.safeguarding.queries import safeguarding_leads
from onemm.safeguarding.refusals import AConcernSaysSomething, AnOutcomeIsNeeded, ConcernIsAboutYou, NotAnUrgency
from onemm.safeguarding.todos import todos_of
from onemm.worklist.actions import sync


@transaction.atomic
def raise_concern(
    *,
    words: str,
    urgency: str,
    by: Person | None,
    about: Person | None = None,
    about_whom: str = "",
    reply_to: str = "",
    page: str = "",
) -> Concern:
    """Keep a worry and tell every safeguarding lead at once, except one whom it is about.

    :raises AConcernSaysSomething: there are no words.
    :raises NotAnUrgency: the urgency is not one of ours.
    """
    if not words.strip():
        raise AConcernSaysSomething(field="words")
    if urgency not in Concern.Urgency.values:
        raise NotAnUrgency(field="urgency")
    concern = Concern.objects.create(
        words=words.strip(),
        urgency=urgency,
        raised_by=by,
        about=about,
        about_whom=about_whom.strip()[:200],
        reply_to=reply_to.strip()[:200],
        page=page[:200],
    )
    sync(subject=concern, todos=todos_of(concern))
    # The log is read by more people than a concern may be: it says neither what nor about whom.
    audit.record("concern:raised", subject=concern, by=by)
    _tell_leads(concern)
    return concern


@transaction.atomic
def triage_concern(*, concern: Concern, by: Person, urgency: str) -> None:
    """Note that a lead has read it, and how urgent it is in their judgement.

    :raises NotAnUrgency: the urgency is not one of ours.
    :raises ConcernIsAboutYou: nobody answers a concern about themselves.
    :raises MoveRefused: it was triaged before.
    """
    if urgency not in Concern.Urgency.values:
        raise NotAnUrgency(field="urgency")
    concern = _held(concern, by)
    move(concern, Concern.State.TRIAGED)
    concern.urgency, concern.triaged_at, concern.triaged_by = urgency, now(), by
    concern.save(update_fields=["state", "urgency", "triaged_at", "triaged_by"])
    sync(subject=concern, todos=todos_of(concern))
    audit.record("concern:triaged", subject=concern, by=by)


@transaction.atomic
def open_case(*, concern: Concern, by: Person) -> None:
    """Begin to work on it.

    :raises ConcernIsAboutYou: nobody answers a concern about themselves.
    :raises MoveRefused: it has not been triaged, or is over.
    """
    concern = _held(concern, by)
    move(concern, Concern.State.CASE_OPEN)
    concern.save(update_fields=["state"])
    audit.record("concern:case_opened", subject=concern, by=by)


@transaction.atomic
def close_concern(*, concern: Concern, by: Person, outcome: str) -> None:
    """End it, with what came of it.

    :raises AnOutcomeIsNeeded: there are no words.
    :raises ConcernIsAboutYou: nobody answers a concern about themselves.
    :raises MoveRefused: it has not been triaged, or is over.
    """
    if not outcome.strip():
        raise AnOutcomeIsNeeded(field="outcome")
    concern = _held(concern, by)
    move(concern, Concern.State.CLOSED)
    concern.outcome, concern.closed_at, concern.closed_by = outcome.strip(), now(), by
    concern.save(update_fields=["state", "outcome", "closed_at", "closed_by"])
    audit.record("concern:closed", subject=concern, by=by)


@transaction.atomic
def note_reading(*, concern: Concern, by: Person) -> None:
    """Write down that someone has read it: whose words are read is itself worth knowing."""
    audit.record("concern:read", subject=concern, by=by)


def _held(concern: Concern, by: Person) -> Concern:
    held = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if held.about_id == by.pk:
        raise ConcernIsAboutYou
    return held


def _tell_leads(concern: Concern) -> None:
    leads = [lead for lead in safeguarding_leads() if lead.pk != concern.about_id]
    for lead in leads:
        write_email(
            kind="concern.raised",
            to=lead,
            values={"urgency": concern.get_urgency_display().lower()},
            about=concern.public_id,
            occasion=(concern.public_id,),
        )
    if not leads:
        _tell_administrators(concern)


def _tell_administrators(concern: Concern) -> None:
    """When no lead can read it, someone must appoint one.

    They are told that it exists, and nothing of what it says.
    """
    grants = RoleGrant.objects.held().of(Role.ADMINISTRATOR).exclude(person=concern.about_id).select_related("person")
    for grant in grants:
        write_email(kind="concern.unread", to=grant.person, occasion=(concern.public_id,))
