"""What is next with one application, for whoever screens it: from what is waited for, as everywhere else."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator

from onemm.people.models import Person
from onemm.recruitment.models import Appeal, Application, Check, Decision
from onemm.recruitment.queries import (
    CriteriaReport,
    Wait,
    appeal_of,
    current_check_of,
    decision_of,
    next_step_from,
)
from onemm.recruitment.rules.appeals import ANSWERED_WITHIN
from onemm.web.cells import When
from onemm.web.next_step import Button, Panel

State = Application.State
GATHERING = "What to gather next"
DAY = "j F Y"


@dataclass(frozen=True)
class ApplicationNotice:
    """Something to know where there is nothing to press."""

    title: str
    words: tuple[str, ...]
    tone: str = "plain"
    button: Button | None = None


@dataclass(frozen=True)
class Situation:
    """An application as it stands now, with what its panel is made of."""

    application: Application
    waits: tuple[Wait, ...]
    criteria: CriteriaReport
    reader: Person

    @property
    def name(self) -> str:
        return str(self.application.person.first_name)

    @property
    def check(self) -> Check | None:
        return current_check_of(self.application)

    @property
    def still_open(self) -> str:
        unmet = self.criteria.unmet
        return f"Still open: {'; '.join(criterion.words for criterion in unmet)}." if unmet else ""

    def button(self, label: str, page: str, kind: str = "gold", *, posts: bool = False) -> Button:
        return Button(label, reverse(f"staff:{page}", args=[self.application.public_id]), kind, posts=posts)

    def gather(self, title: str, words: str, *buttons: Button) -> Panel:
        """A panel of screening: what is still open stands in it, and that one may decide all the same."""
        decide = self.button("Decide now", "application_decision", "quiet")
        return Panel(title, words, (*buttons, decide), self.still_open, GATHERING, level=2)


def panel_for(situation: Situation) -> Panel | None:
    """Return the one thing to do, or with whom it lies; `None` where nothing is to come."""
    step = next_step_from(situation.waits)
    if step is not None:
        return PANELS[step.kind](situation)
    return _with_others(situation) if situation.waits else None


def _read(situation: Situation) -> Panel:
    return Panel(
        "Read it, then take it in hand",
        f"{situation.name} gets a letter with your first name, and knows what comes next.",
        (situation.button("Start screening", "application_screen", posts=True),),
        level=2,
    )


def _ask(situation: Situation) -> Panel:
    first = situation.check is None
    words = "It takes longest, so it comes first." if first else "The one that is here does not count for this work."
    return situation.gather("Ask for a check", words, situation.button("Ask for a check", "application_check_request"))


def _hand_over(situation: Situation) -> Panel:
    return situation.gather(
        "Send the form for the check",
        f"It has been asked for. Say when the form is with {situation.name}, who gets a letter; or record the result "
        "once you have seen the certificate.",
        situation.button("The form is with the applicant now", "application_check_handover", posts=True),
        situation.button("Record the check’s result", "application_check_result", "quiet"),
    )


def _record(situation: Situation) -> Panel:
    return situation.gather(
        "The conversation",
        f"Talk with {situation.name}, and score the four parts afterwards.",
        situation.button("Record the conversation", "application_interview"),
    )


def _decide(situation: Situation) -> Panel:
    decide = situation.button("Decide", "application_decision")
    if situation.criteria.is_met:
        return _decide_when_met(situation, decide)
    check = situation.check
    if check is not None and check.state == Check.State.REFUSED:
        title = "The check stands in the way"
        words = "Two safeguarding leads have said that what it showed matters for this work. What is left is to decide."
    else:
        title, words = "Something stands in the way", "All has been gathered, but not every criterion is met."
    return Panel(title, words, (decide,), situation.still_open, GATHERING, level=2)


def _decide_when_met(situation: Situation, decide: Button) -> Panel:
    alike = next((one for one in situation.application.likenesses.all() if one.state == one.State.OPEN), None)
    if alike is not None:
        look = reverse("staff:application_likeness", args=[situation.application.public_id, alike.pk])
        return Panel(
            "Look first whether they are somebody we turned away",
            "All five criteria are met today. Until somebody has looked, you can decline, but not approve.",
            (Button("Look, and say what it is", look), Button(decide.label, decide.url, "quiet")),
            level=2,
        )
    words = f"All five criteria are met today. {situation.name} gets a letter as soon as you have decided."
    return Panel("Everything is here. Decide", words, (decide,), level=2)


def _appeal(situation: Situation) -> Panel:
    decision = decision_of(situation.application)
    appeal = appeal_of(decision)
    asked = Truncator(appeal.words).words(40) if appeal is not None else ""
    words = f"{situation.name} asks for somebody else to look at the decision: “{asked}”"
    title, eyebrow = "A second look is asked for", f"Within {ANSWERED_WITHIN} days"
    if decision is not None and decision.decided_by_id == situation.reader.pk:
        also = ("You decided this, so a colleague has to look.",)
        return Panel(title, words, eyebrow=eyebrow, level=2, also=also)
    return Panel(title, words, (situation.button("Look at it again", "application_appeal"),), "", eyebrow, level=2)


PANELS: dict[str, Callable[[Situation], Panel]] = {
    "read": _read,
    "ask": _ask,
    "hand_over": _hand_over,
    "record": _record,
    "decide": _decide,
    "appeal": _appeal,
}


def _with_others(situation: Situation) -> Panel:
    """Nothing lies with those who screen: say with whom it does, and offer a word to them."""
    kinds = {wait.kind for wait in situation.waits}
    if "weigh" in kinds:
        return situation.gather(
            "The check showed something",
            "Two safeguarding leads weigh whether it matters for this work. They have been told; what it showed stays "
            "with them.",
        )
    if kinds == {"form"}:
        return situation.gather(
            "The result of the check",
            f"Everything else is here. {situation.name} has the form; record the certificate once you have seen it.",
            situation.button("Record the check’s result", "application_check_result"),
        )
    told = situation.button("Record a reference", "application_reference", "quiet")
    remind = situation.button("Remind whoever it waits for", "application_remind", posts=True)
    return situation.gather(
        "Nothing waits for you here",
        " ".join(f"{wait.words}: {wait.who}." for wait in situation.waits),
        *((remind,) if any(wait.side != "us" for wait in situation.waits) else ()),
        *((told,) if "reference" in kinds else ()),
    )


def notices_for(application: Application) -> tuple[ApplicationNotice, ...]:
    """Return what is to be known of an application that is not being screened."""
    if application.state == State.PAUSED:
        words = "Nothing can be recorded until they go on. They can do so on their own page at any time."
        return (ApplicationNotice("The applicant asked us to wait", (words,), "wait"),)
    if application.state == State.WITHDRAWN:
        return (ApplicationNotice("The applicant withdrew", ("There is nothing to do.",)),)
    decision = decision_of(application) if application.is_over else None
    return (ApplicationNotice("Decided", tuple(_decided(decision))),) if decision is not None else ()


def _decided(decision: Decision) -> list[str]:
    outcome, day = decision.get_outcome_display().lower(), When(decision.decided_at, DAY).words
    criteria = f"by the criteria of {decision.criteria_version}"
    words = [f"{decision.decided_by.full_name} {outcome} this on {day}, {criteria}: {decision.reasons}"]
    appeal = appeal_of(decision)
    if appeal is not None and appeal.state != Appeal.State.OPEN and appeal.answered_by is not None:
        asked, answer = When(appeal.asked_at, DAY).words, appeal.get_state_display().lower()
        words.append(f"Appeal of {asked}: {answer} by {appeal.answered_by.full_name}. {appeal.answer}")
    return words
