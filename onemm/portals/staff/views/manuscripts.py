"""One manuscript: what it is made of, what it is, its revisions; sending it to colleagues, taking it back, giving it
up.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.learning.queries import course_called
from onemm.learning.rules.building import day
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import About, AboutCourse, AboutScenario, AboutUnit
from onemm.publishing import actions, queries
from onemm.publishing.models import Manuscript
from onemm.publishing.rules.blocks import KINDS
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH, direction_of
from onemm.web.gate import requires
from onemm.web.requests import Request


def found(request: Request, public_id: str) -> Manuscript:
    return get_object_or_404(
        Manuscript.objects.visible_to(request.user).select_related("begun_by", "sent_by"), public_id=public_id
    )


def facts_of(row: Manuscript) -> dict[str, Any]:
    """Return what every page about a manuscript says."""
    course = course_called(row.course)
    return {
        "manuscript": row,
        "course": course,
        "language": IN_ENGLISH[row.language],
        "is_writing": row.state == "writing",
        "is_waiting": row.state == "waiting",
        "direction": direction_of(row.language),
        **{name: day(row.body[name]) for name in ("reviewed_on", "review_by") if name in row.body},
    }


def called(row: Manuscript, key: str) -> str:
    """Return how a place of a scenario is called in lists: a moment by its number, an ending by its words."""
    for at, step in enumerate(row.body.get("step", ()), 1):
        if step["key"] == key:
            return f"Moment {at}"
    ending = next((one for one in row.body.get("ending", ()) if one["key"] == key), None)
    return f"Ending: {ending['title'] or 'still to be written'}" if ending else "Nowhere yet"


@requires(Permission.COURSE_EDIT, methods=("GET",))
def manuscript(request: Request, public_id: str) -> HttpResponse:
    row = found(request, public_id)
    steps = [
        (step, [(option, called(row, option["to"])) for option in step.get("option", ())])
        for step in row.body.get("step", ())
    ]
    context = {
        **facts_of(row),
        "faults": queries.faults_of(row) if row.over_at is None else [],
        "steps": steps,
        "kinds": {kind: label for kind, label in KINDS.items() if kind != "drawing"},
    }
    return render(request, "staff/writing/manuscript.html", context)


@requires(Permission.COURSE_EDIT)
def about(request: Request, public_id: str) -> HttpResponse:
    row = found(request, public_id)
    form = _about(request, row)
    if form.is_valid():
        try:
            actions.save_about(
                manuscript=row,
                revision=form.cleaned_data["revision"],
                values=form.values(),
                by=request.user,
                same_meaning_as=_meaning(row, form),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("staff:manuscript", public_id)
    return render(request, "staff/writing/form.html", {**facts_of(row), "form": form, "title": "What it is"})


@requires(Permission.COURSE_EDIT, methods=("GET",))
def history(request: Request, public_id: str) -> HttpResponse:
    row = found(request, public_id)
    revisions = list(row.revisions.select_related("by"))
    numbers = {one.number: one for one in revisions}
    try:
        before, after = (
            int(request.GET.get(name, default))
            for name, default in (("before", row.revision - 1), ("after", row.revision))
        )
    except ValueError as problem:
        raise Http404 from problem
    lines = queries.compared(numbers[before].body, numbers[after].body) if {before, after} <= numbers.keys() else ()
    context = {**facts_of(row), "revisions": revisions, "lines": lines, "before": before, "after": after}
    return render(request, "staff/writing/history.html", context)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def restore(request: Request, public_id: str) -> HttpResponse:
    row = found(request, public_id)
    number, revision = (
        int(value) if (value := request.POST.get(name, "")).isdecimal() and len(value) < 9 else -1
        for name in ("number", "revision")
    )
    actions.restore(manuscript=row, revision=revision, number=number, by=request.user)
    messages.success(request, f"Revision {number} is back, as a new one. Nothing is lost.")
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def send(request: Request, public_id: str) -> HttpResponse:
    actions.send_to_colleagues(manuscript=found(request, public_id), by=request.user)
    messages.success(
        request,
        "Sent. It stands first on the desk of every other editor; somebody who has not written in it can publish it.",
    )
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def take_back(request: Request, public_id: str) -> HttpResponse:
    actions.take_back(manuscript=found(request, public_id), by=request.user)
    messages.success(request, "Taken back. Go on writing.")
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def drop(request: Request, public_id: str) -> HttpResponse:
    actions.drop_manuscript(manuscript=found(request, public_id), by=request.user)
    messages.success(request, "Given up. What is taught has not changed.")
    return redirect("staff:writing")


def _about(request: Request, row: Manuscript) -> Any:
    meaning = "same" if row.same_meaning_as else "new"
    initial = {**row.body, "revision": row.revision, "meaning": meaning}
    if row.kind == "course":
        return AboutCourse(request.POST or None, initial=initial)
    may = row.language == ENGLISH and queries.taught_now(row.kind, row.course, row.slug) is not None
    if row.kind == "scenario":
        return AboutScenario(request.POST or None, initial=initial, may_say_same=may)
    course = course_called(row.course)
    units = [(one.slug, one.title) for one in course.units if one.slug != row.slug] if course else []
    return AboutUnit(request.POST or None, initial=initial, may_say_same=may, units=units)


def _meaning(row: Manuscript, form: About) -> str | None:
    """Return the version that it stands for; empty when its meaning is new; `None` when that was not asked."""
    if "meaning" not in form.fields:
        return None
    now = queries.taught_now(row.kind, row.course, row.slug)
    return now.version if now and form.cleaned_data["meaning"] == "same" else ""


urlpatterns: list[URLPattern] = [
    path("manuscripts/<slug:public_id>/", manuscript, name="manuscript"),
    path("manuscripts/<slug:public_id>/about/", about, name="manuscript_about"),
    path("manuscripts/<slug:public_id>/history/", history, name="manuscript_history"),
    path("manuscripts/<slug:public_id>/restore/", restore, name="manuscript_restore"),
    path("manuscripts/<slug:public_id>/send/", send, name="manuscript_send"),
    path("manuscripts/<slug:public_id>/take-back/", take_back, name="manuscript_take_back"),
    path("manuscripts/<slug:public_id>/drop/", drop, name="manuscript_drop"),
]
