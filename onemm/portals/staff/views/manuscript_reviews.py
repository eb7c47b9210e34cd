"""A manuscript as learners would meet it, and the second pair of eyes."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.learning.queries import AnswerGiven
from onemm.learning.queries.checks import preview_scenario, preview_unit
from onemm.learning.rules import Option, Step, faults_in_scenario, walk
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import SendBack
from onemm.portals.staff.views.manuscripts import facts_of, found
from onemm.publishing import actions, queries
from onemm.publishing.models import Manuscript
from onemm.publishing.rules.languages import ENGLISH
from onemm.publishing.rules.pictures import PictureIsBroken
from onemm.web.gate import requires
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
    row = found(request, public_id)
    if row.kind == "unit":
        return _unit(request, row)
    if row.kind == "scenario":
        return _scenario(request, row)
    raise Http404


@requires(Permission.COURSE_EDIT)
def look_over(request: Request, public_id: str) -> HttpResponse:
    """Compare with what is taught, then publish or send back."""
    row = found(request, public_id)
    if row.state != "waiting":
        return redirect("staff:manuscript", public_id)
    form = SendBack(request.POST if request.POST.get("send_back") else None)
    if request.method == "POST" and request.POST.get("publish"):
        edition = actions.publish(manuscript=row, by=request.user)
        messages.success(
            request,
            f"Published as version {edition.version}. Learners meet it from now on; whoever is in the middle finishes "
            "what they began.",
        )
        return redirect("staff:writing")
    if form.is_valid():
        try:
            actions.send_back(manuscript=row, why=form.cleaned_data["why"], by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Sent back, with your words.")
            return redirect("staff:writing")
    taught = queries.taught_now(row.kind, row.course, row.slug, row.language) or queries.taught_now(
        row.kind, row.course, row.slug, ENGLISH
    )
    context = {
        **facts_of(row),
        "form": form,
        "taught": taught,
        "lines": queries.compared(taught.body if taught else {}, row.body),
        "wrote": queries.wrote_in(row, request.user),
        "faults": queries.faults_of(row),
    }
    return render(request, "staff/writing/look_over.html", context)


def _unit(request: Request, row: Manuscript) -> HttpResponse:
    try:
        unit = preview_unit(row)
    except (PictureIsBroken, OSError):
        return render(request, "staff/writing/not_yet.html", facts_of(row))
    form = Questions(request.GET if request.GET.get("try") else None, questions=unit.questions)
    given = (
        [AnswerGiven(question, question.choice(form.cleaned_data[question.key])) for question in unit.questions]
        if form.is_valid()
        else []
    )
    context = {
        **facts_of(row),
        "unit": unit,
        "form": form,
        "given": given,
        "score": sum(one.is_right for one in given),
        "wrong": [one for one in given if not one.is_right],
        "right": [one for one in given if one.is_right],
    }
    return render(request, "staff/writing/preview.html", context)


def _scenario(request: Request, row: Manuscript) -> HttpResponse:
    scenario = preview_scenario(row)
    if faults_in_scenario(scenario):
        return render(request, "staff/writing/not_yet.html", facts_of(row))
    asked = request.GET.get("seed", "1")
    seed = int(asked) if asked.isdecimal() and len(asked) < 9 else 1
    chosen = request.GET.getlist("chosen")
    form = None
    try:
        went = walk(scenario, seed=seed, chosen=chosen)
        if isinstance(went.here, Step):
            form = Questions(request.GET if "option" in request.GET else None, questions=[Ask(went.here.options)])
            if form.is_valid():
                chosen = [*chosen, form.cleaned_data["option"]]
                went = walk(scenario, seed=seed, chosen=chosen)
                form = Questions(None, questions=[Ask(went.here.options)]) if isinstance(went.here, Step) else None
    except LookupError as problem:
        raise Http404 from problem
    context = {
        **facts_of(row),
        "walk": went,
        "form": form,
        "chosen": chosen,
        "seed": seed,
        "next_seed": seed + 1,
        "last": went.taken[-1] if went.taken else None,
    }
    return render(request, "staff/writing/preview_walk.html", context)


urlpatterns: list[URLPattern] = [
    path("manuscripts/<slug:public_id>/preview/", preview, name="manuscript_preview"),
    path("manuscripts/<slug:public_id>/look-over/", look_over, name="manuscript_look_over"),
]
