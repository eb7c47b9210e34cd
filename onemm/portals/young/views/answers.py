"""One question, asked at the start and again later."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.impact.actions import answer_question
from onemm.impact.queries import question_for
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.young.forms.answers import QuestionForm
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.MATCH_BE_MENTORED)
def question(request: Request) -> HttpResponse:
    asked = question_for(request.user)
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and asked is not None and form.is_valid():
        try:
            answer_question(enrolment=asked.enrolment, wave=asked.wave, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Thank you. We ask again later, to see whether mentoring helps.")
            return redirect("young:home")
    return render(request, "young/answers/question.html", {"asked": asked, "form": form})


urlpatterns: list[URLPattern] = [path("question/", question, name="question")]
