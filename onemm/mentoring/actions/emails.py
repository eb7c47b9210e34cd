"""E-mails to a pair and to those who look after them. First names only, and never the reason for a pause."""

from onemm.mentoring.models import Match
from onemm.mentoring.queries import coordinators_of
from onemm.notifications.actions import write_email
from onemm.notifications.readers import Reader
from onemm.people.models import Person


def write_to(
    match: Match, person: Person, *, kind: str, values: dict[str, object], occasion: tuple[object, ...]
) -> None:
    """Write one e-mail about a match to one of the two, with the way to the page where they see it."""
    write_email(
        kind=kind,
        to=person,
        reader=Reader.MENTOR if person.pk == match.mentor_id else Reader.YOUNG_PERSON,
        values=values,
        about=match.public_id,
        occasion=occasion,
    )


def write_to_both(match: Match, *, kind: str, occasion: tuple[object, ...] = ()) -> None:
    """Write to both, each about the other one."""
    for person, other in ((match.mentor, match.young_person), (match.young_person, match.mentor)):
        write_to(match, person, kind=kind, values={"other": other.first_name}, occasion=(match.public_id, *occasion))


def write_to_coordinators(match: Match, *, kind: str, occasion: tuple[object, ...] = (), **values: object) -> None:
    """Write to everyone who looks after the pair, naming both."""
    pair = f"{match.young_person.first_name} and {match.mentor.first_name}"
    for person in coordinators_of(match.enrolment.programme.organisation):
        write_email(
            kind=kind,
            to=person,
            values={"pair": pair, **values},
            about=match.public_id,
            occasion=(match.public_id, *occasion),
        )
