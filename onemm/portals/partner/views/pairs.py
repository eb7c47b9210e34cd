"""The pairs a coordinator looks after: the table, one pair, pausing and endings."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, F, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.pairs import EndingForm, PairsFilter
from onemm.web.gate import requires
from onemm.web.requests import Request

PER_PAGE = 50
SORTS = {
    "name": ("young_person__first_name", "pk"),
    "-name": ("-young_person__first_name", "-pk"),
    "met": ("last_met", "pk"),
    "-met": ("-last_met", "-pk"),
    "hours": ("held_minutes", "pk"),
    "-hours": ("-held_minutes", "-pk"),
}
SESSIONS_SHOWN = 30


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def pairs(request: Request) -> HttpResponse:
    form = PairsFilter(request.GET)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    mine = Match.objects.looked_after_by(request.user)
    shown = (
        (mine.filter(state=state) if state else mine.open())
        .with_progress()
        .select_related("mentor", "young_person", "enrolment__programme")
    )
    attention = {one.match.pk: one for one in queries.pairs_needing_attention(request.user)}
    pressing = Case(When(pk__in=list(attention), then=Value(0)), default=Value(1))
    order = SORTS.get(request.GET.get("sort", ""), (pressing, F("last_met").asc(nulls_first=True), "pk"))
    page = Paginator(shown.order_by(*order), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(match, attention.get(match.pk)) for match in page]
    return render(
        request,
        "partner/pairs/list.html",
        {"page": page, "rows": rows, "form": form, "call_title": _call_title(len(attention))},
    )


def _call_title(number: int) -> str:
    return "" if not number else "1 pair wants a call" if number == 1 else f"{number} pairs want a call"


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def pair(request: Request, public_id: str) -> HttpResponse:
    match = _theirs(request, public_id)
    context = {
        "match": match,
        "progress": queries.progress_of(match),
        "pulses": queries.pulses_of(match, reader=request.user),
        "sessions": match.sessions.select_related("logged_by").order_by("-at")[:SESSIONS_SHOWN],
        "agreed": queries.agreed_by(match),
    }
    return render(request, "partner/pairs/pair.html", context)


@requires(Permission.MATCH_LOOK_AFTER, methods=("POST",))
def pause(request: Request, public_id: str) -> HttpResponse:
    actions.pause_match(match=_theirs(request, public_id), by=request.user)
    messages.success(
        request, "Their meetings are paused, and both have been told. You can let them go on from this page."
    )
    return redirect("partner:pair", public_id)


@requires(Permission.MATCH_LOOK_AFTER, methods=("POST",))
def resume(request: Request, public_id: str) -> HttpResponse:
    actions.resume_match(match=_theirs(request, public_id), by=request.user)
    messages.success(request, "They can meet again, and both have been told. Next, they choose a day.")
    return redirect("partner:pair", public_id)


@requires(Permission.MATCH_LOOK_AFTER)
def end(request: Request, public_id: str) -> HttpResponse:
    match = _theirs(request, public_id)
    form = EndingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.end_match(
                match=match,
                by=request.user,
                ending=said["ending"],
                reason=said["reason"],
                closing_talk_held=said["closing_talk"] == "yes",
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                "The match has ended, and both have been told. The young person can be suggested a mentor again.",
            )
            return redirect("partner:pair", public_id)
    return render(request, "partner/pairs/end.html", {"match": match, "form": form})


def _theirs(request: Request, public_id: str) -> Match:
    rows = Match.objects.visible_to(request.user).looked_after_by(request.user)
    people = rows.select_related(
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
