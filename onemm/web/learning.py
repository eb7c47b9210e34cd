"""The pages of a unit, the same behind every door: its text, its questions, and what came of them.

A portal says whose door it is and hands in what training knows and does: the design system lies beneath it and knows no
courses.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.lessons import UnitLinks, answers_page, links_of, questions_page, unit_page
from onemm.web.next_step import NextStep
from onemm.web.pages import show, submit
from onemm.web.questions import QuestionLike, Questions
from onemm.web.requests import Request


class AskedLike(Protocol):
    """What is asked after a unit: nothing until it is read, or when no try is left."""

    @property
    def is_read(self) -> bool: ...
    @property
    def tries_left(self) -> int: ...
    @property
    def questions(self) -> Iterable[QuestionLike]: ...
    @property
    def answers(self) -> dict[str, str] | None: ...


class Known(Protocol):
    """What training tells about a unit that someone has open (`training.queries`)."""

    def opened(self, person: Person, course: str, unit: str, *, audience: str) -> Any | None: ...
    def asked_after(self, opened: Any) -> AskedLike: ...
    def judged_in(self, opened: Any) -> Any | None: ...


class Done(Protocol):
    """What someone can do with a unit (`training.actions`)."""

    def read_unit(self, *, person: Person, course: str, unit: str, version: str) -> object: ...
    def keep_answers(self, *, person: Person, course: str, unit: str, answers: dict[str, str]) -> object: ...
    def take_quiz(self, *, person: Person, course: str, unit: str, answers: dict[str, str]) -> object: ...


@dataclass(frozen=True, kw_only=True)
class UnitPages:
    """The pages of every unit behind one portal's door. `back_label` is what that portal calls its list of courses."""

    portal: str
    gate: Permission
    audience: str
    back_label: str
    queries: Known
    actions: Done
    onward: Callable[[Any], NextStep]

    def routes(self) -> list[URLPattern]:
        at = "training/<slug:course>/units/<slug:unit>/"
        return [
            path(at, requires(self.gate)(self.unit), name="unit"),
            path(f"{at}questions/", requires(self.gate)(self.questions), name="questions"),
            path(f"{at}answers/", requires(self.gate, methods=("GET",))(self.answers), name="answers"),
        ]

    def unit(self, request: Request, course: str, unit: str) -> HttpResponse:
        opened = self._opened(request, course, unit)
        if request.method == "POST":
            self.actions.read_unit(
                person=request.user, course=course, unit=unit, version=request.POST.get("version", "")
            )
            return redirect(f"{self.portal}:questions", course, unit)
        return show(request, "learning/unit.html", unit_page(opened, self._links(opened)))

    def questions(self, request: Request, course: str, unit: str) -> HttpResponse:
        opened = self._opened(request, course, unit)
        asked = self.queries.asked_after(opened)
        if not asked.tries_left:
            messages.info(
                request,
                "Read the unit once more. Then the questions open again."
                if asked.is_read
                else "Read the unit, and the questions open.",
            )
            return redirect(f"{self.portal}:unit", course, unit)
        form = Questions(request.POST or None, questions=asked.questions, initial=asked.answers)
        if request.method == "POST" and request.POST.get("keep"):
            self.actions.keep_answers(person=request.user, course=course, unit=unit, answers=form.chosen_so_far())
            messages.success(request, f"Your answers to “{opened.unit.title}” are kept. Go on whenever you like.")
            return redirect(f"{self.portal}:training")

        def take() -> object:
            return self.actions.take_quiz(person=request.user, course=course, unit=unit, answers=form.cleaned_data)

        sent = submit(request, form, take, to=reverse(f"{self.portal}:answers", args=[course, unit]))
        page = questions_page(opened, self._links(opened), form, tries_left=asked.tries_left)
        return sent or show(request, "learning/questions.html", page)

    def answers(self, request: Request, course: str, unit: str) -> HttpResponse:
        opened = self._opened(request, course, unit)
        judged = self.queries.judged_in(opened)
        if judged is None:
            return redirect(f"{self.portal}:unit", course, unit)
        page = answers_page(opened, self._links(opened), judged, self.onward)
        return show(request, "learning/answers.html", page)

    def _opened(self, request: Request, course: str, unit: str) -> Any:
        opened = self.queries.opened(request.user, course, unit, audience=self.audience)
        if opened is None:
            raise Http404
        return opened

    def _links(self, opened: Any) -> UnitLinks:
        return links_of(opened, portal=self.portal, back_label=self.back_label)


def onward_by_units(portal: str, progress: Any, *, part: str = "part", eyebrow: str = "Next") -> NextStep:
    """Return the way on in a course that is units alone: the one where someone stopped, or the end of it."""
    at = progress.next_unit
    if at is None:
        return NextStep(
            "You have done all of it",
            "You can come back to any part.",
            reverse(f"{portal}:training"),
            "Back to the list",
            progress.course.title,
        )
    name, text, label = "unit", f"{at.unit.summary} About {at.unit.minutes} minutes.", f"Read this {part}"
    if at.is_read:
        name, text, label = (
            "questions",
            f"You have read it. {len(at.unit.questions)} short questions are left.",
            "Answer the questions",
        )
    return NextStep(
        at.unit.title, text, reverse(f"{portal}:{name}", args=[progress.course.slug, at.unit.slug]), label, eyebrow
    )
