"""How far a sent application has come, as its applicant may know it: never what a referee or an interviewer said."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from onemm.lib.clock import now
from onemm.recruitment.models import Appeal, Application
from onemm.recruitment.queries import (
    Progress,
    Times,
    Wait,
    appeal_of,
    decision_of,
    expected_for,
    form_waiting_for,
    may_appeal,
    names_are_wanted,
    usual_times,
    waits_of,
)
from onemm.recruitment.rules.appeals import ANSWERED_WITHIN
from onemm.recruitment.rules.steps import KEPT_UP_TO_DATE
from onemm.web import drawings
from onemm.web.cells import Tag, When
from onemm.web.next_step import Button, Panel

State = Application.State
LOOKED_AT = frozenset({State.SUBMITTED, State.IN_SCREENING})
DAY = "j F"


@dataclass(frozen=True)
class Header:
    """What stands on top of an application that is over."""

    title: str
    lede: str
    button: Button | None = None


@dataclass(frozen=True)
class Said:
    """Something to know, in a frame."""

    title: str
    words: str
    tone: str = "plain"


@dataclass(frozen=True)
class WaitRow:
    """One thing that is waited for, with whom it lies and since when. It is `yours`, or `who` has it."""

    words: str
    yours: Tag | None
    who: str
    since: str


@dataclass(frozen=True)
class StageRow:
    """One stage after sending."""

    css: str
    title: str
    text: str
    is_now: bool
    is_done: bool


@dataclass(frozen=True)
class CheckForm:
    """Where the form for the check is filled in."""

    address: str
    words: str


@dataclass(frozen=True)
class Waits:
    """What is waited for, and when an answer may be expected."""

    rows: tuple[WaitRow, ...]
    check_form: CheckForm | None
    expected: Said
    expected_day: str
    times: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Beside:
    """The links and buttons beside it; an empty address means that it may not be done now."""

    referees: str
    talk: str
    talk_words: str
    steps: tuple[Button, ...]
    preview: str
    pause: str
    withdraw: str


@dataclass(frozen=True)
class StatusPage:
    """Everything on the page, in its order."""

    panel: Panel | None
    header: Header | None
    notice: Said | None
    may_appeal_words: str
    begin_again: str
    stages: tuple[StageRow, ...]
    waits: Waits | None
    sent: str
    beside: Beside | None


def status_page(application: Application, progress: Progress, *, is_eligible: bool) -> StatusPage:
    """Return it for an application that was sent. What is looked at was gathered before."""
    looked_at = application.state in LOOKED_AT
    withdrawn = application.state == State.WITHDRAWN
    declined = application.state == State.DECLINED
    appeal = appeal_of(decision_of(application)) if declined else None
    appealing = declined and may_appeal(application)
    return StatusPage(
        panel=_panel(application, progress),
        header=_header(application, appealing=appealing),
        notice=_notice(appeal),
        may_appeal_words="If you think that we got it wrong, you can ask for somebody else to look, within 28 days."
        if appealing
        else "",
        begin_again=reverse("mentor:application_start") if withdrawn and is_eligible else "",
        stages=() if withdrawn else _stages(progress),
        waits=_waits(application, progress) if looked_at else None,
        sent=When(application.submitted_at).words,
        beside=None if withdrawn else _beside(application, progress),
    )


def _panel(application: Application, progress: Progress) -> Panel | None:
    drawing, words = drawings.bridge(), progress.what_next
    if application.state == State.APPROVED:
        training = Button("Go to the training", reverse("mentor:training"))
        return Panel("You are approved", words, (training,), aside=drawing)
    if application.state == State.PAUSED:
        go_on = Button("Go on", reverse("mentor:application_resume"), posts=True)
        title, eyebrow = "Your application waits, as you asked", "Whenever you are ready"
        return Panel(title, words, (go_on,), eyebrow=eyebrow, aside=drawing)
    if application.is_over:
        return None
    if progress.lies_with == "you":
        buttons = _buttons(application, progress)
        also = () if buttons else ("If you have any trouble with the form, answer our letter.",)
        return Panel("Now it needs you", words, buttons, also=also, aside=drawing)
    news = When(progress.since, "ago").words
    also = (f"It is with {progress.lies_with}. The last news was {news}. You need do nothing now.",)
    return Panel("Your application is with us", words, eyebrow="What happens next", also=also, aside=drawing)


def _buttons(application: Application, progress: Progress) -> tuple[Button, ...]:
    """The way to what only the applicant can do, the first in gold."""
    asked = []
    if names_are_wanted(application):
        asked.append(("Give their names", reverse("mentor:application_referees")))
    if progress.talk is not None and progress.talk.may_choose:
        asked.append(("Choose a time to talk", reverse("mentor:application_talk")))
    form = form_waiting_for(application) if not asked else None
    if form is not None:
        asked.append(("Fill in the form for your check", form.address))
    return tuple(Button(label, url, "quiet" if at else "gold") for at, (label, url) in enumerate(asked))


def _header(application: Application, *, appealing: bool) -> Header | None:
    if application.state == State.DECLINED:
        ask = Button("Ask for a second look", reverse("mentor:application_appeal"), "quiet")
        lede = (
            "We have written to you. If you would like to talk about it, answer that letter, and somebody rings you "
            "within seven days."
        )
        return Header("We have decided not to go further now", lede, ask if appealing else None)
    if application.state == State.WITHDRAWN:
        lede = "You stopped it. You may begin another one whenever you like."
        return Header("This application is closed", lede, Button("Begin again", reverse("public:eligibility")))
    return None


def _notice(appeal: Appeal | None) -> Said | None:
    if appeal is None:
        return None
    if appeal.state == Appeal.State.OPEN:
        day = When(appeal.asked_at + timedelta(days=ANSWERED_WITHIN), DAY).words
        words = f"Somebody who had no part in the decision reads everything afresh, and writes to you by {day}."
        return Said("A second person looks at it", words, "wait")
    if appeal.state == Appeal.State.REFUSED:
        return Said("We have looked again, and the decision stands", appeal.answer)
    return None


def _stages(progress: Progress) -> tuple[StageRow, ...]:
    return tuple(
        StageRow(stage.state, stage.title, stage.text, stage.state == "now", stage.state == "done")
        for stage in progress.stages
    )


def _waits(application: Application, progress: Progress) -> Waits:
    times, form = usual_times(), form_waiting_for(application)
    day, expected = _expected(application, times)
    return Waits(
        rows=tuple(_row(wait, application, progress) for wait in waits_of(application)),
        check_form=CheckForm(form.address, form.words) if form is not None else None,
        expected=expected,
        expected_day=day,
        times=_times_in_words(times),
    )


def _row(wait: Wait, application: Application, progress: Progress) -> WaitRow:
    """A talk lies with the applicant only while there is a time to choose: until then we have to offer some."""
    no_times = wait.kind == "talk" and (progress.talk is None or not progress.talk.may_choose)
    ours = wait.side == "us" or no_times
    team = application.owner.full_name if application.owner is not None else "The team near you"
    lies_ahead = wait.since > now()
    return WaitRow(
        words="Offer you times to talk" if no_times else wait.words,
        yours=Tag("You", "wait") if wait.side == "applicant" and not no_times else None,
        who=team if ours and (no_times or application.owner is None) else wait.who,
        since=When(wait.since, DAY if lies_ahead else "ago").words,
    )


def _expected(application: Application, times: Times) -> tuple[str, Said]:
    title = "When you may expect an answer"
    expected = expected_for(application, times)
    if expected is None:
        words = (
            "There is too little to go by: too few applications have been decided, or too few have taken as long as "
            "yours. We would rather name no day than a wrong one. What we promise: nobody waits for us longer than "
            "seven days without hearing why."
        )
        return "", Said(title, words)
    words = (
        f"four times out of five between {When(expected.earliest, DAY).words} and {When(expected.latest, DAY).words}. "
        f"That is worked out from how long the last {expected.many} or more applications really took, not from what "
        "we wish."
    )
    return f"Around {When(expected.on, DAY).words}", Said(title, words, "good")


def _times_in_words(times: Times) -> tuple[tuple[str, str], ...]:
    """How long each step has really been taking, beside its name."""
    named = (
        ("Reading it", times.read),
        ("Two references", times.references),
        ("Our talk", times.talk),
        ("The check", times.check),
        ("The decision, once all is here", times.decision),
    )
    return tuple((name, spread.in_words() if spread else "Too few yet to say.") for name, spread in named)


def _beside(application: Application, progress: Progress) -> Beside:
    looked_at, declined = application.state in LOOKED_AT, application.state == State.DECLINED
    booked = progress.talk is not None and progress.talk.booking is not None
    steps = tuple(
        Button(row.step.title, reverse("mentor:application_step", args=[row.step.slug]))
        for row in progress.steps
        if row.step.slug in KEPT_UP_TO_DATE
    )
    return Beside(
        referees=reverse("mentor:application_referees") if looked_at else "",
        talk=reverse("mentor:application_talk") if looked_at else "",
        talk_words="Move it, cancel it, or put it into your calendar" if booked else "The times on offer",
        steps=() if declined else steps,
        preview="" if declined else reverse("mentor:application_preview"),
        pause="" if application.is_over or application.state == State.PAUSED else reverse("mentor:application_pause"),
        withdraw="" if application.is_over else reverse("mentor:application_withdraw"),
    )
