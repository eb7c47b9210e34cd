"""The voluntary equality questions, on a page of their own, after the application is sent."""

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from onemm.outreach.actions import answer_equality
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.equality import EqualityForm
from onemm.portals.mentor.pages.equality import equality_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def equality(request: Request) -> HttpResponse:
    form = EqualityForm(request.POST or None)

    def answer() -> None:
        answer_equality(person=request.user, answers=form.cleaned_data)

    done = "Thank you. Your answers are kept apart from your name, as a number among others."
    sent = submit(request, form, answer, to=reverse("mentor:home"), done=done)
    return sent or show(request, "mentor/equality/questions.html", equality_page(request.user, form))


urlpatterns: list[URLPattern] = [path("equality/", equality, name="equality")]
