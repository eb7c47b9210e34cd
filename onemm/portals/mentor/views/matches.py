"""A mentor's page with one young person: the year, the next hour, writing it down, the agreement, the pulse."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match, Session
from onemm.mentoring.rules import AGREEMENT
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.matches import LogForm, PlanForm, PulseForm
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.next_step import when_in_words
from onemm.web.requests import Request

SESSIONS_SHOWN = 30


@requires(Permission.MATCH_MENTOR, methods=("GET",))
def match(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    sessions = mine.sessions.order_by("-at")
    progress = queries.progress_of(mine)
    context = {
        "match": mine,
        "other": mine.young_person,
        "progress": progress,
        "sessions": sessions[:SESSIONS_SHOWN],
        "i_agreed": request.user.pk in queries.agreed_by(mine),
        "pulse": queries.pulse_this_month(mine, request.user),
        "unlogged": queries.unlogged_of(request.user).filter(match=mine).first(),
        "next_when": when_in_words(progress.next_planned.at) if progress.next_planned else "",
    }
    return render(request, "mentor/matches/match.html", context)


@requires(Permission.MATCH_MENTOR)
def agreement(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    if request.method == "POST":
        try:
            actions.agree(match=mine, by=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(
                request, f"Thank you. When {mine.young_person.first_name} has agreed too, your year begins."
            )
        return redirect("mentor:match", public_id)
    clauses = [(clause.title, clause.to_mentor.format(other=mine.young_person.first_name)) for clause in AGREEMENT]
    context = {
        "match": mine,
        "other": mine.young_person,
        "clauses": clauses,
        "i_agreed": request.user.pk in queries.agreed_by(mine),
    }
    return render(request, "mentor/matches/agreement.html", context)


@requires(Permission.MATCH_MENTOR)
def plan(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.plan_session(
                match=mine,
                by=request.user,
                at=said["at"],
                channel=said["channel"],
                where=said["where"],
                purpose=said["purpose"],
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"It is in both your diaries. We have told {mine.young_person.first_name}.")
            return redirect("mentor:match", public_id)
    return render(request, "mentor/matches/plan.html", {"match": mine, "other": mine.young_person, "form": form})


@requires(Permission.MATCH_MENTOR)
def log(request: Request, public_id: str) -> HttpResponse:
    return _log(request, _mine(request, public_id), None)


@requires(Permission.MATCH_MENTOR)
def log_session(request: Request, public_id: str) -> HttpResponse:
    session = _session(request, public_id)
    return _log(request, session.match, session)


def _log(request: Request, mine: Match, session: Session | None) -> HttpResponse:
    form = LogForm(request.POST or None, initial=LogForm.start(session))
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        try:
            actions.log_session(
                match=mine, by=request.user, at=said["at"], minutes=form.length, words=said["words"], session=session
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "It is written down. Next, choose the day of your next hour.")
            return redirect("mentor:match", mine.public_id)
    context = {"match": mine, "other": mine.young_person, "form": form, "session": session}
    return render(request, "mentor/matches/log.html", context)


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def call_off(request: Request, public_id: str) -> HttpResponse:
    session = _session(request, public_id)
    actions.call_off_session(session=session, by=request.user)
    messages.success(
        request,
        f"It is called off, and we have told {session.match.young_person.first_name}. Next, choose another day.",
    )
    return redirect("mentor:match", session.match.public_id)


@requires(Permission.MATCH_MENTOR)
def pulse(request: Request, public_id: str) -> HttpResponse:
    mine = _mine(request, public_id)
    given = queries.pulse_this_month(mine, request.user)
    form: Form = PulseForm(
        request.POST or None, initial={"value": given.value, "words": given.words} if given else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_pulse(
                match=mine, by=request.user, value=form.cleaned_data["value"], words=form.cleaned_data["words"]
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Thank you. Your coordinator sees it, and will call if it would help.")
            return redirect("mentor:match", public_id)
    return render(
        request, "mentor/matches/pulse.html", {"match": mine, "other": mine.young_person, "form": form, "given": given}
    )


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def lost_touch(request: Request, public_id: str) -> HttpResponse:
    actions.say_lost_touch(match=_mine(request, public_id), by=request.user)
    messages.success(request, "Your coordinator knows, and will speak with you both within two working days.")
    return redirect("mentor:match", public_id)


def _mine(request: Request, public_id: str) -> Match:
    rows = Match.objects.visible_to(request.user).filter(mentor=request.user).select_related("mentor", "young_person")
    return get_object_or_404(rows, public_id=public_id)


def _session(request: Request, public_id: str) -> Session:
    rows = Session.objects.visible_to(request.user).filter(match__mentor=request.user)
    return get_object_or_404(rows.select_related("match__mentor", "match__young_person"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("matches/<slug:public_id>/", match, name="match"),
    path("matches/<slug:public_id>/agreement/", agreement, name="agreement"),
    path("matches/<slug:public_id>/plan/", plan, name="plan"),
    path("matches/<slug:public_id>/log/", log, name="log"),
    path("matches/<slug:public_id>/pulse/", pulse, name="pulse"),
    path("matches/<slug:public_id>/lost-touch/", lost_touch, name="lost_touch"),
    path("sessions/<slug:public_id>/log/", log_session, name="log_session"),
    path("sessions/<slug:public_id>/call-off/", call_off, name="call_off"),
]
