"""E-mails about a proposal. First names only; no score, no distance, and never whose no it was."""

from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.rules import Reader as ReasonsFor
from onemm.mentoring.queries import coordinators_of
from onemm.notifications.actions import write_email
from onemm.notifications.readers import Reader
from onemm.people.models import Person


def write_offer(proposal: Proposal) -> None:
    """Ask both, with why we thought of them."""
    _write(
        proposal,
        proposal.mentor,
        kind="proposal.offered_to_mentor",
        young_person=_young_person(proposal).first_name,
        reasons=list(reasons_of(proposal, to=ReasonsFor.MENTOR)),
    )
    _write(
        proposal,
        _young_person(proposal),
        kind="proposal.offered_to_young_person",
        mentor=proposal.mentor.first_name,
        reasons=list(reasons_of(proposal, to=ReasonsFor.YOUNG_PERSON)),
    )


def write_accepted(proposal: Proposal) -> None:
    """Both said yes: tell them, and ask the coordinators to bring them together."""
    _write_to_both(proposal, kind="proposal.accepted")
    _write_to_coordinators(proposal, kind="proposal.accepted_for_coordinator", about=proposal.public_id)


def write_mentor_said_no(proposal: Proposal) -> None:
    _write(proposal, _young_person(proposal), kind="proposal.mentor_declined", mentor=proposal.mentor.first_name)
    _tell_of_no(proposal)


def write_young_person_said_no(proposal: Proposal) -> None:
    _write(
        proposal,
        proposal.mentor,
        kind="proposal.young_person_declined",
        young_person=_young_person(proposal).first_name,
    )
    _tell_of_no(proposal)


def write_lapsed(proposal: Proposal) -> None:
    """Tell both that it will not be, without saying why: the reason may be someone's private matter."""
    _write_to_both(proposal, kind="proposal.lapsed")
    _write_to_coordinators(proposal, kind="proposal.lapsed_for_coordinator", about=proposal.round.public_id)


def _tell_of_no(proposal: Proposal) -> None:
    _write_to_coordinators(proposal, kind="proposal.declined_for_coordinator", about=proposal.round.public_id)


def _young_person(proposal: Proposal) -> Person:
    return proposal.enrolment.person


def _write_to_both(proposal: Proposal, *, kind: str) -> None:
    mentor, young_person = proposal.mentor, _young_person(proposal)
    _write(proposal, mentor, kind=kind, reader=Reader.MENTOR, other=young_person.first_name)
    _write(proposal, young_person, kind=kind, reader=Reader.YOUNG_PERSON, other=mentor.first_name)


def _write(proposal: Proposal, person: Person, *, kind: str, reader: Reader | None = None, **values: object) -> None:
    write_email(
        kind=kind,
        to=person,
        reader=reader,
        values=values,
        about=proposal.public_id,
        occasion=(proposal.public_id,),
    )


def _write_to_coordinators(proposal: Proposal, *, kind: str, about: str) -> None:
    pair = f"{_young_person(proposal).first_name} and {proposal.mentor.first_name}"
    for person in coordinators_of(proposal.enrolment.programme.organisation):
        write_email(kind=kind, to=person, values={"pair": pair}, about=about, occasion=(proposal.public_id,))
