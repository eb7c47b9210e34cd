"""What pages want to know about letters."""

from django.db.models import Q

from onemm.notifications.models import Letter, LetterQuerySet
from onemm.people.models import Person

STANDINGS = (
    ("waiting", "Waiting to go out"),
    ("sent", "Sent"),
    ("given_up", "Given up"),
    ("at_home", "Read on the home page"),
)


def unread_letters_of(person: Person) -> LetterQuerySet:
    """Return what a person has not read yet, newest first."""
    return Letter.objects.unread_by(person)


def outbox(*, person: Person, standing: str = "", words: str = "") -> LetterQuerySet:
    """Return the letters that somebody may see, newest first: all, or those of one standing, or with these words in the
    subject, the address or the reader's name."""
    letters = Letter.objects.visible_to(person).select_related("to")
    narrowed = {
        "waiting": letters.waiting(),
        "sent": letters.filter(sent_at__isnull=False),
        "given_up": letters.filter(given_up_at__isnull=False),
        "at_home": letters.filter(address=""),
    }.get(standing, letters)
    if not words:
        return narrowed
    return narrowed.filter(
        Q(subject__icontains=words)
        | Q(address__icontains=words)
        | Q(to__first_name__icontains=words)
        | Q(kind__icontains=words)
    )
