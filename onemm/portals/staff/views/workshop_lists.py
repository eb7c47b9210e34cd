"""The list of a workshop: printed before, ticked on the day, closed after it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.workshops import Door, WalkIn
from onemm.portals.staff.views.workshops import mine
from onemm.web.gate import requires
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import list_of, opinions_of_workshop, room_in
from onemm.workshops.rules import DOORS_OPEN, list_kept_until


@requires(Permission.WORKSHOP_RUN, methods=("GET",))
def workshop(request: Request, public_id: str) -> HttpResponse:
    return _page(request, mine(request, public_id))


@requires(Permission.WORKSHOP_RUN, methods=("POST",))
def save(request: Request, public_id: str) -> HttpResponse:
    found = mine(request, public_id)
    there = actions.save_list(workshop=found, present=set(request.POST.getlist("present")), by=request.user)
    messages.success(
        request,
        f"{there} {'person is' if there == 1 else 'people are'} ticked. Their {found.minutes} minutes count from now "
        "on.",
    )
    return redirect("staff:workshop", public_id)


@requires(Permission.WORKSHOP_RUN)
def check_in(request: Request, public_id: str) -> HttpResponse:
    """The page behind the code on somebody's phone: whoever scans it sees the name, and presses once."""
    found = mine(request, public_id)
    form = Door(request.POST or None, initial={"code": request.GET.get("code", "")[:12]})
    if form.is_valid():
        try:
            row = actions.check_in(workshop=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{row.person.full_name} is here.")
            return redirect("staff:workshop", public_id)
    code = request.GET.get("code", "")
    who = next((row.person.full_name for row in list_of(found) if code and row.code == code[: len(row.code)]), "")
    return render(request, "staff/workshops/check_in.html", {"form": form, "workshop": found, "who": who})


@requires(Permission.WORKSHOP_RUN)
def walk_in(request: Request, public_id: str) -> HttpResponse:
    found = mine(request, public_id)
    form = WalkIn(request.POST or None)
    if form.is_valid():
        try:
            row = actions.add_walk_in(workshop=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{row.person.full_name} is on the list, and ticked.")
            return redirect("staff:workshop", public_id)
    return render(request, "staff/workshops/walk_in.html", {"form": form, "workshop": found, "room": room_in(found)})


@requires(Permission.WORKSHOP_RUN, methods=("POST",))
def close(request: Request, public_id: str) -> HttpResponse:
    actions.close_list(workshop=mine(request, public_id), by=request.user)
    messages.success(
        request, "The list is closed. Those who came are asked how it was. You can put a tick right for two weeks."
    )
    return redirect("staff:workshop", public_id)


def _page(request: Request, found: Workshop) -> HttpResponse:
    rows = list_of(found)
    waiting = Booking.objects.visible_to(request.user).queue().filter(workshop=found).select_related("person")
    context: dict[str, Any] = {
        "workshop": found,
        "room": room_in(found),
        "rows": rows,
        "waiting": list(waiting),
        "there": sum(row.state == Booking.State.ATTENDED for row in rows),
        "has_begun": found.starts_at <= now(),
        "doors_open": found.state != Workshop.State.CANCELLED and now() >= found.starts_at - DOORS_OPEN,
        "may_be_kept": list_kept_until(now(), found.starts_at) is not None and found.state != Workshop.State.CANCELLED,
        "opinions": opinions_of_workshop(found) if found.state == Workshop.State.HELD else None,
    }
    return render(request, "staff/workshops/workshop.html", context)


urlpatterns: list[URLPattern] = [
    path("workshops/<slug:public_id>/", workshop, name="workshop"),
    path("workshops/<slug:public_id>/list/", save, name="save_list"),
    path("workshops/<slug:public_id>/check-in/", check_in, name="check_in"),
    path("workshops/<slug:public_id>/walk-in/", walk_in, name="walk_in"),
    path("workshops/<slug:public_id>/close/", close, name="close_list"),
]
