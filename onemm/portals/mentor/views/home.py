"""A mentor's own first page: one next step, then what is coming, then the rest."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.learning.queries import is_trained, units_suggested_to
from onemm.matching.queries import offered_to, would_help
from onemm.mentoring import queries
from onemm.notifications.actions import mark_read
from onemm.notifications.queries import emails_for, unread_emails_of
from onemm.people.permissions import Permission
from onemm.portals.mentor.hints import hint_from
from onemm.portals.mentor.next_step import steps_for
from onemm.recruitment.models import Application
from onemm.recruitment.queries import application_of, names_are_wanted
from onemm.web.gate import requires
from onemm.web.requests import Request
from onemm.workshops.queries import standing_bookings_of


@requires(Permission.MATCH_MENTOR, methods=("GET",))
def home(request: Request) -> HttpResponse:
    person = request.user
    glances = queries.glances_of(person)
    proposals = [one for one in offered_to(person) if one.mentor_id == person.pk]
    application = application_of(person)
    workshops = [booking for booking in standing_bookings_of(person) if booking.workshop.is_offered]
    steps = steps_for(
        glances=glances,
        proposals=proposals,
        # Whoever has somebody has been trained; it is asked of newcomers only.
        application=application,
        is_trained=bool(glances) or is_trained(person),
        names_wanted=names_are_wanted(application) if application else 0,
        suggested=units_suggested_to(person),
        bookings=workshops,
    )
    coming = sorted((session for one in glances for session in one.coming), key=lambda session: session.at)
    waits = (
        application is not None and application.state == Application.State.APPROVED and not glances and not proposals
    )
    context = {
        "hint": hint_from(would_help(person)) if waits else None,
        "step": steps[0],
        "rest": steps[1:],
        "glances": glances,
        "coming": coming,
        "first": glances[0] if glances else None,
        "application": application,
        "workshops": [booking for booking in workshops if booking.state == booking.State.BOOKED],
        "emails": emails_for(person),
    }
    return render(request, "mentor/home/home.html", context)


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def email_read(request: Request, public_id: str) -> HttpResponse:
    email = get_object_or_404(unread_emails_of(request.user), public_id=public_id)
    mark_read(email=email, by=request.user)
    return redirect("mentor:home")


urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("emails/<slug:public_id>/read/", email_read, name="email_read"),
]
