"""Two rounds side by side."""

from dataclasses import dataclass

from onemm.lib.statistics import Estimate
from onemm.matching.models import Proposal, Round
from onemm.matching.queries.figures import Figures, figures_in
from onemm.matching.queries.proposals import proposals_in
from onemm.matching.rules import in_words, usual_choices, weights_from
from onemm.matching.rules.weights import fit_by
from onemm.matching.rules.words import named_after
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person


@dataclass(frozen=True)
class Side:
    """One round of a comparison.

    `fit` is the mean by the usual weights, so that rounds with different ones can be compared.
    """

    run: Round
    weights: str
    fit: float | None
    figures: Figures


@dataclass(frozen=True)
class Differs:
    """A young person to whom the two rounds gave different mentors, or a mentor and nobody, in words."""

    enrolment: Enrolment
    first: str
    second: str


@dataclass(frozen=True)
class Comparison:
    """Two rounds; of those whom both looked at, `differs` is whom they paired otherwise, `alike` how many they gave the
    same mentor.

    `alone` is how many of those who were given a mentor only one of the rounds looked at.
    """

    first: Side
    second: Side
    differs: tuple[Differs, ...]
    alike: int
    alone: int

    @property
    def crossed(self) -> tuple[tuple[str, Estimate | None, Estimate | None], ...]:
        """What the pairs of each cross, side by side."""
        sides = zip(self.first.figures.crossed, self.second.figures.crossed, strict=True)
        return tuple((label, first, second) for (label, first), (_, second) in sides)


def comparison_of(first: Round, second: Round) -> Comparison:
    """Compare what two rounds suggested, whatever became of it. Two queries."""
    first_proposals, second_proposals = (
        list(proposals_in(run).order_by("enrolment__person__first_name", "pk")) for run in (first, second)
    )
    before, after = (
        {proposal.enrolment.public_id: proposal for proposal in proposals}
        for proposals in (first_proposals, second_proposals)
    )
    given = dict.fromkeys([*before, *after])
    looked_at = (before.keys() | _left_out(first)) & (after.keys() | _left_out(second))
    in_both = [public_id for public_id in given if public_id in looked_at]
    differs = tuple(
        _differs(before.get(public_id), after.get(public_id))
        for public_id in in_both
        if _mentor(before.get(public_id)) != _mentor(after.get(public_id))
    )
    return Comparison(
        _side(first, first_proposals),
        _side(second, second_proposals),
        differs,
        len(in_both) - len(differs),
        len(given) - len(in_both),
    )


def _left_out(run: Round) -> set[str]:
    """Return the public ids of the enrolments that a round looked at and gave nobody."""
    return {entry["enrolment"] for entry in run.unmatched}


def _differs(first: Proposal | None, second: Proposal | None) -> Differs:
    names = [proposal.mentor.first_name if proposal else "" for proposal in (first, second)]
    return Differs((first or second).enrolment, named_after("", names[0]), named_after(*names))  # type: ignore[union-attr]  # one of them is there


def _mentor(proposal: Proposal | None) -> Person | None:
    return proposal.mentor if proposal else None


def _side(run: Round, proposals: list[Proposal]) -> Side:
    usual = weights_from(usual_choices())
    fits = [fit_by(usual, proposal.components) for proposal in proposals if proposal.components]
    return Side(run, in_words(run.weights), sum(fits) / len(fits) if fits else None, figures_in(run))
