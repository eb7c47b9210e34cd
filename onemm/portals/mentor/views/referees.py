"""The people who speak for an applicant: named, and replaced when they cannot."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.referees import RefereeForm
from onemm.portals.mentor.views.application import mine
from onemm.recruitment import actions
from onemm.recruitment.models import Referee
from onemm.recruitment.queries import names_are_wanted, speaking_for
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def referees(request: Request) -> HttpResponse:
    row = mine(request)
    if row.is_being_written:
        return redirect("mentor:application")
    form = RefereeForm(request.POST or None)
    if form.is_valid():
        try:
            referee = actions.name_referee(application=row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, f"We are writing to {referee.name} now. Tell them that our letter is coming: it helps."
            )
            return redirect("mentor:application_referees")
    context = {"application": row, "speaking": speaking_for(row), "wanted": names_are_wanted(row), "form": form}
    return render(request, "mentor/application/referees.html", context)


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def replace(request: Request, public_id: str) -> HttpResponse:
    rows = Referee.objects.visible_to(request.user).filter(application=mine(request)).select_related("application")
    referee = get_object_or_404(rows, public_id=public_id)
    actions.replace_referee(referee=referee, by=request.user)
    messages.success(request, f"We no longer ask {referee.name}. Name somebody else here.")
    return redirect("mentor:application_referees")


urlpatterns: list[URLPattern] = [
    path("application/referees/", referees, name="application_referees"),
    path("application/referees/<slug:public_id>/replace/", replace, name="application_referee_replace"),
]
