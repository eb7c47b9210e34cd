"""A unit to take along: its text and its questions on one page without a name on it, for mentors, young people and
coordinators.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.learning import queries
from onemm.learning.actions import take_returned_answers
from onemm.learning.actions.returning import Returned
from onemm.lib.errors import Refused
from onemm.people.actions.trying import Limit, count_try
from onemm.portals.public.pages.phone import kept_unit_page, portal_of
from onemm.web.gate import signed_in
from onemm.web.pages import show, submit
from onemm.web.phone import Receipt
from onemm.web.questions import Questions
from onemm.web.requests import Request

RETURNS_PER_PERSON = Limit("returned answers:person", 120, 60 * 60)


@signed_in
def kept_unit(request: Request, course: str, unit: str) -> HttpResponse:
    """The page that a phone keeps. With a line and without scripts it is answered here like any other form."""
    opened = get_open_unit_for(request, course, unit)
    form = Questions(request.POST or None, questions=queries.questions_for(request.user, course, opened.unit))

    def take_answers() -> Returned:
        return take_returned_answers(
            person=request.user,
            course=course,
            unit=unit,
            version=request.POST.get("version", ""),
            answers=form.cleaned_data,
        )

    sent = submit(request, form, take_answers, to=reverse(f"{portal_of(opened)}:answers", args=[course, unit]))
    return sent or show(request, "public/phone/unit.html", kept_unit_page(opened, form))


@signed_in
def return_answers(request: Request, course: str, unit: str) -> HttpResponse:
    """What waited on a phone arrives: judged here, and told in a receipt.

    The gate sees to it that one key counts once.
    """
    opened = get_open_unit_for(request, course, unit)
    if request.method != "POST":
        return redirect("public:kept_unit", course, unit)
    if not count_try(RETURNS_PER_PERSON, str(request.user.pk)):
        return HttpResponse("Too many at once. Try again in an hour.", status=429, content_type="text/plain")
    portal = portal_of(opened)
    answers = {question.key: request.POST.get(question.key, "") for question in opened.unit.questions}
    try:
        returned = take_returned_answers(
            person=request.user, course=course, unit=unit, version=request.POST.get("version", ""), answers=answers
        )
    except Refused as refusal:
        return Receipt(counts=False, words=str(refusal), link=reverse(f"{portal}:unit", args=[course, unit]))
    return Receipt(counts=True, words=_in_words(returned), link=reverse(f"{portal}:answers", args=[course, unit]))


def _in_words(returned: Returned) -> str:
    score = f"{returned.attempt.score} of {returned.attempt.out_of} right"
    if returned.was_done:
        return f"{score}. You had done this unit somewhere else meanwhile: both are kept, and its hours count once."
    if returned.attempt.is_passed:
        return f"{score}: this unit is done, and its hours count."
    return f"{score}; you need {returned.attempt.pass_mark}. See what is worth another thought."


def get_open_unit_for(request: Request, course: str, unit: str) -> queries.OpenUnit:
    opened = queries.opened(request.user, course, unit)
    if opened is None:
        raise Http404
    return opened


urlpatterns: list[URLPattern] = [
    path("learn/<slug:course>/<slug:unit>/", kept_unit, name="kept_unit"),
    path("learn/<slug:course>/<slug:unit>/answers/", return_answers, name="return_answers"),
]
