"""Half an hour with an interviewer: chosen, moved or let go by the applicant, and put into their calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.calendars import calendar_file
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.talk import TalkForm
from onemm.portals.mentor.pages.talk import talk_page
from onemm.portals.mentor.views.application import get_application_for
from onemm.recruitment import actions
from onemm.recruitment.models import InterviewBooking, Slot
from onemm.recruitment.queries import appointment_of, talk_of, when_in_words
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_APPLY)
def talk(request: Request) -> HttpResponse:
    application = get_application_for(request)
    if application.is_being_written:
        return redirect("mentor:application")
    talk = talk_of(application)
    form = TalkForm(request.POST or None, days=talk.days)

    def book() -> InterviewBooking:
        slot = Slot.objects.get(public_id=form.cleaned_data["slot"])
        return actions.book_talk(application=application, slot=slot, by=request.user)

    sent = submit(request, form, book, to=reverse("mentor:application_talk"), done=_on_booking)
    if sent:
        return sent
    if form.is_bound:
        talk = talk_of(application)
        form.offer(talk.days)
    return show(request, "mentor/application/talk.html", talk_page(talk, form))


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def cancel(request: Request) -> HttpResponse:
    actions.cancel_talk(booking=get_booking_for(request), by=request.user)
    messages.success(request, "That time is free again. Choose another one whenever it suits you.")
    return redirect("mentor:application_talk")


@requires(Permission.APPLICATION_APPLY, methods=("GET",))
def calendar(request: Request) -> HttpResponse:
    return calendar_download(calendar_file(appointment_of(get_booking_for(request))), "talk.ics")


def _on_booking(booking: InterviewBooking) -> str:
    return f"We talk on {when_in_words(booking.slot.starts_at)}. We remind you the day before."


def get_booking_for(request: Request) -> InterviewBooking:
    bookings = (
        InterviewBooking.objects.visible_to(request.user).booked().filter(application=get_application_for(request))
    )
    return get_object_or_404(bookings.select_related("application__person", "slot__interviewer"))


urlpatterns: list[URLPattern] = [
    path("application/talk/", talk, name="application_talk"),
    path("application/talk/cancel/", cancel, name="application_talk_cancel"),
    path("application/talk/calendar/", calendar, name="application_talk_calendar"),
]
