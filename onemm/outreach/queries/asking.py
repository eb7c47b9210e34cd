"""What a mentor may know of whom they asked, and what their employer knows of them."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from onemm.lib.clock import now
from onemm.mentors.models import MentorProfile
from onemm.outreach.models import Invitation, NamingConsent, Origin, PersonalLink
from onemm.people.models import Person
from onemm.recruitment.models import Application


@dataclass(frozen=True)
class Asking:
    """A mentor's own link, how many letters went out, how many this week, and how many have begun an application
    through either. Counts only: who answered what is theirs.
    """

    may_ask: bool
    token: str
    letters: int
    this_week: int
    begun: int


@dataclass(frozen=True)
class EmployerOfMine:
    """The employer on someone's record, and whether its lead may see their name."""

    name: str
    sees_name: bool


def asking_of(person: Person) -> Asking:
    """Return what came of a mentor's asking. Four queries."""
    week = Q(sent_at__gt=now() - timedelta(days=7))
    letters = Invitation.objects.written_by(person).aggregate(all=Count("pk"), week=Count("pk", filter=week))
    link = PersonalLink.objects.filter(person=person).first()
    return Asking(
        may_ask=Application.objects.of(person).filter(state=Application.State.APPROVED).exists(),
        token=link.token if link else "",
        letters=letters["all"],
        this_week=letters["week"],
        begun=Origin.objects.filter(invited_by=person).count(),
    )


def employer_of(person: Person) -> EmployerOfMine | None:
    """Return the employer on someone's record, or `None`. Two queries."""
    profile = MentorProfile.objects.filter(person=person, employer__isnull=False).select_related("employer").first()
    if profile is None or profile.employer is None:
        return None
    sees = NamingConsent.objects.filter(person=person, employer=profile.employer, ended_at=None).exists()
    return EmployerOfMine(profile.employer.name, sees)
