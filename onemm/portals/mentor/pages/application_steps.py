"""Filling in an application: one step, the answers read over, and how a young person would see it."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.portals.mentor.forms.application import Send, StepForm
from onemm.recruitment.models import Application
from onemm.recruitment.queries import Answered, answers_given, profile_of
from onemm.recruitment.rules.steps import BRING, STEPS, Step, missing_from
from onemm.web.proposals import AboutMentor

CLOSED = frozenset({Application.State.DECLINED, Application.State.WITHDRAWN})


@dataclass(frozen=True)
class Place:
    """Where a step stands among the others."""

    number: int
    total: int
    words: str


@dataclass(frozen=True)
class StepPage:
    """One small group of questions; without a place the application has been sent, and this is kept up to date."""

    title: str
    place: Place | None
    form: StepForm


@dataclass(frozen=True)
class StepAnswers:
    """What was answered in one step, and the way back to it."""

    title: str
    answers: tuple[tuple[str, str], ...]
    url: str
    label: str


@dataclass(frozen=True)
class CheckPage:
    """Every answer once more; with `missing_url` something is left to answer first."""

    steps: tuple[StepAnswers, ...]
    missing_url: str
    form: Send


@dataclass(frozen=True)
class PreviewPage:
    """What a young person would read."""

    name: str
    title: str
    about: AboutMentor
    change_url: str


def step_page(application: Application, step: Step, form: StepForm) -> StepPage:
    place = Place(STEPS.index(step) + 1, len(STEPS), step.text) if application.is_being_written else None
    return StepPage(step.title, place, form)


def check_page(application: Application, form: Send) -> CheckPage:
    missing = missing_from(application.steps_done)
    return CheckPage(
        steps=tuple(_answers(answered) for answered in answers_given(application)),
        missing_url=address_of(missing[0]) if missing else "",
        form=form,
    )


def preview_page(application: Application) -> PreviewPage:
    name, profile = application.person.first_name, profile_of(application)
    return PreviewPage(
        name=name,
        title=f"Would you like to meet {name}?",
        about=AboutMentor(profile.occupation, profile.retired, profile.words),
        change_url="" if application.state in CLOSED else reverse("mentor:application_step", args=[BRING]),
    )


def address_of(step: Step) -> str:
    return reverse("mentor:application_step", args=[step.slug])


def _answers(answered: Answered) -> StepAnswers:
    label = "Change" if answered.answers else "Answer"
    return StepAnswers(answered.step.title, tuple(answered.answers), address_of(answered.step), label)
