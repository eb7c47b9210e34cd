"""A unit to take along: its text and its questions on one page without a name on it, for mentors, young people and
coordinators.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.learning import queries
from onemm.learning.actions import take_returned_answers
from onemm.learning.actions.returning import Returned
from onemm.lib.errors import Refused
from onemm.people.actions.trying import Limit, count_try
from onemm.web.gate import signed_in
from onemm.web.phone import Receipt
from onemm.web.questions import Questions
from onemm.web.requests import Request

PORTALS = {"mentor": "mentor", "young": "young", "coordinator": "partner"}
"""Behind which door the courses of an audience are."""
RETURNS_PER_PERSON = Limit("returned answers:person", 120, 60 * 60)


@signed_in
def kept_unit(request: Request, course: str, unit: str) -> HttpResponse:
    """The page that a phone keeps. With a line and without scripts it is answered here like any other form."""
    opened = _opened(request, course, unit)
    form = Questions(request.POST or None, questions=queries.questions_for(request.user, course, opened.unit))
    portal = PORTALS[opened.progress.course.audience]
    if form.is_valid():
        try:
            take_returned_answers(
                person=request.user,
                course=course,
                unit=unit,
                version=request.POST.get("version", ""),
                answers=form.cleaned_data,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(f"{portal}:answers", course, unit)
    context = {
        "progress": opened.progress,
        "unit": opened.unit,
        "form": form,
        "back": reverse(f"{portal}:unit", args=[course, unit]),
    }
    return render(request, "public/phone/unit.html", context)


@signed_in
def return_answers(request: Request, course: str, unit: str) -> HttpResponse:
    """What waited on a phone arrives: judged here, and told in a receipt.

    The gate sees to it that one key counts once.
    """
    opened = _opened(request, course, unit)
    if request.method != "POST":
        return redirect("public:kept_unit", course, unit)
    if not count_try(RETURNS_PER_PERSON, str(request.user.pk)):
        return HttpResponse("Too many at once. Try again in an hour.", status=429, content_type="text/plain")
    portal, given = (
        PORTALS[opened.progress.course.audience],
        {question.key: request.POST.get(question.key, "") for question in opened.unit.questions},
    )
    try:
        came = take_returned_answers(
            person=request.user, course=course, unit=unit, version=request.POST.get("version", ""), answers=given
        )
    except Refused as refusal:
        return Receipt(counts=False, words=str(refusal), link=reverse(f"{portal}:unit", args=[course, unit]))
    return Receipt(counts=True, words=_in_words(came), link=reverse(f"{portal}:answers", args=[course, unit]))


def _in_words(came: Returned) -> str:
    score = f"{came.attempt.score} of {came.attempt.out_of} right"
    if came.was_done:
        return f"{score}. You had done this unit somewhere else meanwhile: both are kept, and its hours count once."
    if came.attempt.is_passed:
        return f"{score}: this unit is done, and its hours count."
    return f"{score}; you need {came.attempt.pass_mark}. See what is worth another thought."


def _opened(request: Request, course: str, unit: str) -> queries.OpenUnit:
    opened = queries.opened(request.user, course, unit)
    if opened is None:
        raise Http404
    return opened


urlpatterns: list[URLPattern] = [
    path("learn/<slug:course>/<slug:unit>/", kept_unit, name="kept_unit"),
    path("learn/<slug:course>/<slug:unit>/answers/", return_answers, name="return_answers"),
]
