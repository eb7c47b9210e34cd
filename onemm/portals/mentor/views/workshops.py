"""Training near home: find a workshop, book it, come, and say how it was."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.calendars import calendar_file
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.workshops import HowWasIt, NearMe
from onemm.portals.mentor.pages.workshop_bookings import appointment_at, booking_page, change_page, opinion_page
from onemm.portals.mentor.pages.workshops import usual_search_of, workshop_page, workshops_page
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Booking, Opinion, Workshop
from onemm.workshops.queries import place_in_queue


@requires(Permission.COURSE_TAKE, methods=("GET",))
def workshops(request: Request) -> HttpResponse:
    form = NearMe(request.GET if "postcode" in request.GET else usual_search_of(request.user))
    return show(request, "mentor/workshops/list.html", workshops_page(request.user, form, request.GET))


@requires(Permission.COURSE_TAKE)
def workshop(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    if request.method == "POST":
        booking = actions.book_seat(workshop=workshop, by=request.user)
        _say_where_it_stands(request, booking)
        return redirect("mentor:booking", booking.public_id)
    return show(request, "mentor/workshops/workshop.html", workshop_page(request.user, workshop))


@requires(Permission.COURSE_TAKE, methods=("GET",))
def booking(request: Request, public_id: str) -> HttpResponse:
    return show(request, "mentor/workshops/booking.html", booking_page(get_booking_for(request, public_id)))


@requires(Permission.COURSE_TAKE, methods=("GET",))
def calendar(request: Request, public_id: str) -> HttpResponse:
    return calendar_download(calendar_file(appointment_at(get_booking_for(request, public_id))), "workshop.ics")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def accept(request: Request, public_id: str) -> HttpResponse:
    booking = actions.accept_seat(booking=get_booking_for(request, public_id), by=request.user)
    _say_where_it_stands(request, booking)
    return redirect("mentor:booking", public_id)


@requires(Permission.COURSE_TAKE, methods=("POST",))
def answer(request: Request, public_id: str) -> HttpResponse:
    yes = request.POST.get("yes") == "yes"
    actions.answer_move(booking=get_booking_for(request, public_id), by=request.user, yes=yes)
    messages.success(
        request,
        "Thank you. See you on the new date." if yes else "Thank you for saying so. Your seat goes to the next person.",
    )
    return redirect("mentor:booking", public_id) if yes else redirect("mentor:workshops")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def cancel(request: Request, public_id: str) -> HttpResponse:
    booking = get_booking_for(request, public_id)
    actions.cancel_booking(booking=booking, by=request.user)
    messages.success(
        request,
        f"You are off the list of “{booking.workshop.title}”. If you had a seat, the next person is being asked.",
    )
    return redirect("mentor:workshops")


@requires(Permission.COURSE_TAKE)
def change(request: Request, public_id: str) -> HttpResponse:
    booking = get_booking_for(request, public_id)
    if request.method != "POST":
        return show(request, "mentor/workshops/change.html", change_page(request.user, booking, request.GET))
    to = get_workshop_for(request, request.POST.get("to", ""))
    try:
        changed = actions.change_booking(booking=booking, to=to, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("mentor:change_booking", public_id)
    _say_where_it_stands(request, changed)
    return redirect("mentor:booking", changed.public_id)


@requires(Permission.COURSE_TAKE)
def opinion(request: Request, public_id: str) -> HttpResponse:
    booking = get_booking_for(request, public_id)
    form = HowWasIt(request.POST or None)

    def give() -> Opinion:
        return actions.give_opinion(booking=booking, by=request.user, **form.cleaned_data)

    done = "Thank you. The trainer reads it without your name."
    sent = submit(request, form, give, to=reverse("mentor:workshops"), done=done)
    return sent or show(request, "mentor/workshops/opinion.html", opinion_page(booking, form))


def get_workshop_for(request: Request, public_id: str) -> Workshop:
    workshops = Workshop.objects.visible_to(request.user).select_related("trainer")
    return get_object_or_404(workshops, public_id=public_id)


def get_booking_for(request: Request, public_id: str) -> Booking:
    bookings = Booking.objects.visible_to(request.user).filter(person=request.user)
    return get_object_or_404(bookings.select_related("workshop__trainer", "person"), public_id=public_id)


def _say_where_it_stands(request: Request, booking: Booking) -> None:
    if booking.state == Booking.State.BOOKED:
        messages.success(request, "You have a seat. We have written to you with everything you need on the day.")
    else:
        place = place_in_queue(booking)
        messages.info(
            request,
            f"All seats are taken. You are number {place} on the waiting list: when a seat is free, we write to you.",
        )


urlpatterns: list[URLPattern] = [
    path("workshops/", workshops, name="workshops"),
    path("workshops/bookings/<slug:public_id>/", booking, name="booking"),
    path("workshops/bookings/<slug:public_id>/calendar/", calendar, name="booking_calendar"),
    path("workshops/bookings/<slug:public_id>/accept/", accept, name="accept_seat"),
    path("workshops/bookings/<slug:public_id>/answer/", answer, name="answer_move"),
    path("workshops/bookings/<slug:public_id>/cancel/", cancel, name="cancel_booking"),
    path("workshops/bookings/<slug:public_id>/change/", change, name="change_booking"),
    path("workshops/bookings/<slug:public_id>/opinion/", opinion, name="workshop_opinion"),
    path("workshops/<slug:public_id>/", workshop, name="workshop"),
]
