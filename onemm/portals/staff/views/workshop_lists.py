"""The list of a workshop: printed before, ticked on the day, closed after it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.workshops import Door, WalkIn
from onemm.portals.staff.pages.workshop_lists import check_in_page, walk_in_page, workshop_page
from onemm.portals.staff.pages.workshops import workshop_url
from onemm.portals.staff.views.workshops import get_workshop_for
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import list_of, opinions_of_workshop, room_in


@requires(Permission.WORKSHOP_RUN, methods=("GET",))
def workshop(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    waiting = Booking.objects.visible_to(request.user).queue().filter(workshop=workshop).select_related("person")
    opinions = opinions_of_workshop(workshop) if workshop.state == Workshop.State.HELD else None
    page = workshop_page(room_in(workshop), list_of(workshop), list(waiting), opinions)
    return show(request, "staff/workshops/workshop.html", page)


@requires(Permission.WORKSHOP_RUN, methods=("POST",))
def save(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    there = actions.save_list(workshop=workshop, present=set(request.POST.getlist("present")), by=request.user)
    ticked = "1 person is" if there == 1 else f"{there} people are"
    messages.success(request, f"{ticked} ticked. Their {workshop.minutes} minutes count from now on.")
    return redirect("staff:workshop", public_id)


@requires(Permission.WORKSHOP_RUN)
def check_in(request: Request, public_id: str) -> HttpResponse:
    """The page behind the code on someone's phone: whoever scans it sees the name, and presses once."""
    workshop = get_workshop_for(request, public_id)
    code = request.GET.get("code", "")
    form = Door(request.POST or None, initial={"code": code[:12]})
    sent = submit(
        request,
        form,
        lambda: actions.check_in(workshop=workshop, by=request.user, **form.cleaned_data),
        to=workshop_url(workshop),
        done=lambda booking: f"{booking.person.full_name} is here.",
    )
    return sent or show(request, "staff/form.html", check_in_page(workshop, form, name=_name_behind(workshop, code)))


@requires(Permission.WORKSHOP_RUN)
def walk_in(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    form = WalkIn(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.add_walk_in(workshop=workshop, by=request.user, **form.cleaned_data),
        to=workshop_url(workshop),
        done=lambda booking: f"{booking.person.full_name} is on the list, and ticked.",
    )
    return sent or show(request, "staff/form.html", walk_in_page(room_in(workshop), form))


@requires(Permission.WORKSHOP_RUN, methods=("POST",))
def close(request: Request, public_id: str) -> HttpResponse:
    actions.close_list(workshop=get_workshop_for(request, public_id), by=request.user)
    messages.success(
        request, "The list is closed. Those who came are asked how it was. You can put a tick right for two weeks."
    )
    return redirect("staff:workshop", public_id)


def _name_behind(workshop: Workshop, code: str) -> str:
    bookings = list_of(workshop) if code else ()
    return next((booking.person.full_name for booking in bookings if booking.code == code[: len(booking.code)]), "")


urlpatterns: list[URLPattern] = [
    path("workshops/<slug:public_id>/", workshop, name="workshop"),
    path("workshops/<slug:public_id>/list/", save, name="save_list"),
    path("workshops/<slug:public_id>/check-in/", check_in, name="check_in"),
    path("workshops/<slug:public_id>/walk-in/", walk_in, name="walk_in"),
    path("workshops/<slug:public_id>/close/", close, name="close_list"),
]
