"""A declined applicant asks for a second person to look."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.appeal import AppealForm
from onemm.portals.mentor.pages.appeal import AppealPage
from onemm.portals.mentor.views.application import get_application_for
from onemm.recruitment import actions
from onemm.recruitment.models import Appeal
from onemm.recruitment.queries import may_appeal
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def appeal(request: Request) -> HttpResponse:
    application = get_application_for(request)
    if not may_appeal(application):
        return redirect("mentor:application")
    form = AppealForm(request.POST or None)

    def ask() -> Appeal:
        return actions.appeal(application=application, by=request.user, words=form.cleaned_data["words"])

    done = "We have it. Somebody who had no part in the decision writes to you within 14 days."
    sent = submit(request, form, ask, to=reverse("mentor:application"), done=done)
    return sent or show(request, "mentor/application/appeal.html", AppealPage(form))


urlpatterns: list[URLPattern] = [path("application/appeal/", appeal, name="application_appeal")]
