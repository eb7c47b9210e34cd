"""Proposals for a page, and why these two, told to whoever reads."""

from dataclasses import dataclass

from django.db.models import Q

from onemm.matching.models import Proposal, ProposalQuerySet, Round
from onemm.matching.rules import LABELS, Names, Reader
from onemm.matching.rules.words import reasons_for, sentence_for
from onemm.people.models import Person


@dataclass(frozen=True)
class Component:
    """One named part of a score for a page: `value` from 0 to 1, and a sentence for the coordinator."""

    name: str
    label: str
    value: float
    words: str


def proposals_in(run: Round) -> ProposalQuerySet:
    """Return a round's proposals with what a card shows, best first."""
    return Proposal.objects.filter(round=run).select_related(
        "enrolment__person", "enrolment__programme__site", "mentor__mentor_profile", "over_by"
    )


def offered_to(person: Person) -> ProposalQuerySet:
    """Return the proposals that someone, mentor or young person, has been asked about and that are still open."""
    return (
        Proposal.objects.live()
        .filter(Q(mentor=person) | Q(enrolment__person=person), offered_at__isnull=False)
        .select_related("enrolment__person", "enrolment__programme__site", "mentor__mentor_profile")
        .order_by("offered_at")
    )


def to_introduce(person: Person) -> ProposalQuerySet:
    """Return the pairs that both said yes and wait for their introduction, longest first, for whoever runs their
    rounds.
    """
    return (
        Proposal.objects.visible_to(person)
        .filter(state=Proposal.State.ACCEPTED, match=None)
        .exclude(mentor=person)
        .exclude(enrolment__person=person)
        .select_related("enrolment__person", "enrolment__programme", "mentor")
        .order_by("offered_at")
    )


def components_of(proposal: Proposal) -> tuple[Component, ...]:
    """Return the parts of a score that say something to the coordinator, in the engine's order."""
    names = _names(proposal)
    sentences = [(part, sentence_for(part, names, Reader.COORDINATOR)) for part in proposal.components]
    return tuple(
        Component(part["name"], LABELS[part["name"]], part["value"], words) for part, words in sentences if words
    )


def reasons_of(proposal: Proposal, *, to: Reader = Reader.COORDINATOR) -> tuple[str, ...]:
    """Return why these two, in sentences written for this reader, the weightiest first.

    No figure of a score among them.
    """
    return reasons_for(proposal.components, _names(proposal), to)


def _names(proposal: Proposal) -> Names:
    enrolment = proposal.enrolment
    return Names(enrolment.person.first_name, proposal.mentor.first_name, enrolment.programme.site.name)
