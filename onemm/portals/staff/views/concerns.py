"""Concerns, for safeguarding leads alone: unanswered first."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.concerns import OutcomeForm, RestrictionForm, TriageForm, WhoForm
from onemm.portals.staff.involved import people_involved
from onemm.safeguarding import actions, queries
from onemm.safeguarding.models import Concern
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.requests import Request

PER_PAGE = 50


@requires(Permission.CONCERN_READ, methods=("GET",))
def concerns(request: Request) -> HttpResponse:
    closed = request.GET.get("show") == "closed"
    page = Paginator(queries.concerns_in_order(request.user, closed=closed), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "closed": closed, "counts": queries.concern_counts(request.user)}
    return render(request, "staff/concerns/list.html", context)


@requires(Permission.CONCERN_READ, methods=("GET",))
def concern(request: Request, public_id: str) -> HttpResponse:
    row = _readable(request, public_id)
    actions.note_reading(concern=row, by=request.user)
    return _page(request, row)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_triage(request: Request, public_id: str) -> HttpResponse:
    row, form = _readable(request, public_id), TriageForm(request.POST)
    done = "Noted. Next, open a case, or close it with what came of it."
    return _answer(
        request,
        row,
        "triage",
        form,
        lambda said: actions.triage_concern(concern=row, by=request.user, **said),
        done=done,
    )


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_open(request: Request, public_id: str) -> HttpResponse:
    row = _readable(request, public_id)
    actions.open_case(concern=row, by=request.user)
    messages.success(request, "The case is open. Close it with its outcome once you know it.")
    return redirect("staff:concern", public_id)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_close(request: Request, public_id: str) -> HttpResponse:
    row, form = _readable(request, public_id), OutcomeForm(request.POST)
    done = "Closed, with its outcome. It stays here under “Closed”."
    return _answer(
        request, row, "close", form, lambda said: actions.close_concern(concern=row, by=request.user, **said), done=done
    )


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_restrict(request: Request, public_id: str) -> HttpResponse:
    row = _readable(request, public_id)
    people = {one.person.public_id: one for one in people_involved(row, request.POST.get("who", ""))}
    form = RestrictionForm(request.POST, people=[(key, one.label) for key, one in people.items()])

    def restrict(said: dict[str, Any]) -> None:
        actions.impose_restriction(
            person=people[said["person"]].person, by=request.user, reason=said["reason"], concern=row
        )

    done = (
        "Every contact of this person is paused from now on. Those they were to meet, and their coordinators, are "
        "told without the reason."
    )
    return _answer(request, row, "restrict", form, restrict, done=done)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_lift(request: Request, public_id: str) -> HttpResponse:
    row = _readable(request, public_id)
    for one in people_involved(row, request.POST.get("who", "")):
        if one.person.public_id == request.POST.get("person") and one.restriction is not None:
            actions.lift_restriction(restriction=one.restriction, by=request.user)
            messages.success(request, f"{one.person.first_name} may have contact again. Those concerned are told.")
            return redirect("staff:concern", public_id)
    raise Http404


def _readable(request: Request, public_id: str) -> Concern:
    rows = Concern.objects.visible_to(request.user).select_related("about", "raised_by", "triaged_by", "closed_by")
    return get_object_or_404(rows, public_id=public_id)


def _answer(
    request: Request, row: Concern, name: str, form: Form, act: Callable[[dict[str, Any]], object], *, done: str
) -> HttpResponse:
    """Do it and go back to the page, or show the page with the form as it was sent."""
    if form.is_valid():
        try:
            act({key: value for key, value in form.cleaned_data.items() if key != "who"})
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, done)
            return redirect("staff:concern", row.public_id)
    return _page(request, row, **{name: form})


def _page(request: Request, row: Concern, **sent: Form) -> HttpResponse:
    who = request.GET.get("who", "") or request.POST.get("who", "")
    involved = people_involved(row, who)
    people = [(one.person.public_id, one.label) for one in involved if one.restriction is None]
    context = {
        "concern": row,
        "who": who,
        "involved": involved,
        "sent": next(iter(sent.values()), None),
        "restricted": [one for one in involved if one.restriction is not None],
        "people": people,
        "triage": sent.get("triage") or TriageForm(initial={"urgency": row.urgency}),
        "close": sent.get("close") or OutcomeForm(),
        "find": WhoForm(initial={"who": who}),
        "restrict": sent.get("restrict") or RestrictionForm(people=people, initial={"who": who}),
    }
    return render(request, "staff/concerns/concern.html", context)


urlpatterns: list[URLPattern] = [
    path("concerns/", concerns, name="concerns"),
    path("concerns/<slug:public_id>/", concern, name="concern"),
    path("concerns/<slug:public_id>/triage/", concern_triage, name="concern_triage"),
    path("concerns/<slug:public_id>/open/", concern_open, name="concern_open"),
    path("concerns/<slug:public_id>/close/", concern_close, name="concern_close"),
    path("concerns/<slug:public_id>/restrict/", concern_restrict, name="concern_restrict"),
    path("concerns/<slug:public_id>/lift/", concern_lift, name="concern_lift"),
]
