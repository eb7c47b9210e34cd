"""Deciding one pair: against it, or bringing the two together."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.matching import queries
from onemm.matching.models import Proposal
from onemm.portals.partner.forms.rounds import DeclineForm, IntroductionForm


@dataclass(frozen=True)
class DeclinePage:
    """Not these two."""

    form: DeclineForm
    names: str
    back_url: str


@dataclass(frozen=True)
class IntroducePage:
    """Bringing two people together, once both have said yes."""

    form: IntroductionForm
    title: str
    back_url: str
    both_said_yes: bool
    reasons: tuple[str, ...]


def decline_page(proposal: Proposal, form: DeclineForm) -> DeclinePage:
    return DeclinePage(form, _names(proposal), _back(proposal))


def introduce_page(proposal: Proposal, form: IntroductionForm) -> IntroducePage:
    return IntroducePage(
        form=form,
        title=f"Bring {_names(proposal)} together",
        back_url=_back(proposal),
        both_said_yes=proposal.state == Proposal.State.ACCEPTED,
        reasons=queries.reasons_of(proposal) or ("They fit every limit.",),
    )


def _names(proposal: Proposal) -> str:
    return f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name}"


def _back(proposal: Proposal) -> str:
    return reverse("partner:round", args=[proposal.round.public_id])
