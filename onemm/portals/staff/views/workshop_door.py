"""The list at the door: on the trainer's phone for the day, ticked without a line, sent when there is one."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.workshops import Door, FromTheDoor, WalkIn
from onemm.portals.staff.pages.workshop_lists import door_page
from onemm.portals.staff.views.workshops import get_workshop_for
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.phone import Receipt
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.actions.attending import Ticked
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import list_of, room_in
from onemm.workshops.refusals import TooManyAtOnce
from onemm.workshops.rules import list_kept_until


@requires(Permission.WORKSHOP_RUN, methods=("GET",))
def door(request: Request, public_id: str) -> HttpResponse:
    """Names, codes and ticks, and nothing else about anyone. The page itself says when a phone must forget it."""
    workshop = get_workshop_for(request, public_id)
    waiting = Booking.objects.visible_to(request.user).queue().filter(workshop=workshop).select_related("person")
    until = list_kept_until(now(), workshop.starts_at)
    bookings = [*list_of(workshop), *waiting]
    page = door_page(room_in(workshop), bookings, until, code_form=Door(), walk_in_form=WalkIn())
    response = show(request, "staff/workshops/door.html", page)
    if until is not None:
        response["X-Keep-Until"] = until.isoformat()
    return response


@requires(Permission.WORKSHOP_RUN, methods=("POST",))
def tick(request: Request, public_id: str) -> HttpResponse:
    """One tick or one walk-in arrives from a phone. The gate sees to it that one key counts once."""
    workshop = get_workshop_for(request, public_id)
    form = FromTheDoor(request.POST)
    if not form.is_valid() or not (form.cleaned_data["email"] or form.cleaned_data["here"]):
        return Receipt(counts=False, words="We could not read this. Tick it on the list, please.")
    try:
        return _take(request, workshop, form)
    except TooManyAtOnce:
        return HttpResponse("Very many at once. Try again.", status=503, content_type="text/plain")
    except Refused as refusal:
        return Receipt(counts=False, words=str(refusal))


def _take(request: Request, workshop: Workshop, form: FromTheDoor) -> Receipt:
    given = form.cleaned_data
    if given["email"]:
        booking = actions.add_walk_in(workshop=workshop, email=given["email"], by=request.user)
        return Receipt(counts=True, words=f"{booking.person.full_name} is on the list, and ticked.")
    here = given["here"] == "yes"
    ticked = actions.tick(workshop=workshop, booking=given["booking"], here=here, at=given["at"], by=request.user)
    return _told(ticked, here=here)


def _told(ticked: Ticked, *, here: bool) -> Receipt:
    name = ticked.booking.person.full_name
    if not ticked.stands:
        return Receipt(counts=True, words=f"{name} {'is here' if here else 'is not ticked any more'}.")
    stands = "not ticked" if here else "ticked"
    return Receipt(
        counts=False,
        words=f"{name} was {stands} elsewhere after that, and that stands. Look at the list if it is wrong.",
    )


urlpatterns: list[URLPattern] = [
    path("workshops/<slug:public_id>/door/", door, name="door"),
    path("workshops/<slug:public_id>/tick/", tick, name="tick"),
]
