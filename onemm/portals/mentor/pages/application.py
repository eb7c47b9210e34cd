"""A mentor's way in: what to do first, the steps that can be left and resumed, or how far it has come."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.portals.mentor.pages.application_status import StatusPage, status_page
from onemm.recruitment.models import Application
from onemm.recruitment.queries import Progress, progress_of
from onemm.web import drawings
from onemm.web.cells import Tag
from onemm.web.next_step import Button, Panel


@dataclass(frozen=True)
class StepRow:
    """One step of the form."""

    url: str
    title: str
    text: str
    tag: Tag
    do: str


@dataclass(frozen=True)
class StepsPart:
    """The steps of an application that is being written."""

    panel: Panel
    rows: tuple[StepRow, ...]
    withdraw: str


@dataclass(frozen=True)
class ApplicationPage:
    """One of the three: how to begin, the steps, or how far it has come."""

    start: Panel | None = None
    steps: StepsPart | None = None
    status: StatusPage | None = None


def application_page(
    application: Application | None, *, is_eligible: bool, knows_what_to_expect: bool
) -> ApplicationPage:
    if application is None:
        return ApplicationPage(start=_start(is_eligible=is_eligible, knows_what_to_expect=knows_what_to_expect))
    progress = progress_of(application)
    if application.is_being_written:
        return ApplicationPage(steps=_steps(progress))
    return ApplicationPage(status=status_page(application, progress, is_eligible=is_eligible))


def _start(*, is_eligible: bool, knows_what_to_expect: bool) -> Panel:
    drawing = drawings.bridge()
    if is_eligible and not knows_what_to_expect:
        return Panel(
            "You can apply. First, seven honest things",
            "Two minutes on what the year is really like. Say yes to each, and your answers go with your application.",
            (Button("Read the seven", reverse("public:eligibility_expectations")),),
            aside=drawing,
        )
    if is_eligible:
        return Panel(
            "You can apply",
            "Six small steps, about ten minutes in all. Everything you answer is kept, so you can stop and come back.",
            (Button("Begin my application", reverse("mentor:application_start"), posts=True),),
            aside=drawing,
        )
    return Panel(
        "First, four questions",
        "They take two minutes and tell you at once whether you can apply.",
        (Button("Answer the questions", reverse("public:eligibility")),),
        aside=drawing,
    )


def _steps(progress: Progress) -> StepsPart:
    way = drawings.year_arc(progress.done, len(progress.steps), "steps done")
    step = progress.next_step
    if step is None:
        panel = Panel(
            "Read it over, and send it",
            "Every step is done. Look at your answers once more. Nobody reads them before you send them.",
            (Button("Check my answers", reverse("mentor:application_check")),),
            eyebrow="Last step",
            aside=way,
        )
    else:
        left = progress.minutes_left
        words = f"{step.text} About {left} minute{'' if left == 1 else 's'} left in all."
        label = "Carry on" if progress.done else "Begin"
        button = Button(label, reverse("mentor:application_step", args=[step.slug]))
        panel = Panel(step.title, words, (button,), aside=way)
    return StepsPart(panel, tuple(_rows(progress)), reverse("mentor:application_withdraw"))


def _rows(progress: Progress) -> list[StepRow]:
    return [
        StepRow(
            reverse("mentor:application_step", args=[row.step.slug]),
            row.step.title,
            row.step.text,
            Tag("Done", "good") if row.done else Tag("Next", "wait") if row.current else Tag("To do"),
            "Change" if row.done else "Answer",
        )
        for row in progress.steps
    ]
