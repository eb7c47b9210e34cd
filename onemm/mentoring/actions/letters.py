"""Letters to a pair and to those who look after them. First names only, and never the reason for a pause."""

from onemm.mentoring.models import Match
from onemm.mentoring.queries import coordinators_of
from onemm.notifications.actions import write_letter
from onemm.people.models import Person


def write_to(match: Match, person: Person, *, kind: str, subject: str, body: str, once: str) -> None:
    """Write one letter about a match, with the way to the page where this person sees it."""
    write_letter(
        to=person,
        kind=f"match:{kind}",
        subject=subject,
        body=body,
        link=_page_for(match, person),
        once=f"match:{kind}:{match.public_id}:{once}:{person.public_id}",
    )


def write_to_both(match: Match, *, kind: str, subject: str, body: str, once: str) -> None:
    """Write to both; `{other}` in the words becomes the other one's first name."""
    for person, other in ((match.mentor, match.young_person), (match.young_person, match.mentor)):
        words = {"other": other.first_name}
        write_to(match, person, kind=kind, subject=subject.format(**words), body=body.format(**words), once=once)


def write_to_coordinators(match: Match, *, kind: str, subject: str, body: str, once: str) -> None:
    """Write to everybody who looks after the pair; `{pair}` becomes both first names."""
    words = {"pair": f"{match.young_person.first_name} and {match.mentor.first_name}"}
    for person in coordinators_of(match.enrolment.programme.organisation):
        write_to(match, person, kind=kind, subject=subject.format(**words), body=body.format(**words), once=once)


def _page_for(match: Match, person: Person) -> str:
    door = {match.mentor_id: "/mentor/matches/", match.young_person_id: "/young/matches/"}.get(
        person.pk, "/partner/pairs/"
    )
    return f"{door}{match.public_id}/"
