"""Deciding about two people: not these two, or bringing them together."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.portals.partner.forms.rounds import DeclineForm, IntroductionForm

FITS = ("They fit every limit.",)
"""What is said for two people where nothing more can be."""


@dataclass(frozen=True)
class DeclinePage:
    """Why not these two."""

    pair: str
    back_url: str
    form: DeclineForm


@dataclass(frozen=True)
class IntroducePage:
    """The meeting to record, with what helps it; no form before both have said yes."""

    title: str
    back_url: str
    form: IntroductionForm
    may_meet: bool
    reasons: tuple[str, ...]


def decline_page(proposal: Proposal, form: DeclineForm) -> DeclinePage:
    return DeclinePage(names_of(proposal), round_of(proposal), form)


def introduce_page(proposal: Proposal, form: IntroductionForm) -> IntroducePage:
    return IntroducePage(
        title=f"Bring {names_of(proposal)} together",
        back_url=round_of(proposal),
        form=form,
        may_meet=proposal.state == Proposal.State.ACCEPTED,
        reasons=reasons_of(proposal) or FITS,
    )


def names_of(proposal: Proposal) -> str:
    return f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name}"


def round_of(proposal: Proposal) -> str:
    """Return the address of the round that a proposal belongs to."""
    return reverse("partner:round", args=[proposal.round.public_id])
