"""The pairs a coordinator looks after: the table, one pair, pausing and endings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.mentoring import actions
from onemm.mentoring.models import Match
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.pairs import EndingForm
from onemm.portals.partner.pages.pairs import end_page, pair_page, pairs_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def pairs(request: Request) -> HttpResponse:
    return show(request, "partner/pairs/list.html", pairs_page(request.user, request.GET))


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def pair(request: Request, public_id: str) -> HttpResponse:
    match = get_match_for(request, public_id)
    return show(request, "partner/pairs/pair.html", pair_page(match, request.user))


@requires(Permission.MATCH_LOOK_AFTER, methods=("POST",))
def pause(request: Request, public_id: str) -> HttpResponse:
    actions.pause_match(match=get_match_for(request, public_id), by=request.user)
    messages.success(
        request, "Their meetings are paused, and both have been told. You can let them go on from this page."
    )
    return redirect("partner:pair", public_id)


@requires(Permission.MATCH_LOOK_AFTER, methods=("POST",))
def resume(request: Request, public_id: str) -> HttpResponse:
    actions.resume_match(match=get_match_for(request, public_id), by=request.user)
    messages.success(request, "They can meet again, and both have been told. Next, they choose a day.")
    return redirect("partner:pair", public_id)


@requires(Permission.MATCH_LOOK_AFTER)
def end(request: Request, public_id: str) -> HttpResponse:
    match = get_match_for(request, public_id)
    form = EndingForm(request.POST or None)
    answer = submit(
        request,
        form,
        lambda: actions.end_match(match=match, by=request.user, **form.goodbye()),
        to=reverse("partner:pair", args=[public_id]),
        done="The match has ended, and both have been told. The young person can be suggested a mentor again.",
    )
    return answer or show(request, "partner/pairs/end.html", end_page(match, form))


def get_match_for(request: Request, public_id: str) -> Match:
    """Return a pair that whoever asks looks after; anyone else's is not there."""
    matches = Match.objects.visible_to(request.user).looked_after_by(request.user)
    people = matches.select_related(
        "mentor", "young_person", "enrolment__programme__organisation", "introduced_by", "ended_by"
    )
    return get_object_or_404(people, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("pairs/", pairs, name="pairs"),
    path("pairs/<slug:public_id>/", pair, name="pair"),
    path("pairs/<slug:public_id>/pause/", pause, name="pair_pause"),
    path("pairs/<slug:public_id>/resume/", resume, name="pair_resume"),
    path("pairs/<slug:public_id>/end/", end, name="pair_end"),
]
