"""A declined applicant asks for a second person to look."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.appeal import AppealForm
from onemm.portals.mentor.views.application import mine
from onemm.recruitment import actions
from onemm.recruitment.queries import may_appeal
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def appeal(request: Request) -> HttpResponse:
    row = mine(request)
    if not may_appeal(row):
        return redirect("mentor:application")
    form = AppealForm(request.POST or None)
    if form.is_valid():
        try:
            actions.appeal(application=row, by=request.user, words=form.cleaned_data["words"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "We have it. Somebody who had no part in the decision writes to you within 14 days."
            )
            return redirect("mentor:application")
    return render(request, "mentor/application/appeal.html", {"form": form})


urlpatterns: list[URLPattern] = [path("application/appeal/", appeal, name="application_appeal")]
