"""Who may be involved in a concern: those named in it, the other side of their pairs, and anyone found by name."""

from dataclasses import dataclass

from django.db.models import Q

from onemm.mentoring.models import Match
from onemm.people.models import Person
from onemm.safeguarding.models import Concern, Restriction

MOST_FOUND = 20


@dataclass(frozen=True)
class Involved:
    """Someone, their part in a pair in words, and the restriction that stands, if one does."""

    person: Person
    role: str
    restriction: Restriction | None

    @property
    def label(self) -> str:
        return f"{self.person.full_name}: {self.role}" if self.role else self.person.full_name


def people_involved(concern: Concern, words: str = "") -> list[Involved]:
    """Return them, those named first. Three queries."""
    named = [person for person in (concern.about, concern.raised_by) if person is not None]
    match_of = Q(mentor__in=named) | Q(young_person__in=named)
    if words:
        match_of |= Q(mentor__first_name__icontains=words) | Q(mentor__last_name__icontains=words)
        match_of |= Q(young_person__first_name__icontains=words) | Q(young_person__last_name__icontains=words)
    matches = (
        Match.objects.filter(match_of)
        .select_related("mentor", "young_person")
        .order_by("-introduced_on", "pk")[:MOST_FOUND]
    )
    roles: dict[Person, str] = dict.fromkeys(named, "")
    for match in matches:
        roles[match.mentor] = roles.get(match.mentor) or f"mentor, with {match.young_person.first_name}"
        roles[match.young_person] = roles.get(match.young_person) or f"young person, with {match.mentor.first_name}"
    standing = {
        restriction.person_id: restriction
        for restriction in Restriction.objects.standing().filter(person__in=roles).select_related("imposed_by")
    }
    return [Involved(person, role, standing.get(person.pk)) for person, role in roles.items()]
