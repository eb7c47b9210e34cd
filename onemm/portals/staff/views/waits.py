"""Keeping applications moving: a word to whoever they wait for, in one click or in bulk, and another owner."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.waits import ReassignForm
from onemm.portals.staff.views.applications import screened
from onemm.recruitment import actions
from onemm.recruitment.models import Application
from onemm.recruitment.queries import screeners_of
from onemm.web.gate import requires
from onemm.web.requests import Request

MOST = 50


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def remind(request: Request, public_id: str) -> HttpResponse:
    many = actions.remind_of_waits(application=screened(request, public_id), by=request.user)
    messages.success(request, f"We have written to {many}, once for today.")
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def remind_many(request: Request) -> HttpResponse:
    rows = Application.objects.for_screening_by(request.user).filter(
        public_id__in=request.POST.getlist("chosen")[:MOST]
    )
    written, ours = 0, 0
    for row in rows.select_related("person", "area"):
        try:
            written += actions.remind_of_waits(application=row, by=request.user)
        except Refused:
            ours += 1
    said = f"We have written to {written}, once for today." if written else "Nobody outside is waited for."
    messages.success(
        request, said + (f" {ours} wait{'s' if ours == 1 else ''} for us alone." if ours and written else "")
    )
    return redirect("staff:applications")


@requires(Permission.APPLICATION_DECIDE)
def reassign(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    people = screeners_of(row)
    form = ReassignForm(
        request.POST or None,
        people=people,
        initial={"to": row.owner.public_id if row.owner else request.user.public_id},
    )
    if form.is_valid():
        try:
            to = next(one for one in people if one.public_id == form.cleaned_data["to"])
            actions.reassign_application(application=row, to=to, by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{to.full_name} looks after it from now on, and has a letter.")
            return redirect("staff:application", public_id)
    return render(
        request, "staff/applications/form.html", {"application": row, "form": form, "title": "Give it to somebody else"}
    )


urlpatterns: list[URLPattern] = [
    path("reminders/applications/", remind_many, name="applications_remind"),
    path("applications/<slug:public_id>/remind/", remind, name="application_remind"),
    path("applications/<slug:public_id>/reassign/", reassign, name="application_reassign"),
]
