"""An interviewer's own page: the times they offer, who has taken them, and who did not come."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.calendars import calendar_file
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.interviews import OfferForm
from onemm.recruitment import actions
from onemm.recruitment.models import Booking, Slot
from onemm.recruitment.queries import appointment_of, interviews_of, when_in_words
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def interviews(request: Request) -> HttpResponse:
    slots, moment = interviews_of(request.user), now()
    return render(
        request,
        "staff/interviews/list.html",
        {
            "to_record": [slot for slot in slots if slot.starts_at <= moment],
            "to_come": [slot for slot in slots if slot.starts_at > moment],
        },
    )


@requires(Permission.APPLICATION_DECIDE)
def offer(request: Request) -> HttpResponse:
    areas = _areas(request)
    form = OfferForm(
        request.POST or None, areas=[(slug, area.name if area else "Everywhere") for slug, area in areas.items()]
    )
    if form.is_valid():
        given = dict(form.cleaned_data)
        area = areas[given.pop("area", next(iter(areas)))]
        try:
            slots = actions.offer_slots(by=request.user, area=area, **given)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                f"{len(slots)} time{'s are' if len(slots) > 1 else ' is'} on offer from "
                f"{when_in_words(slots[0].starts_at)}.",
            )
            return redirect("staff:interviews")
    return render(request, "staff/interviews/offer.html", {"form": form})


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def withdraw(request: Request, public_id: str) -> HttpResponse:
    slot = get_object_or_404(
        Slot.objects.visible_to(request.user).filter(interviewer=request.user), public_id=public_id
    )
    actions.withdraw_slot(slot=slot, by=request.user)
    messages.success(request, "That time is no longer on offer. Whoever had taken it has a letter.")
    return redirect("staff:interviews")


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def missed(request: Request, public_id: str) -> HttpResponse:
    booking = _booking(request, public_id)
    actions.note_no_show(booking=booking, by=request.user)
    messages.success(request, f"Noted. {booking.application.person.first_name} is asked to choose another time.")
    return redirect("staff:interviews")


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def calendar(request: Request, public_id: str) -> HttpResponse:
    file = calendar_file(appointment_of(_booking(request, public_id), for_interviewer=True))
    return calendar_download(file, "talk.ics")


def _areas(request: Request) -> dict[str, Area | None]:
    """Return where whoever asks may offer times, by slug; "" is everywhere."""
    scope = scope_of(request.user, Permission.APPLICATION_DECIDE)
    everywhere: dict[str, Area | None] = {"": None} if scope.everywhere else {}
    return everywhere | {area.slug: area for area in Area.objects.visible_to(scope)}


def _booking(request: Request, public_id: str) -> Booking:
    rows = (
        Booking.objects.visible_to(request.user)
        .exclude(application__person=request.user)
        .exclude(state=Booking.State.CANCELLED)
    )
    return get_object_or_404(
        rows.select_related("application__person", "application__area", "slot__interviewer"), public_id=public_id
    )


urlpatterns: list[URLPattern] = [
    path("interviews/", interviews, name="interviews"),
    path("interviews/offer/", offer, name="interviews_offer"),
    path("interviews/<slug:public_id>/withdraw/", withdraw, name="interview_withdraw"),
    path("interviews/talks/<slug:public_id>/did-not-come/", missed, name="interview_missed"),
    path("interviews/talks/<slug:public_id>/calendar/", calendar, name="interview_calendar"),
]
