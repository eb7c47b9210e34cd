"""A young person's own first page, and their consent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.impact.queries import wave_for
from onemm.matching.queries import offered_to
from onemm.mentoring import queries
from onemm.mentoring.models import Enrolment
from onemm.notifications.actions import mark_read
from onemm.notifications.queries import emails_for, unread_emails_of
from onemm.people.actions.consents import withdraw_consent
from onemm.people.permissions import Permission
from onemm.portals.young.next_step import steps_for
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.MATCH_BE_MENTORED, methods=("GET",))
def home(request: Request) -> HttpResponse:
    person = request.user
    glance = next(iter(queries.glances_of(person)), None)
    enrolment = Enrolment.objects.current().filter(person=person).first()
    consent = queries.standing_consent_of(person)
    # Nobody who has a mentor is asked about another.
    proposals = [] if glance else [one for one in offered_to(person) if one.enrolment.person_id == person.pk]
    steps = steps_for(
        glance=glance,
        proposals=proposals,
        enrolment=enrolment,
        has_consent=consent is not None,
        has_question=enrolment is not None and wave_for(enrolment) is not None,
    )
    context = {
        "step": steps[0],
        "rest": steps[1:],
        "glance": glance,
        "consent": consent,
        "emails": emails_for(person),
    }
    return render(request, "young/home/home.html", context)


@requires(Permission.MATCH_BE_MENTORED)
def consent(request: Request) -> HttpResponse:
    standing = queries.standing_consent_of(request.user)
    if request.method == "POST":
        if standing is not None:
            withdraw_consent(consent=standing, by=request.user)
        messages.success(
            request, "It has stopped. You need do nothing more. Your coordinator knows, and will ask how you are."
        )
        return redirect("young:consent")
    return render(request, "young/home/consent.html", {"consent": standing})


@requires(Permission.MATCH_BE_MENTORED, methods=("POST",))
def email_read(request: Request, public_id: str) -> HttpResponse:
    email = get_object_or_404(unread_emails_of(request.user), public_id=public_id)
    mark_read(email=email, by=request.user)
    return redirect("young:home")


urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("my-yes/", consent, name="consent"),
    path("emails/<slug:public_id>/read/", email_read, name="email_read"),
]
