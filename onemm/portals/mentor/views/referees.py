"""The people who speak for an applicant: named, and replaced when they cannot."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.referees import RefereeForm
from onemm.portals.mentor.pages.referees import referees_page
from onemm.portals.mentor.views.application import get_application_for
from onemm.recruitment import actions
from onemm.recruitment.models import Referee
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def referees(request: Request) -> HttpResponse:
    application = get_application_for(request)
    if application.is_being_written:
        return redirect("mentor:application")
    form = RefereeForm(request.POST or None)

    def name() -> Referee:
        return actions.name_referee(application=application, by=request.user, **form.cleaned_data)

    sent = submit(request, form, name, to=reverse("mentor:application_referees"), done=_on_naming)
    return sent or show(request, "mentor/application/referees.html", referees_page(application, form))


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def replace(request: Request, public_id: str) -> HttpResponse:
    referee = get_referee_for(request, public_id)
    actions.replace_referee(referee=referee, by=request.user)
    messages.success(request, f"We no longer ask {referee.name}. Name somebody else here.")
    return redirect("mentor:application_referees")


def _on_naming(referee: Referee) -> str:
    return f"We are writing to {referee.name} now. Tell them that our letter is coming: it helps."


def get_referee_for(request: Request, public_id: str) -> Referee:
    referees = Referee.objects.visible_to(request.user).filter(application=get_application_for(request))
    return get_object_or_404(referees.select_related("application"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("application/referees/", referees, name="application_referees"),
    path("application/referees/<slug:public_id>/replace/", replace, name="application_referee_replace"),
]
