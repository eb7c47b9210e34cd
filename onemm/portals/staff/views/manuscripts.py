"""One manuscript: what it is made of, what it is, its revisions; sending it to colleagues, taking it back, giving it
up.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.learning.queries import course_called
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import About, AboutCourse, AboutScenario, AboutUnit
from onemm.portals.staff.pages.manuscript import manuscript_page
from onemm.portals.staff.pages.manuscript_forms import history_page, manuscript_form_page
from onemm.publishing import actions, queries
from onemm.publishing.models import Manuscript, ManuscriptKind
from onemm.publishing.rules.languages import ENGLISH
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

LONGEST_NUMBER = 9


def get_manuscript_for(request: Request, public_id: str) -> Manuscript:
    manuscripts = Manuscript.objects.visible_to(request.user).select_related("begun_by", "sent_by")
    return get_object_or_404(manuscripts, public_id=public_id)


@requires(Permission.COURSE_EDIT, methods=("GET",))
def manuscript(request: Request, public_id: str) -> HttpResponse:
    return show(request, "staff/writing/manuscript.html", manuscript_page(get_manuscript_for(request, public_id)))


@requires(Permission.COURSE_EDIT)
def about(request: Request, public_id: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    form = _about(request, manuscript)

    def save_about() -> Manuscript:
        return actions.save_about(
            manuscript=manuscript,
            revision=form.cleaned_data["revision"],
            values=form.values(),
            by=request.user,
            same_meaning_as=_meaning(manuscript, form),
        )

    sent = submit(request, form, save_about, to=reverse("staff:manuscript", args=[public_id]))
    return sent or show(request, "staff/writing/form.html", manuscript_form_page(manuscript, form, "What it is"))


@requires(Permission.COURSE_EDIT, methods=("GET",))
def history(request: Request, public_id: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    try:
        before = int(request.GET.get("before", manuscript.revision - 1))
        after = int(request.GET.get("after", manuscript.revision))
    except ValueError as problem:
        raise Http404 from problem
    page = history_page(manuscript, before=before, after=after, address=request.GET)
    return show(request, "staff/writing/history.html", page)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def restore(request: Request, public_id: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    number, revision = number_sent(request, "number"), number_sent(request, "revision")
    actions.restore(manuscript=manuscript, revision=revision, number=number, by=request.user)
    messages.success(request, f"Revision {number} is back, as a new one. Nothing is lost.")
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def send(request: Request, public_id: str) -> HttpResponse:
    actions.send_to_colleagues(manuscript=get_manuscript_for(request, public_id), by=request.user)
    messages.success(
        request,
        "Sent. It stands first on the desk of every other editor; somebody who has not written in it can publish it.",
    )
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def take_back(request: Request, public_id: str) -> HttpResponse:
    actions.take_back(manuscript=get_manuscript_for(request, public_id), by=request.user)
    messages.success(request, "Taken back. Go on writing.")
    return redirect("staff:manuscript", public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def drop(request: Request, public_id: str) -> HttpResponse:
    actions.drop_manuscript(manuscript=get_manuscript_for(request, public_id), by=request.user)
    messages.success(request, "Given up. What is taught has not changed.")
    return redirect("staff:writing")


def number_sent(request: Request, name: str) -> int:
    """Return a number that a button sent; -1, which nothing has, where it is none."""
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < LONGEST_NUMBER else -1


def _about(request: Request, manuscript: Manuscript) -> About:
    meaning = "same" if manuscript.same_meaning_as else "new"
    initial = {**manuscript.body, "revision": manuscript.revision, "meaning": meaning}
    if manuscript.kind == ManuscriptKind.COURSE:
        return AboutCourse(request.POST or None, initial=initial)
    may_say_same = manuscript.language == ENGLISH and _taught(manuscript) is not None
    if manuscript.kind == ManuscriptKind.SCENARIO:
        return AboutScenario(request.POST or None, initial=initial, may_say_same=may_say_same)
    course = course_called(manuscript.course)
    units = [(unit.slug, unit.title) for unit in course.units if unit.slug != manuscript.slug] if course else []
    return AboutUnit(request.POST or None, initial=initial, may_say_same=may_say_same, units=units)


def _meaning(manuscript: Manuscript, form: About) -> str | None:
    """Return the version that it stands for; empty when its meaning is new; `None` when that was not asked."""
    if "meaning" not in form.fields:
        return None
    taught = _taught(manuscript)
    return taught.version if taught and form.cleaned_data["meaning"] == "same" else ""


def _taught(manuscript: Manuscript) -> queries.Taught | None:
    return queries.taught_now(manuscript.kind, manuscript.course, manuscript.slug)


urlpatterns: list[URLPattern] = [
    path("manuscripts/<slug:public_id>/", manuscript, name="manuscript"),
    path("manuscripts/<slug:public_id>/about/", about, name="manuscript_about"),
    path("manuscripts/<slug:public_id>/history/", history, name="manuscript_history"),
    path("manuscripts/<slug:public_id>/restore/", restore, name="manuscript_restore"),
    path("manuscripts/<slug:public_id>/send/", send, name="manuscript_send"),
    path("manuscripts/<slug:public_id>/take-back/", take_back, name="manuscript_take_back"),
    path("manuscripts/<slug:public_id>/drop/", drop, name="manuscript_drop"),
]
