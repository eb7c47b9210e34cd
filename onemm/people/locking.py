"""Holding people while something about them is decided.

The order of locks is the same everywhere: people by number, then the rows that name them. The lock is the one that lets
others refer to the row (`no_key`), so that an e-mail to someone never waits for it.
"""

from onemm.people.models import Person


def lock_people(*numbers: int) -> dict[int, Person]:
    """Hold the rows of these people until the transaction ends, and return them by number."""
    return {
        person.pk: person
        for person in Person.objects.select_for_update(no_key=True).filter(pk__in=numbers).order_by("pk")
    }
