"""Who may meet a young person today: worked out each time it is asked, never stored."""

from django.db.models import QuerySet

from onemm.learning.queries import trained_people
from onemm.people.models import Person
from onemm.recruitment.queries import approved_people
from onemm.safeguarding.queries import restricted_people


def cleared_mentors() -> "QuerySet[Person]":
    """People who may meet a young person today: approved, checked, trained and not restricted; full or not."""
    active: QuerySet[Person] = Person.objects.active()
    return (
        active.filter(mentor_profile__isnull=False, pk__in=approved_people())
        .filter(pk__in=trained_people())
        .exclude(pk__in=restricted_people())
    )


def is_cleared(person: Person) -> bool:
    return cleared_mentors().filter(pk=person.pk).exists()
