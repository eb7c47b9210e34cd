"""How far an application has come, as its applicant may know it: never what a referee or an interviewer said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from onemm.lib.clock import today
from onemm.recruitment.models import Application, Check
from onemm.recruitment.queries.records import checks_of, interview_of, references_of
from onemm.recruitment.queries.referees import names_are_wanted
from onemm.recruitment.queries.talks import Talk, talk_of, when_in_words
from onemm.recruitment.queries.waits import APPLICANT, waits_of
from onemm.recruitment.rules.checks import MENTORING
from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.steps import STEPS, Step, minutes_left, missing_from

State = Application.State


@dataclass(frozen=True)
class StepDone:
    """One step of the form, and whether it is done or the one to do now."""

    step: Step
    done: bool
    current: bool


@dataclass(frozen=True)
class Stage:
    """One stage after sending. `state` is done, now or next."""

    title: str
    text: str
    state: str


@dataclass(frozen=True)
class Progress:
    """The steps of the form, the stages after it, with whom it lies and since when."""

    steps: tuple[StepDone, ...]
    minutes_left: int
    stages: tuple[Stage, ...]
    lies_with: str
    since: datetime
    what_next: str
    talk: Talk | None
    """How they stand with their talk, while the application is being looked at."""

    @property
    def is_complete(self) -> bool:
        """Every step is done, so that it can be sent."""
        return all(step.done for step in self.steps)

    @property
    def next_step(self) -> Step | None:
        return next((step.step for step in self.steps if step.current), None)

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)


def progress_of(application: Application) -> Progress:
    """Return how far it has come.

    Two queries for what `application_of` returned, a few more while it is being looked at; see `gather`.
    """
    missing = missing_from(application.steps_done)
    steps = tuple(
        StepDone(step, done=step not in missing, current=bool(missing) and step == missing[0]) for step in STEPS
    )
    checks = checks_of(application)
    talk = talk_of(application) if application.state in {State.SUBMITTED, State.IN_SCREENING} else None
    lies_with, what_next = _turn(application, talk)
    return Progress(
        steps,
        minutes_left(application.steps_done),
        _stages(application, checks, talk),
        lies_with,
        application.moved_at,
        what_next,
        talk,
    )


def _stages(application: Application, checks: list[Check], talk: Talk | None) -> tuple[Stage, ...]:
    sent, screened = application.submitted_at is not None, application.screening_from is not None
    references = min(len(references_of(application)), REFERENCES_NEEDED)
    talked = interview_of(application) is not None
    taken = talk.booking.slot.starts_at if talk is not None and talk.booking is not None else None
    counts = any(check.counts_for(MENTORING, today()) for check in checks)
    check = max(checks, key=lambda check: check.pk, default=None)
    checked = counts or (application.is_over and check is not None and not check.is_under_way)
    facts = (
        ("You apply", "Your answers are with us." if sent else "Six small steps, about ten minutes.", sent),
        ("Somebody reads it", "Within seven days of sending.", screened),
        (
            "Two people speak for you",
            f"{references} of {REFERENCES_NEEDED} have answered.",
            references >= REFERENCES_NEEDED,
        ),
        (
            "We talk",
            "We have talked."
            if talked
            else f"On {when_in_words(taken)}."
            if taken
            else "Half an hour, in person or by video.",
            talked,
        ),
        ("Your check", _check_in_words(check), checked),
        (
            "The decision",
            "By a person, with everything in front of them.",
            application.state in {State.APPROVED, State.DECLINED},
        ),
    )
    first_open = next((at for at, (_, _, done) in enumerate(facts) if not done), len(facts))
    return tuple(
        Stage(title, text, "done" if done else "now" if at == first_open and not application.is_over else "next")
        for at, (title, text, done) in enumerate(facts)
    )


def _check_in_words(check: Check | None) -> str:
    if check is None:
        return "We ask for it; it costs you nothing."
    return {
        Check.State.REQUESTED: "We have asked for it.",
        Check.State.WITH_APPLICANT: "The form is with you.",
        Check.State.NEEDS_DECISION: "We are looking at it.",
    }.get(Check.State(check.state), "It has come back.")


def _asks(application: Application, talk: Talk | None) -> Iterator[str]:
    """What only the applicant can do now: what waits for them, as everywhere else; a talk once there is a time."""
    kinds = {wait.kind for wait in waits_of(application) if wait.side == APPLICANT}
    if "names" in kinds:
        many = (
            "three people who know you and are not family"
            if names_are_wanted(application) == REFERENCES_NEEDED
            else "one more person who knows you and is not family"
        )
        yield f"Please name {many}. We write to them the same day."
    if "talk" in kinds and talk is not None and talk.may_choose:
        yield "Please choose a time to talk with us."
    if "form" in kinds:
        yield "Please fill in the form for your check and show your identity papers."


def _turn(application: Application, talk: Talk | None) -> tuple[str, str]:
    """Return with whom it lies and what happens next."""
    asks = list(_asks(application, talk))
    if asks:
        return "you", " ".join([*asks, "Meanwhile we go on with the rest."])
    return {
        State.STARTED: ("you", "Carry on when it suits you. Everything you have answered is kept."),
        State.SUBMITTED: (
            "the programme manager",
            "Somebody will read it and write to you within seven days of sending.",
        ),
        State.IN_SCREENING: (
            "the programme manager",
            "We hear from two people who know you, talk with you, and ask for your check.",
        ),
        State.PAUSED: ("you", "It waits, as you asked. Nothing happens until you say “go on”."),
        State.APPROVED: ("you", "Do the training. When you have passed, we look for a young person near you."),
        State.DECLINED: ("nobody", "We have written to you. If you would like to talk about it, answer that letter."),
        State.WITHDRAWN: ("nobody", "You stopped this application. You may begin another one whenever you like."),
    }[State(application.state)]
