"""A young person's page with their mentor: the year, the agreement, saying that they met, the pulse, losing touch."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match, Session
from onemm.mentoring.rules import AGREEMENT
from onemm.mentors.models import MentorProfile
from onemm.people.permissions import Permission
from onemm.portals.young.forms.matches import MetForm, PulseForm
from onemm.web.gate import requires
from onemm.web.next_step import when_in_words
from onemm.web.requests import Request

SESSIONS_SHOWN = 30


@requires(Permission.MATCH_BE_MENTORED, methods=("GET",))
def match(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    progress = queries.progress_of(mine)
    context = {
        "match": mine,
        "other": mine.mentor,
        "progress": progress,
        "sessions": mine.sessions.order_by("-at")[:SESSIONS_SHOWN],
        "profile": MentorProfile.objects.filter(person=mine.mentor).first(),
        "i_agreed": request.user.pk in queries.agreed_by(mine),
        "pulse": queries.pulse_this_month(mine, request.user),
        "unlogged": queries.unlogged_of(request.user).filter(match=mine).first(),
        "next_when": when_in_words(progress.next_planned.at) if progress.next_planned else "",
    }
    return render(request, "young/matches/match.html", context)


@requires(Permission.MATCH_BE_MENTORED)
def agreement(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    if request.method == "POST":
        try:
            actions.agree(match=mine, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, f"Thank you. When {mine.mentor.first_name} has said yes too, your year begins.")
        return redirect("young:match", public_id)
    clauses = [(clause.title, clause.to_young_person.format(other=mine.mentor.first_name)) for clause in AGREEMENT]
    context = {
        "match": mine,
        "other": mine.mentor,
        "clauses": clauses,
        "i_agreed": request.user.pk in queries.agreed_by(mine),
    }
    return render(request, "young/matches/agreement.html", context)


@requires(Permission.MATCH_BE_MENTORED)
def met(request: Request, public_id: str) -> HttpResponse:
    session = _session(request, public_id)
    form = MetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.log_session(
                match=session.match,
                by=request.user,
                at=session.at,
                minutes=said["minutes"],
                words=said["words"],
                session=session,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "It is written down, and counts towards your year.")
            return redirect("young:match", session.match.public_id)
    return render(request, "young/matches/met.html", {"session": session, "other": session.match.mentor, "form": form})


@requires(Permission.MATCH_BE_MENTORED, methods=("POST",))
def call_off(request: Request, public_id: str) -> HttpResponse:
    session = _session(request, public_id)
    actions.call_off_session(session=session, by=request.user)
    messages.success(
        request,
        f"It is called off, and we have told {session.match.mentor.first_name}. They will choose another day with you.",
    )
    return redirect("young:match", session.match.public_id)


@requires(Permission.MATCH_BE_MENTORED)
def pulse(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    given = queries.pulse_this_month(mine, request.user)
    form = PulseForm(request.POST or None, initial={"value": given.value, "words": given.words} if given else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_pulse(
                match=mine, by=request.user, value=form.cleaned_data["value"], words=form.cleaned_data["words"]
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Thank you. Your coordinator sees it, and will talk with you if it would help.")
            return redirect("young:match", public_id)
    return render(
        request, "young/matches/pulse.html", {"match": mine, "other": mine.mentor, "form": form, "given": given}
    )


@requires(Permission.MATCH_BE_MENTORED, methods=("POST",))
def lost_touch(request: Request, public_id: str) -> HttpResponse:
    actions.say_lost_touch(match=_mine(request, public_id), by=request.user)
    messages.success(
        request, "Thank you for telling us. Your coordinator knows, and will talk with you within two working days."
    )
    return redirect("young:match", public_id)


def _mine(request: Request, public_id: str) -> Match:
    rows = (
        Match.objects.visible_to(request.user)
        .filter(young_person=request.user)
        .select_related("mentor", "young_person")
    )
    return get_object_or_404(rows, public_id=public_id)


def _session(request: Request, public_id: str) -> Session:
    rows = Session.objects.visible_to(request.user).filter(match__young_person=request.user)
    return get_object_or_404(rows.select_related("match__mentor", "match__young_person"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("matches/<slug:public_id>/", match, name="match"),
    path("matches/<slug:public_id>/agreement/", agreement, name="agreement"),
    path("matches/<slug:public_id>/pulse/", pulse, name="pulse"),
    path("matches/<slug:public_id>/lost-touch/", lost_touch, name="lost_touch"),
    path("sessions/<slug:public_id>/met/", met, name="met"),
    path("sessions/<slug:public_id>/call-off/", call_off, name="call_off"),
]
