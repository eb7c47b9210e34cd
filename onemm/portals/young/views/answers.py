"""One question, asked at the start and again later."""

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from onemm.impact.actions import answer_question
from onemm.impact.queries import question_for
from onemm.people.permissions import Permission
from onemm.portals.young.forms.answers import QuestionForm
from onemm.portals.young.pages.answers import question_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.MATCH_BE_MENTORED)
def question(request: Request) -> HttpResponse:
    asked = question_for(request.user)
    form = QuestionForm(request.POST or None)
    if asked is None:
        return show(request, "young/answers/question.html", question_page(None, form))
    answer = submit(
        request,
        form,
        lambda: answer_question(enrolment=asked.enrolment, wave=asked.wave, by=request.user, **form.cleaned_data),
        to=reverse("young:home"),
        done="Thank you. We ask again later, to see whether mentoring helps.",
    )
    return answer or show(request, "young/answers/question.html", question_page(asked, form))


urlpatterns: list[URLPattern] = [path("question/", question, name="question")]
