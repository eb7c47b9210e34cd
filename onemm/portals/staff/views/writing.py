"""The editors' desk: what waits, what is due, what is taught; and beginning something."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.learning.queries import courses
from onemm.learning.queries.desk import desk
from onemm.learning.rules.building import day
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import Begin, Translate
from onemm.publishing import actions, queries
from onemm.publishing.models import Edition, Manuscript
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.COURSE_EDIT, methods=("GET",))
def writing(request: Request) -> HttpResponse:
    return render(request, "staff/writing/desk.html", {"desk": desk(request.user), "languages": IN_ENGLISH})


@requires(Permission.COURSE_EDIT)
def begin(request: Request) -> HttpResponse:
    known = courses()
    planned = [(one.course, one.body["title"]) for one in desk(request.user).planned_courses if one.body]
    mentors = {course.slug for course in known if course.audience == "mentor"}
    form = Begin(
        request.POST or None,
        courses=[*((one.slug, one.title) for one in known), *planned],
        initial={"course": request.GET.get("course")},
    )
    if form.is_valid():
        said = form.cleaned_data
        if said["kind"] == "scenario" and said["course"] not in mentors:
            form.add_error("course", "Scenarios are practised by mentors. Choose a course of theirs that has a unit.")
        else:
            made = actions.begin_manuscript(
                kind=said["kind"], title=said["title"], course=said["course"], by=request.user
            )
            messages.success(request, "Begun. Nobody but editors sees it until it is published.")
            return redirect("staff:manuscript", made.public_id)
    return render(request, "staff/writing/begin.html", {"form": form})


@requires(Permission.COURSE_EDIT)
def taught(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    """One part as it is taught: its editions, its languages, and what can be done with it."""
    now = queries.taught_now(kind, course, "" if kind == "course" else unit)
    if now is None:
        raise Http404
    slug = "" if kind == "course" else unit
    form = Translate(request.POST or None)
    if form.is_valid():
        try:
            made = actions.translate(
                kind=kind, course=course, slug=slug, language=form.cleaned_data["language"], by=request.user
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "The English words are there, part by part. Put the other language in their place."
            )
            return redirect("staff:manuscript", made.public_id)
    editions = list(Edition.objects.of(kind, course, slug).select_related("sent_by", "approved_by"))
    newest = {edition.language: edition for edition in reversed(editions) if edition.language != ENGLISH}
    open_ = list(Manuscript.objects.visible_to(request.user).open().filter(kind=kind, course=course, slug=slug))
    context = {
        "now": now,
        "kind": kind,
        "course": course,
        "unit": unit,
        "form": form,
        "editions": editions,
        "open": open_,
        "translations": [(one, IN_ENGLISH[one.language], one.version != now.version) for one in newest.values()],
        "names": IN_ENGLISH,
        "review_by": day(now.body["review_by"]) if kind != "course" else None,
        "is_open_in_english": any(one.language == ENGLISH for one in open_),
        "may_withdraw": now.edition is not None and kind != "course",
    }
    return render(request, "staff/writing/taught.html", context)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def take_up(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    slug = "" if kind == "course" else unit
    if queries.taught_now(kind, course, slug) is None:
        raise Http404
    language = request.POST.get("language", ENGLISH)
    made = actions.take_up(kind=kind, course=course, slug=slug, by=request.user, language=language)
    messages.success(
        request, "Here it is to be changed. Learners go on with the published one until yours is published."
    )
    return redirect("staff:manuscript", made.public_id)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def withdraw(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    edition = Edition.objects.of(kind, course, unit).filter(language=ENGLISH).first()
    if edition is None or not edition.body:
        raise Http404
    actions.withdraw(edition=edition, by=request.user)
    messages.success(request, "It is out of the course. Whoever has done it keeps their minutes and their pass.")
    return redirect("staff:writing")


urlpatterns: list[URLPattern] = [
    path("writing/", writing, name="writing"),
    path("writing/begin/", begin, name="begin_writing"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/", taught, name="taught"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/take-up/", take_up, name="take_up"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/withdraw/", withdraw, name="withdraw"),
]
