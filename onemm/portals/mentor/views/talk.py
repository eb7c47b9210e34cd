"""Half an hour with an interviewer: chosen, moved or let go by the applicant, and put into their calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.calendars import calendar_file
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.talk import TalkForm
from onemm.portals.mentor.views.application import mine
from onemm.recruitment import actions
from onemm.recruitment.models import Booking, Slot
from onemm.recruitment.queries import appointment_of, talk_of, when_in_words
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def talk(request: Request) -> HttpResponse:
    row = mine(request)
    if row.is_being_written:
        return redirect("mentor:application")
    stands = talk_of(row)
    form = TalkForm(request.POST or None, days=stands.days)
    if form.is_valid():
        try:
            booking = actions.book_talk(
                application=row, slot=Slot.objects.get(public_id=form.cleaned_data["slot"]), by=request.user
            )
        except Refused as refusal:
            # What is shown now is what is left: the time that has gone is not offered again.
            stands = talk_of(row)
            form = TalkForm(request.POST, days=stands.days)
            form.is_valid()
            form.errors.clear()
            form.refuse(refusal)
        else:
            messages.success(
                request, f"We talk on {when_in_words(booking.slot.starts_at)}. We remind you the day before."
            )
            return redirect("mentor:application_talk")
    return render(request, "mentor/application/talk.html", {"application": row, "talk": stands, "form": form})


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def cancel(request: Request) -> HttpResponse:
    actions.cancel_talk(booking=_booked(request), by=request.user)
    messages.success(request, "That time is free again. Choose another one whenever it suits you.")
    return redirect("mentor:application_talk")


@requires(Permission.APPLICATION_APPLY, methods=("GET",))
def calendar(request: Request) -> HttpResponse:
    return calendar_download(calendar_file(appointment_of(_booked(request))), "talk.ics")


def _booked(request: Request) -> Booking:
    rows = Booking.objects.visible_to(request.user).booked().filter(application=mine(request))
    return get_object_or_404(rows.select_related("application__person", "slot__interviewer"))


urlpatterns: list[URLPattern] = [
    path("application/talk/", talk, name="application_talk"),
    path("application/talk/cancel/", cancel, name="application_talk_cancel"),
    path("application/talk/calendar/", calendar, name="application_talk_calendar"),
]
