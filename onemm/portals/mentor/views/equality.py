"""The voluntary equality questions, on a page of their own, after the application is sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.outreach.actions import answer_equality
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.equality import EqualityForm
from onemm.portals.mentor.pages.equality import equality_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def equality(request: Request) -> HttpResponse:
    form = EqualityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        # A refusal is told on a page of its own: once it was answered, there is no form that could show it.
        answer_equality(person=request.user, answers=form.cleaned_data)
        messages.success(request, "Thank you. Your answers are kept apart from your name, as a number among others.")
        return redirect("mentor:home")
    return show(request, "mentor/equality/questions.html", equality_page(request.user, form))


urlpatterns: list[URLPattern] = [path("equality/", equality, name="equality")]
