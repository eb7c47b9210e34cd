"""What other organisations see of a mentor's passport, and what came of checking one."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.clearance.rules import LIST_STANDS, Outcome, Says, Verdict
from onemm.lib.states import Tone
from onemm.web.cells import When
from onemm.web.forms import Form

TOO_MANY = (
    "So many passports have been looked at from your network in the last hour that we stopped here. Please try again "
    "in an hour."
)
NOT_OURS = (
    "This is not a passport of ours",
    (
        "Either we did not sign it, or somebody has changed it since. Please do not rely on it. If a letter was lost "
        "in copying, try once more with the file itself."
    ),
)
FINDINGS = {
    Outcome.VALID: (
        "This passport is true and valid",
        "We signed it, nobody has changed it, and it stands today.",
    ),
    Outcome.REVOKED: (
        "This passport is no longer valid",
        "We signed it, and it was ended. Please do not rely on it. Its holder may have a new one.",
    ),
    Outcome.EXPIRED: ("This passport has run out", "Ask its holder for a new one."),
}


@dataclass(frozen=True)
class Line:
    """A line of what a passport says."""

    label: str
    words: str


@dataclass(frozen=True)
class Finding:
    """What came of a check; what the passport says, only where it may be relied on."""

    tone: Tone
    title: str
    words: str
    says: tuple[Line, ...] = ()


@dataclass(frozen=True)
class EndedList:
    """A list of those that have ended, its file, and how the sentence goes on after it."""

    name: str
    url: str
    after: str


@dataclass(frozen=True)
class CheckPage:
    """The file or its text, judged on the same page; and what is needed to check one without us."""

    form: Form
    finding: Finding | None
    only_list: str
    lists: tuple[EndedList, ...]
    list_days: int
    lede: str = (
        "Has a mentor shown you a passport of ours? See whether it is true, what it says, and whether it still stands."
    )


@dataclass(frozen=True)
class PassportPage:
    """One passport, while its holder shows it; without lines it is no longer valid, and says nothing else."""

    title: str
    says: tuple[Line, ...]
    lede: str = "Please do not rely on it. Its holder may have a new one."


@dataclass(frozen=True)
class TooManyPage:
    """So many have been looked at from one network that we stop."""

    words: str = TOO_MANY


def check_page(form: Form, verdict: Verdict | None, list_numbers: range) -> CheckPage:
    lists = tuple(
        EndedList(
            f"list {number}", _list_url(number), "," if number < list_numbers[-1] else "; a passport names its own."
        )
        for number in list_numbers
    )
    return CheckPage(
        form=form,
        finding=_finding(verdict) if verdict is not None else None,
        only_list=lists[0].url if len(lists) == 1 else "",
        lists=lists,
        list_days=LIST_STANDS.days,
    )


def passport_page(says: Says | None) -> PassportPage:
    """Return the page of a passport that stands, or, with nothing to say, of one that no longer does."""
    if says is None:
        return PassportPage("Mentor passport: no longer valid", ())
    return PassportPage("Mentor passport: valid", _lines(says))


def _list_url(number: int) -> str:
    return reverse("public:passport_list", args=[number])


def _finding(verdict: Verdict) -> Finding:
    title, words = FINDINGS.get(verdict.outcome, NOT_OURS)
    if verdict.outcome is Outcome.VALID and verdict.says is not None:
        return Finding("good", title, words, _lines(verdict.says))
    return Finding("late", title, words)


def _lines(says: Says) -> tuple[Line, ...]:
    training = (
        Line("Training", f"{course.title}, {course.minutes} minutes, passed {When(course.passed_on).words}")
        for course in says.training
    )
    return (
        Line("Name", says.name),
        Line("Check", f"{says.check_level}, dated {When(says.checked_on).words}"),
        Line("References and interview", "Two references and an interview"),
        Line("Approved", f"{When(says.approved_on).words}, by One Million Mentors"),
        *training,
        Line("Issued", When(says.issued_at).words),
        Line("Valid until", When(says.ends_at).words),
    )
