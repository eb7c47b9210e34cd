"""What staff do about the people who speak for an applicant: remind them, or ask the applicant for someone else."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.views.applications import get_application_for
from onemm.recruitment import actions
from onemm.recruitment.models import Referee
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def remind(request: Request, public_id: str, referee: str) -> HttpResponse:
    reminded = get_referee_for(request, public_id, referee)
    actions.remind_referee(referee=reminded, by=request.user)
    messages.success(request, f"We have written to {reminded.name} again, once for today.")
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def unreachable(request: Request, public_id: str, referee: str) -> HttpResponse:
    silent = get_referee_for(request, public_id, referee)
    actions.give_up_on_referee(referee=silent, by=request.user)
    messages.success(request, f"{silent.application.person.first_name} is asked for somebody else.")
    return redirect("staff:application", public_id)


def get_referee_for(request: Request, public_id: str, referee: str) -> Referee:
    referees = Referee.objects.visible_to(request.user).filter(application=get_application_for(request, public_id))
    return get_object_or_404(referees.select_related("application__person", "application__area"), public_id=referee)


urlpatterns: list[URLPattern] = [
    path("applications/<slug:public_id>/referees/<slug:referee>/remind/", remind, name="application_referee_remind"),
    path(
        "applications/<slug:public_id>/referees/<slug:referee>/cannot-be-reached/",
        unreachable,
        name="application_referee_unreachable",
    ),
]
