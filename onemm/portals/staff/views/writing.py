"""The editors' desk: what waits, what is due, what is taught; and beginning something."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.learning.queries import courses
from onemm.learning.queries.desk import desk
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import Begin, Translate
from onemm.portals.staff.pages.taught import taught_page
from onemm.portals.staff.pages.writing import begin_page, desk_page
from onemm.publishing import actions, queries
from onemm.publishing.models import Edition, Manuscript
from onemm.publishing.rules.languages import ENGLISH
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.COURSE_EDIT, methods=("GET",))
def writing(request: Request) -> HttpResponse:
    return show(request, "staff/writing/desk.html", desk_page(request.user, request.GET))


@requires(Permission.COURSE_EDIT)
def begin(request: Request) -> HttpResponse:
    known = courses()
    planned = [edition for edition in desk(request.user).planned_courses if edition.body]
    form = Begin(
        request.POST or None,
        courses=[
            *((course.slug, course.title) for course in known),
            *((edition.course, edition.body["title"]) for edition in planned),
        ],
        of_mentors={course.slug for course in known if course.audience == "mentor"},
        initial={"course": request.GET.get("course")},
    )

    def begin_manuscript() -> Manuscript:
        return actions.begin_manuscript(**form.cleaned_data, by=request.user)

    done = "Begun. Nobody but editors sees it until it is published."
    sent = submit(request, form, begin_manuscript, to=_manuscript_url, done=done)
    return sent or show(request, "staff/form.html", begin_page(form))


@requires(Permission.COURSE_EDIT)
def taught(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    """One part as it is taught: its editions, its languages, and what can be done with it."""
    slug = "" if kind == "course" else unit
    now = queries.taught_now(kind, course, slug)
    if now is None:
        raise Http404
    form = Translate(request.POST or None)

    def translate() -> Manuscript:
        language = form.cleaned_data["language"]
        return actions.translate(kind=kind, course=course, slug=slug, language=language, by=request.user)

    done = "The English words are there, part by part. Put the other language in their place."
    if sent := submit(request, form, translate, to=_manuscript_url, done=done):
        return sent
    page = taught_page(request.user, now, form, request.GET, kind=kind, course=course, unit=unit)
    return show(request, "staff/writing/taught.html", page)


@requires(Permission.COURSE_EDIT, methods=("POST",))
def take_up(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    slug = "" if kind == "course" else unit
    if queries.taught_now(kind, course, slug) is None:
        raise Http404
    language = request.POST.get("language", ENGLISH)
    manuscript = actions.take_up(kind=kind, course=course, slug=slug, by=request.user, language=language)
    messages.success(
        request, "Here it is to be changed. Learners go on with the published one until yours is published."
    )
    return redirect(_manuscript_url(manuscript))


@requires(Permission.COURSE_EDIT, methods=("POST",))
def withdraw(request: Request, course: str, kind: str, unit: str) -> HttpResponse:
    edition = Edition.objects.of(kind, course, unit).filter(language=ENGLISH).first()
    if edition is None or not edition.body:
        raise Http404
    actions.withdraw(edition=edition, by=request.user)
    messages.success(request, "It is out of the course. Whoever has done it keeps their minutes and their pass.")
    return redirect("staff:writing")


def _manuscript_url(manuscript: Manuscript) -> str:
    return reverse("staff:manuscript", args=[manuscript.public_id])


urlpatterns: list[URLPattern] = [
    path("writing/", writing, name="writing"),
    path("writing/begin/", begin, name="begin_writing"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/", taught, name="taught"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/take-up/", take_up, name="take_up"),
    path("writing/<slug:course>/<slug:kind>/<slug:unit>/withdraw/", withdraw, name="withdraw"),
]
