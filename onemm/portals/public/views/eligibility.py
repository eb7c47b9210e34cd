"""May I apply? Four questions, open to all, and a kind answer either way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.outreach.models import Via
from onemm.portals.public.forms.eligibility import EligibilityForm
from onemm.portals.public.pages.eligibility import QuestionsPage, not_yet_page, yes_page
from onemm.portals.public.views.sources import count_interest, remember_campaign
from onemm.recruitment.rules.eligibility import KEPT_AS, eligibility_of
from onemm.web.gate import open_to_all
from onemm.web.pages import show


@open_to_all
def eligibility(request: HttpRequest) -> HttpResponse:
    form = EligibilityForm(request.POST or None, initial=request.session.get(KEPT_AS))
    if form.is_valid():
        remember_campaign(request, form.cleaned_data.pop("code_word"), Via.CODE_WORD)
        request.session[KEPT_AS] = form.cleaned_data
        count_interest(request, is_met=eligibility_of(form.cleaned_data).is_met)
        return redirect("public:eligibility_result")
    return show(request, "public/eligibility/questions.html", QuestionsPage(form))


@open_to_all
def result(request: HttpRequest) -> HttpResponse:
    answers = request.session.get(KEPT_AS)
    if not answers:
        return redirect("public:eligibility")
    outcome = eligibility_of(answers)
    if outcome.is_met:
        return show(request, "public/eligibility/yes.html", yes_page(is_signed_in=request.user.is_authenticated))
    return show(request, "public/eligibility/not_yet.html", not_yet_page(outcome))


urlpatterns: list[URLPattern] = [
    path("can-i-mentor/", eligibility, name="eligibility"),
    path("can-i-mentor/answer/", result, name="eligibility_result"),
]
