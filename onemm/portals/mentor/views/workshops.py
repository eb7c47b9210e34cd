"""Training near home: find a workshop, book it, come, and say how it was."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.calendars import Appointment, calendar_file
from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.lib.geo import KM_PER_MILE
from onemm.mentors.models import MentorProfile
from onemm.people.permissions import Permission
from onemm.places.queries import locate
from onemm.portals.mentor.forms.workshops import HowWasIt, NearMe
from onemm.web.downloads import calendar_download
from onemm.web.gate import requires
from onemm.web.qr import drawing_of
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries import found_workshops, place_in_queue, room_in, standing_bookings_of
from onemm.workshops.rules import offer_until

USUAL_MILES = 20


@requires(Permission.COURSE_TAKE, methods=("GET",))
def workshops(request: Request) -> HttpResponse:
    home = MentorProfile.objects.filter(person=request.user).values_list("postcode", flat=True).first() or ""
    asked = request.GET if "postcode" in request.GET else {"postcode": home, "miles": str(USUAL_MILES)}
    form = NearMe(asked)
    near = form.cleaned_data if form.is_valid() else {}
    point = locate(near["postcode"]) if near.get("postcode") else None
    km = (near.get("miles") or USUAL_MILES) * KM_PER_MILE
    context = {
        "form": form,
        "point": point,
        "near": near,
        "is_lost": bool(near.get("postcode")) and point is None,
        "found": found_workshops(request.user, point=point, km=km, from_day=near.get("day")) if near else (),
        "mine": [row for row in standing_bookings_of(request.user) if row.workshop.is_offered],
    }
    return render(request, "mentor/workshops/list.html", context)


@requires(Permission.COURSE_TAKE)
def workshop(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(Workshop.objects.visible_to(request.user).select_related("trainer"), public_id=public_id)
    if request.method == "POST":
        booking = actions.book_seat(workshop=found, by=request.user)
        _say_where_it_stands(request, booking)
        return redirect("mentor:booking", booking.public_id)
    mine = standing_bookings_of(request.user).filter(workshop=found).first()
    context = {
        "workshop": found,
        "room": room_in(found),
        "mine": mine,
        "can_book": found.is_offered and found.starts_at > now(),
    }
    return render(request, "mentor/workshops/workshop.html", context)


@requires(Permission.COURSE_TAKE, methods=("GET",))
def booking(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    one = row.workshop
    is_ahead = one.is_offered and one.starts_at > now()
    has_seat = row.state in (Booking.State.BOOKED, Booking.State.ATTENDED)
    context: dict[str, Any] = {
        "booking": row,
        "workshop": one,
        "is_ahead": is_ahead,
        "has_seat": has_seat,
        "queue_place": place_in_queue(row),
        "may_take": row.has_offer
        or (row.state == Booking.State.WAITING and is_ahead and offer_until(now(), one.starts_at) is None),
        "has_said": hasattr(row, "opinion"),
    }
    if has_seat and is_ahead:
        context["qr"] = drawing_of(
            settings.ADDRESS + reverse("staff:check_in", args=[one.public_id]) + f"?code={row.code}"
        )
    return render(request, "mentor/workshops/booking.html", context)


@requires(Permission.COURSE_TAKE, methods=("GET",))
def calendar(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    one, has_seat = row.workshop, row.state in (Booking.State.BOOKED, Booking.State.ATTENDED)
    page = settings.ADDRESS + reverse("mentor:booking", args=[row.public_id])
    link = one.link if has_seat else page
    appointment = Appointment(
        uid=f"{one.public_id}@onemm",
        title=one.title,
        words=f"{one.covers}\n\n{one.access_notes}".strip(),
        url=page,
        starts_at=one.starts_at,
        where=link if one.is_online else f"{one.venue}, {one.postcode}",
        minutes=one.minutes,
        version=one.changes,
        written_at=now(),
        is_off=not has_seat or one.state == one.State.CANCELLED,
    )
    return calendar_download(calendar_file(appointment), "workshop.ics")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def accept(request: Request, public_id: str) -> HttpResponse:
    row = actions.accept_seat(booking=_mine(request, public_id), by=request.user)
    _say_where_it_stands(request, row)
    return redirect("mentor:booking", public_id)


@requires(Permission.COURSE_TAKE, methods=("POST",))
def answer(request: Request, public_id: str) -> HttpResponse:
    yes = request.POST.get("yes") == "yes"
    actions.answer_move(booking=_mine(request, public_id), by=request.user, yes=yes)
    messages.success(
        request,
        "Thank you. See you on the new date." if yes else "Thank you for saying so. Your seat goes to the next person.",
    )
    return redirect("mentor:booking", public_id) if yes else redirect("mentor:workshops")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def cancel(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    actions.cancel_booking(booking=row, by=request.user)
    messages.success(
        request, f"You are off the list of “{row.workshop.title}”. If you had a seat, the next person is being asked."
    )
    return redirect("mentor:workshops")


@requires(Permission.COURSE_TAKE)
def change(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    if request.method == "POST":
        to = get_object_or_404(Workshop.objects.visible_to(request.user), public_id=request.POST.get("to", ""))
        try:
            made = actions.change_booking(booking=row, to=to, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect("mentor:change_booking", public_id)
        _say_where_it_stands(request, made)
        return redirect("mentor:booking", made.public_id)
    others = [
        one
        for one in found_workshops(request.user, point=row.workshop.point, km=USUAL_MILES * KM_PER_MILE)
        if one.mine is None and one.free
    ]
    return render(request, "mentor/workshops/change.html", {"booking": row, "others": others})


@requires(Permission.COURSE_TAKE)
def opinion(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    form = HowWasIt(request.POST or None)
    if form.is_valid():
        try:
            actions.give_opinion(booking=row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Thank you. The trainer reads it without your name.")
            return redirect("mentor:workshops")
    return render(request, "mentor/workshops/opinion.html", {"form": form, "booking": row})


def _mine(request: Request, public_id: str) -> Booking:
    rows = Booking.objects.visible_to(request.user).filter(person=request.user)
    return get_object_or_404(rows.select_related("workshop__trainer", "person"), public_id=public_id)


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
