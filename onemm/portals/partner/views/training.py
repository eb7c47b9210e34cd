"""What helps coordinators: four short units, with a few questions after each."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.partner.onward import onward_in
from onemm.training import queries
from onemm.training.actions import keep_answers, read_unit, take_quiz
from onemm.training.queries import CourseProgress, UnitProgress
from onemm.web.gate import requires
from onemm.web.questions import Questions
from onemm.web.requests import Request

AUDIENCE = "coordinator"


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def training(request: Request) -> HttpResponse:
    courses = queries.training_of(request.user, audience=AUDIENCE)
    current = next((course for course in courses if not course.is_passed), None)
    record = queries.learning_record_of(request.user)
    context = {
        "courses": courses, "onward": onward_in(current) if current else None, "current": current, "base": reverse("partner:training"),
        "language": queries.language_of(request.user), "languages": queries.languages_for(request.user),
        "record": record, "minutes": sum(entry.minutes for entry in record),
    }
    return render(request, "partner/training/overview.html", context)


@requires(Permission.MATCH_LOOK_AFTER)
def unit(request: Request, course: str, unit: str) -> HttpResponse:
    progress, part = _part(request, course, unit)
    if request.method == "POST":
        read_unit(person=request.user, course=course, unit=unit, version=request.POST.get("version", ""))
        return redirect("partner:questions", course, unit)
    context = {
        "progress": progress, "unit": part.unit, "number": progress.units.index(part) + 1, "is_done": part.is_done,
        "has_changed": part.has_changed, "links": _links(course, unit),
    }
    return render(request, "learning/unit.html", context)


@requires(Permission.MATCH_LOOK_AFTER)
def questions(request: Request, course: str, unit: str) -> HttpResponse:
    progress, part = _part(request, course, unit)
    reading = queries.reading_of(request.user, course, unit)
    left = queries.tries_left(reading) if reading else 0
    if reading is None or not left:
        messages.info(request, "Read the unit, and the questions open." if reading is None else "Read the unit once more. Then the questions open again.")
        return redirect("partner:unit", course, unit)
    asked = queries.questions_for(request.user, course, part.unit)
    form = Questions(request.POST or None, questions=asked, initial=reading.answers)
    if request.method == "POST" and request.POST.get("keep"):
        keep_answers(person=request.user, course=course, unit=unit, answers=form.chosen_so_far())
        messages.success(request, f"Your answers to “{part.unit.title}” are kept. Go on whenever you like.")
        return redirect("partner:training")
    if form.is_valid():
        try:
            take_quiz(person=request.user, course=course, unit=unit, answers=form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("partner:answers", course, unit)
    context = {"progress": progress, "unit": part.unit, "form": form, "tries_left": left, "links": _links(course, unit)}
    return render(request, "learning/questions.html", context)


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def answers(request: Request, course: str, unit: str) -> HttpResponse:
    progress, part = _part(request, course, unit)
    attempt = queries.last_try(request.user, course, unit)
    reading = queries.reading_of(request.user, course, unit)
    if attempt is None or reading is None:
        return redirect("partner:unit", course, unit)
    given = queries.answers_in(attempt)
    context = {
        "progress": progress, "unit": part.unit, "attempt": attempt, "is_done": part.is_done, "onward": onward_in(progress),
        "tries_left": queries.tries_left(reading), "links": _links(course, unit),
        "wrong": [one for one in given if not one.is_right], "right": [one for one in given if one.is_right],
    }
    return render(request, "learning/answers.html", context)


def _part(request: Request, course: str, unit: str) -> tuple[CourseProgress, UnitProgress]:
    progress = queries.progress_in(request.user, course, audience=AUDIENCE)
    part = next((one for one in progress.units if one.unit.slug == unit), None) if progress else None
    if progress is None or part is None:
        raise Http404
    return progress, part


def _links(course: str, unit: str) -> dict[str, str]:
    return {
        "back": reverse("partner:training"), "back_label": "Training for coordinators", "unit": reverse("partner:unit", args=[course, unit]),
        "questions": reverse("partner:questions", args=[course, unit]),
    }


urlpatterns: list[URLPattern] = [
    path("training/", training, name="training"),
    path("training/<slug:course>/units/<slug:unit>/", unit, name="unit"),
    path("training/<slug:course>/units/<slug:unit>/questions/", questions, name="questions"),
    path("training/<slug:course>/units/<slug:unit>/answers/", answers, name="answers"),
]
