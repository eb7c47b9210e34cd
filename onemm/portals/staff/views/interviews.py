"""An interviewer's own page: the times they offer, who has taken them, and who did not come."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.calendars import calendar_file
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.interviews import OfferForm
from onemm.portals.staff.pages.interviews import interviews_page, offer_page
from onemm.recruitment import actions
from onemm.recruitment.models import InterviewBooking, Slot
from onemm.recruitment.queries import appointment_of, when_in_words
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def interviews(request: Request) -> HttpResponse:
    return show(request, "staff/interviews/list.html", interviews_page(request.user, request.GET))


@requires(Permission.APPLICATION_DECIDE)
def offer(request: Request) -> HttpResponse:
    areas = _areas_for(request)
    choices = [(slug, area.name if area else "Everywhere") for slug, area in areas.items()]
    form = OfferForm(request.POST or None, areas=choices)

    def offer_slots() -> list[Slot]:
        given = dict(form.cleaned_data)
        area = areas[given.pop("area", choices[0][0])]
        return actions.offer_slots(by=request.user, area=area, **given)

    sent = submit(request, form, offer_slots, to=reverse("staff:interviews"), done=_on_offer)
    return sent or show(request, "staff/interviews/offer.html", offer_page(form))


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
    booking = get_booking_for(request, public_id)
    actions.note_no_show(booking=booking, by=request.user)
    messages.success(request, f"Noted. {booking.application.person.first_name} is asked to choose another time.")
    return redirect("staff:interviews")


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def calendar(request: Request, public_id: str) -> HttpResponse:
    file = calendar_file(appointment_of(get_booking_for(request, public_id), for_interviewer=True))
    return calendar_download(file, "talk.ics")


def _on_offer(slots: list[Slot]) -> str:
    are = "1 time is" if len(slots) == 1 else f"{len(slots)} times are"
    return f"{are} on offer from {when_in_words(slots[0].starts_at)}."


def _areas_for(request: Request) -> dict[str, Area | None]:
    """Return where someone may offer times, by slug; "" is everywhere."""
    scope = scope_of(request.user, Permission.APPLICATION_DECIDE)
    everywhere: dict[str, Area | None] = {"": None} if scope.everywhere else {}
    return everywhere | {area.slug: area for area in Area.objects.visible_to(scope)}


def get_booking_for(request: Request, public_id: str) -> InterviewBooking:
    bookings = (
        InterviewBooking.objects.visible_to(request.user)
        .exclude(application__person=request.user)
        .exclude(state=InterviewBooking.State.CANCELLED)
        .select_related("application__person", "application__area", "slot__interviewer")
    )
    return get_object_or_404(bookings, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("interviews/", interviews, name="interviews"),
    path("interviews/offer/", offer, name="interviews_offer"),
    path("interviews/<slug:public_id>/withdraw/", withdraw, name="interview_withdraw"),
    path("interviews/talks/<slug:public_id>/did-not-come/", missed, name="interview_missed"),
    path("interviews/talks/<slug:public_id>/calendar/", calendar, name="interview_calendar"),
]
