"""Two rounds side by side."""

from dataclasses import dataclass

from onemm.matching.models import Proposal, Round
from onemm.matching.queries.figures import Estimate, Figures, figures_in
from onemm.matching.queries.proposals import proposals_in
from onemm.matching.rules import in_words, usual_choices, weights_from
from onemm.matching.rules.figures import fit_by
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person


@dataclass(frozen=True)
class Side:
    """One round of a comparison. `fit` is the mean by the usual weights, so that rounds with different ones can be compared."""

    run: Round
    weights: str
    fit: float | None
    figures: Figures


@dataclass(frozen=True)
class Differs:
    """A young person to whom the two rounds gave different mentors, or a mentor and nobody."""

    enrolment: Enrolment
    first: Person | None
    second: Person | None


@dataclass(frozen=True)
class Comparison:
    """Two rounds; `differs` is whom they paired otherwise, `alike` how many young people both gave the same mentor."""

    first: Side
    second: Side
    differs: tuple[Differs, ...]
    alike: int

    @property
    def crossed(self) -> tuple[tuple[str, Estimate | None, Estimate | None], ...]:
        """What the pairs of each cross, side by side."""
        sides = zip(self.first.figures.crossed, self.second.figures.crossed, strict=True)
        return tuple((label, one, two) for (label, one), (_, two) in sides)


def comparison_of(first: Round, second: Round) -> Comparison:
    """Compare what two rounds suggested, whatever became of it. Two queries."""
    one, two = (list(proposals_in(run).order_by("enrolment__person__first_name", "pk")) for run in (first, second))
    before, after = ({proposal.enrolment_id: proposal for proposal in proposals} for proposals in (one, two))
    differs = tuple(
        Differs((before.get(number) or after[number]).enrolment, _mentor(before.get(number)), _mentor(after.get(number)))
        for number in dict.fromkeys([*before, *after])
        if _mentor(before.get(number)) != _mentor(after.get(number))
    )
    alike = len(before.keys() | after.keys()) - len(differs)
    return Comparison(_side(first, one), _side(second, two), differs, alike)


def _mentor(proposal: Proposal | None) -> Person | None:
    return proposal.mentor if proposal else None


def _side(run: Round, proposals: list[Proposal]) -> Side:
    usual = weights_from(usual_choices())
    fits = [fit_by(usual, proposal.components) for proposal in proposals if proposal.components]
    return Side(run, in_words(run.weights), sum(fits) / len(fits) if fits else None, figures_in(run))
