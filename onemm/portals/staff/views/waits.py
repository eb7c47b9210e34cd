"""Keeping applications moving: a word to those they wait for, one by one or in bulk, and another owner."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.waits import ReassignForm
from onemm.portals.staff.pages.application_forms import application_form_page
from onemm.portals.staff.views.applications import get_application_for
from onemm.portals.staff.views.screening import FORM, page_of
from onemm.recruitment import actions
from onemm.recruitment.models import Application
from onemm.recruitment.queries import screeners_of
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

MOST = 50


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def remind(request: Request, public_id: str) -> HttpResponse:
    written = actions.remind_of_waits(application=get_application_for(request, public_id), by=request.user)
    messages.success(request, _written_to(written))
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def remind_many(request: Request) -> HttpResponse:
    chosen = request.POST.getlist("chosen")[:MOST]
    applications = Application.objects.for_screening_by(request.user).filter(public_id__in=chosen)
    written, ours = 0, 0
    for application in applications.select_related("person", "area"):
        try:
            written += actions.remind_of_waits(application=application, by=request.user)
        except Refused:
            ours += 1
    messages.success(request, _reminded(written, ours))
    return redirect("staff:applications")


@requires(Permission.APPLICATION_DECIDE)
def reassign(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    screeners = {person.public_id: person for person in screeners_of(application)}
    owner = application.owner or request.user
    form = ReassignForm(request.POST or None, people=list(screeners.values()), initial={"to": owner.public_id})

    def reassign() -> str:
        to = screeners[form.cleaned_data["to"]]
        actions.reassign_application(application=application, to=to, by=request.user)
        return f"{to.full_name} looks after it from now on, and has a letter."

    sent = submit(request, form, reassign, to=lambda _: page_of(application), done=lambda sentence: sentence)
    return sent or show(request, FORM, application_form_page(application, form, "Give it to somebody else"))


def _written_to(many: int) -> str:
    return f"We have written to {many}, once for today."


def _reminded(written: int, ours: int) -> str:
    """Say how many were written to, and how many of the applications wait for us alone."""
    if not written:
        return "Nobody outside is waited for."
    return _written_to(written) + (f" {ours} wait{'s' if ours == 1 else ''} for us alone." if ours else "")


urlpatterns: list[URLPattern] = [
    path("reminders/applications/", remind_many, name="applications_remind"),
    path("applications/<slug:public_id>/remind/", remind, name="application_remind"),
    path("applications/<slug:public_id>/reassign/", reassign, name="application_reassign"),
]
