"""Which criteria an application meets now, from what is recorded."""

from dataclasses import dataclass

from onemm.lib.clock import today
from onemm.recruitment.models import Application, Reference
from onemm.recruitment.queries.records import checks_of, interview_of, references_of
from onemm.recruitment.rules.checks import MENTORING
from onemm.recruitment.rules.criteria import VERSION, Criterion, Facts, criteria
from onemm.recruitment.rules.mailboxes import mailbox_of


@dataclass(frozen=True)
class CriteriaReport:
    """Every criterion of one version, weighed on one day."""

    version: str
    criteria: tuple[Criterion, ...]

    @property
    def met(self) -> tuple[Criterion, ...]:
        return tuple(criterion for criterion in self.criteria if criterion.is_met)

    @property
    def unmet(self) -> tuple[Criterion, ...]:
        return tuple(criterion for criterion in self.criteria if not criterion.is_met)

    @property
    def is_met(self) -> bool:
        return not self.unmet


def criteria_of(application: Application) -> CriteriaReport:
    """Weigh the application by today's criteria, on today's date: what was fetched with it counts, so fetch it under
    the lock.
    """
    references = references_of(application)
    good = [reference for reference in references if reference.verdict == Reference.Verdict.YES]
    interview = interview_of(application)
    facts = Facts(
        good_referees=len({mailbox_of(reference.referee_email) for reference in good}),
        warned_against=any(reference.verdict == Reference.Verdict.NO for reference in references),
        scores=()
        if interview is None
        else (interview.listening, interview.boundaries, interview.commitment, interview.safety),
        check_is_valid=any(check.counts_for(MENTORING, today()) for check in checks_of(application)),
        conduct_agreed=application.conduct_agreed_at is not None,
        born=application.person.born,
        on=today(),
    )
    return CriteriaReport(VERSION, criteria(facts))
