"""What an employer's lead may know: how many of their people take part, never which, unless someone said so
themselves.
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from onemm.clearance.queries import cleared_mentors
from onemm.lib.disclosure import TOO_FEW, in_words, is_enough, steps_in_words
from onemm.mentoring.models import Match, Session
from onemm.outreach.models import Interest, Invitation, NamingConsent
from onemm.people.models import Person
from onemm.places.models import Organisation
from onemm.recruitment.models import Application

STEPS = ("Asked about it", "Sent an application", "Being screened, or screened", "Ready", "Matched")


@dataclass(frozen=True)
class EmployersView:
    """An employer's figures as they may be shown, and the names of those who allowed theirs."""

    letters: int
    letters_accepted: str
    steps: tuple[tuple[str, str], ...]
    hours: str
    names: tuple[str, ...]


def employers_view(employer: Organisation) -> EmployersView:
    """Return what an employer's lead may see. Five queries.

    Each step counts people of whom the one before was true too; `steps_in_words` hides what could tell of fewer than
    five. Hours are said once five people have given some.
    """
    letters = dict(
        Invitation.objects.from_employer(employer).order_by().values_list("state").annotate(many=Count("pk"))
    )
    interested = Interest.objects.filter(employer=employer).count()
    applied, screened, ready, matched = _reached(employer)
    return EmployersView(
        letters=sum(letters.values()),
        letters_accepted=in_words(letters.get(Invitation.State.ACCEPTED, 0)),
        steps=tuple(
            zip(STEPS, steps_in_words([max(interested, applied), applied, screened, ready, matched]), strict=True)
        ),
        hours=_hours(employer),
        names=tuple(person.full_name for person in named_people(employer)),
    )


def named_people(employer: Organisation) -> QuerySet[Person]:
    """Return those of an employer's people who let its lead see their name today."""
    standing = NamingConsent.objects.filter(employer=employer, ended_at=None, person__mentor_profile__employer=employer)
    people: QuerySet[Person] = Person.objects.active()
    return people.filter(pk__in=standing.values("person")).order_by("first_name", "last_name", "pk")


def _reached(employer: Organisation) -> tuple[int, int, int, int]:
    """People who sent an application, reached screening, are ready, and have been matched; each of those before."""
    sent = Application.objects.filter(person=OuterRef("pk"), submitted_at__isnull=False)
    people: QuerySet[Person] = Person.objects.active()
    cleared = cleared_mentors().values("pk")
    counts = (
        people.filter(mentor_profile__employer=employer)
        .annotate(
            sent=Exists(sent),
            screened=Exists(sent.filter(Q(screening_from__isnull=False) | Q(state=Application.State.APPROVED))),
            met=Exists(Match.objects.filter(mentor=OuterRef("pk"))),
        )
        .aggregate(
            applied=Count("pk", filter=Q(sent=True)),
            reached=Count("pk", filter=Q(screened=True)),
            ready=Count("pk", filter=Q(screened=True, pk__in=cleared)),
            matched=Count("pk", filter=Q(screened=True, pk__in=cleared, met=True)),
        )
    )
    return counts["applied"], counts["reached"], counts["ready"], counts["matched"]


def _hours(employer: Organisation) -> str:
    held = Session.objects.held().filter(match__mentor__mentor_profile__employer=employer)
    given = held.aggregate(people=Count("match__mentor", distinct=True), minutes=Sum("minutes"))
    if not is_enough(given["people"]):
        return f"{TOO_FEW} people have given any yet"
    return f"{given['minutes'] // 60:,}"
