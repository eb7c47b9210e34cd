"""Letters about a proposal. First names only; no score, no distance, and never whose no it was."""

from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.rules import Reader
from onemm.mentoring.queries import coordinators_of
from onemm.notifications.actions import write_letter


def write_offer(proposal: Proposal) -> None:
    """Ask both, with why we thought of them."""
    _to_mentor(
        proposal,
        kind="offered",
        subject=f"Would you like to meet {_young(proposal)}?",
        body=f"We think that you and {_young(proposal)} would get on.{_because(proposal, Reader.MENTOR)}\n\nPlease say "
        "yes or no within two weeks. "
        "You meet only if you both say yes, and somebody from the school or group is there when you do.",
    )
    _to_young_person(
        proposal,
        kind="offered",
        subject=f"We have found a mentor you may like: {proposal.mentor.first_name}",
        body=f"We think that you and {proposal.mentor.first_name} would get "
        f"on.{_because(proposal, Reader.YOUNG_PERSON)}\n\nIt is your choice. Please say yes or no "
        "within two weeks. If you say no, you need not say why, and we look for somebody else.",
    )


def write_accepted(proposal: Proposal) -> None:
    """Both said yes: tell them, and ask the coordinators to bring them together."""
    next_step = (
        "Next, you will be brought together, with somebody you know in the room. We will tell you when, within two "
        "weeks."
    )
    _to_mentor(
        proposal,
        kind="accepted",
        subject=f"You and {_young(proposal)} both said yes",
        body=f"That is good news. {next_step}",
    )
    _to_young_person(
        proposal,
        kind="accepted",
        subject=f"You and {proposal.mentor.first_name} both said yes",
        body=f"That is good news. {next_step}",
    )
    _to_coordinators(
        proposal,
        kind="accepted",
        subject=f"{_pair(proposal)} both said yes",
        link=f"/partner/proposals/{proposal.public_id}/introduction/",
        body="Please bring them together within two weeks: be there yourself, and record the introduction on their "
        "page afterwards.",
    )


def write_mentor_said_no(proposal: Proposal) -> None:
    _to_young_person(
        proposal,
        kind="over",
        subject=f"{proposal.mentor.first_name} cannot be your mentor just now",
        body="This happens, and it is not about you. We are looking for somebody else, and will ask you again when we "
        "have found them.",
    )
    _tell_of_no(proposal)


def write_young_person_said_no(proposal: Proposal) -> None:
    _to_mentor(
        proposal,
        kind="over",
        subject=f"{_young(proposal)} will not be matched with you",
        body="Young people choose for themselves, for reasons of their own, and it is not about you. You are still on "
        "our list, "
        "and we will write when we have thought of somebody else.",
    )
    _tell_of_no(proposal)


def write_lapsed(proposal: Proposal) -> None:
    """Tell both that it will not be, without saying why: the reason may be somebody's private matter."""
    body = (
        "This can happen for many reasons, and does not mean that you did anything wrong. We keep looking, and will "
        "ask you again "
        "when we have thought of somebody else."
    )
    _to_mentor(proposal, kind="over", subject=f"You and {_young(proposal)}: this will not go ahead", body=body)
    _to_young_person(
        proposal, kind="over", subject=f"You and {proposal.mentor.first_name}: this will not go ahead", body=body
    )
    _to_coordinators(
        proposal,
        kind="over",
        subject=f"{_pair(proposal)} will not go ahead",
        link=f"/partner/rounds/{proposal.round.public_id}/",
        body="The offer is over, and both have been told. The next round looks for somebody else for the young person.",
    )


def _tell_of_no(proposal: Proposal) -> None:
    _to_coordinators(
        proposal,
        kind="over",
        subject=f"{_pair(proposal)} will not go ahead",
        link=f"/partner/rounds/{proposal.round.public_id}/",
        body="One of them said no, and the other has been told kindly. The next round looks for somebody else for the "
        "young person.",
    )


def _because(proposal: Proposal, to: Reader) -> str:
    why = "".join(f"\n- {reason}" for reason in reasons_of(proposal, to=to))
    return f"\n\nWhy we thought of the two of you:{why}" if why else ""


def _young(proposal: Proposal) -> str:
    return proposal.enrolment.person.first_name


def _pair(proposal: Proposal) -> str:
    return f"{_young(proposal)} and {proposal.mentor.first_name}"


def _to_mentor(proposal: Proposal, *, kind: str, subject: str, body: str) -> None:
    write_letter(
        to=proposal.mentor,
        kind=f"proposal:{kind}",
        subject=subject,
        body=body,
        link=f"/mentor/proposals/{proposal.public_id}/",
        once=f"proposal:{proposal.public_id}:{kind}:mentor",
    )


def _to_young_person(proposal: Proposal, *, kind: str, subject: str, body: str) -> None:
    write_letter(
        to=proposal.enrolment.person,
        kind=f"proposal:{kind}",
        subject=subject,
        body=body,
        link=f"/young/proposals/{proposal.public_id}/",
        once=f"proposal:{proposal.public_id}:{kind}:young",
    )


def _to_coordinators(proposal: Proposal, *, kind: str, subject: str, body: str, link: str) -> None:
    for person in coordinators_of(proposal.enrolment.programme.organisation):
        write_letter(
            to=person,
            kind=f"proposal:{kind}",
            subject=subject,
            body=body,
            link=link,
            once=f"proposal:{proposal.public_id}:{kind}:{person.public_id}",
        )
