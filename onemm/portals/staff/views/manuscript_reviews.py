"""A manuscript as learners would meet it, and the second pair of eyes."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.learning.queries import AnswerGiven
from onemm.learning.queries.checks import preview_scenario, preview_unit
from onemm.learning.rules import Option, ScenarioStep, Walk, faults_in_scenario, walk
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import SendBack
from onemm.portals.staff.pages.manuscript_reviews import look_over_page, not_yet_page, preview_page, walk_preview_page
from onemm.portals.staff.views.manuscripts import LONGEST_NUMBER, get_manuscript_for
from onemm.publishing import actions
from onemm.publishing.models import Manuscript, ManuscriptKind
from onemm.publishing.rules.pictures import PictureIsBroken
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.questions import Questions
from onemm.web.requests import Request


@dataclass(frozen=True)
class Ask:
    """A moment as a question of a form."""

    choices: tuple[Option, ...]
    key: str = "option"
    text: str = "What do you do?"


@requires(Permission.COURSE_EDIT, methods=("GET",))
def preview(request: Request, public_id: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    if manuscript.kind == ManuscriptKind.UNIT:
        return _unit(request, manuscript)
    if manuscript.kind == ManuscriptKind.SCENARIO:
        return _scenario(request, manuscript)
    raise Http404


@requires(Permission.COURSE_EDIT)
def look_over(request: Request, public_id: str) -> HttpResponse:
    """Compare with what is taught, then publish or send back."""
    manuscript = get_manuscript_for(request, public_id)
    if manuscript.state != Manuscript.State.WAITING:
        return redirect("staff:manuscript", public_id)
    if request.method == "POST" and request.POST.get("publish"):
        edition = actions.publish(manuscript=manuscript, by=request.user)
        messages.success(
            request,
            f"Published as version {edition.version}. Learners meet it from now on; whoever is in the middle finishes "
            "what they began.",
        )
        return redirect("staff:writing")
    form = SendBack(request.POST if request.POST.get("send_back") else None)

    def send_back() -> Manuscript:
        return actions.send_back(manuscript=manuscript, why=form.cleaned_data["why"], by=request.user)

    sent = submit(request, form, send_back, to=reverse("staff:writing"), done="Sent back, with your words.")
    return sent or show(request, "staff/writing/look_over.html", look_over_page(request.user, manuscript, form))


def _unit(request: Request, manuscript: Manuscript) -> HttpResponse:
    try:
        unit = preview_unit(manuscript)
    except (PictureIsBroken, OSError):
        return show(request, "staff/writing/not_yet.html", not_yet_page(manuscript))
    form = Questions(request.GET if request.GET.get("try") else None, questions=unit.questions)
    given = (
        [AnswerGiven(question, question.choice(form.cleaned_data[question.key])) for question in unit.questions]
        if form.is_valid()
        else []
    )
    return show(request, "staff/writing/preview.html", preview_page(manuscript, unit, form, given))


def _scenario(request: Request, manuscript: Manuscript) -> HttpResponse:
    scenario = preview_scenario(manuscript)
    if faults_in_scenario(scenario):
        return show(request, "staff/writing/not_yet.html", not_yet_page(manuscript))
    asked = request.GET.get("seed", "1")
    seed = int(asked) if asked.isdecimal() and len(asked) < LONGEST_NUMBER else 1
    chosen = request.GET.getlist("chosen")
    try:
        went = walk(scenario, seed=seed, chosen=chosen)
        form = _moment(went, request.GET if "option" in request.GET else None)
        if form is not None and form.is_valid():
            chosen = [*chosen, form.cleaned_data["option"]]
            went = walk(scenario, seed=seed, chosen=chosen)
            form = _moment(went)
    except LookupError as problem:
        raise Http404 from problem
    page = walk_preview_page(manuscript, went, form, seed=seed, chosen=chosen)
    return show(request, "staff/writing/preview_walk.html", page)


def _moment(went: Walk, sent: QueryDict | None = None) -> Questions | None:
    """Return what a moment asks; nothing at an ending."""
    return Questions(sent, questions=[Ask(went.here.options)]) if isinstance(went.here, ScenarioStep) else None


urlpatterns: list[URLPattern] = [
    path("manuscripts/<slug:public_id>/preview/", preview, name="manuscript_preview"),
    path("manuscripts/<slug:public_id>/look-over/", look_over, name="manuscript_look_over"),
]
