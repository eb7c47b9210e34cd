"""Practice on hard moments: what a scenario is about and how it is judged, and one walk through it."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.learning import queries
from onemm.learning.actions import begin_scenario, choose
from onemm.learning.models import ScenarioRun
from onemm.learning.rules import Option, Step, Walk
from onemm.learning.rules.scenarios import ENOUGH, POINTS
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.mentor.onward import onward_in
from onemm.web.gate import requires
from onemm.web.questions import Questions
from onemm.web.requests import Request


@dataclass(frozen=True)
class Ask:
    """A moment as a question of a form."""

    choices: tuple[Option, ...]
    key: str = "option"
    text: str = "What do you do?"


@requires(Permission.COURSE_TAKE)
def practice(request: Request, course: str, scenario: str) -> HttpResponse:
    progress = queries.progress_in(request.user, course)
    found = next((one for one in progress.scenarios if one.scenario.slug == scenario), None) if progress else None
    if found is None:
        raise Http404
    if request.method == "POST":
        run = begin_scenario(person=request.user, course=course, scenario=scenario)
        return redirect("mentor:walk", run.public_id)
    context = {"progress": progress, "one": found, "key": POINTS.items(), "enough": ENOUGH}
    return render(request, "mentor/practice/scenario.html", context)


@requires(Permission.COURSE_TAKE)
def walk(request: Request, public_id: str) -> HttpResponse:
    run = get_object_or_404(ScenarioRun.objects.visible_to(request.user), public_id=public_id)
    went = queries.walk_of(run)
    if went is None:
        return redirect("mentor:practice", run.course, run.scenario)
    if not isinstance(went.here, Step):
        return _end(request, run, went)
    form = Questions(request.POST or None, questions=[Ask(went.here.options)])
    if form.is_valid():
        try:
            choose(run=run, option=form.cleaned_data["option"], by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("mentor:walk", public_id)
    context = {
        "run": run,
        "walk": went,
        "form": form,
        "last": went.taken[-1] if went.taken else None,
        "number": len(went.taken) + 1,
    }
    return render(request, "mentor/practice/step.html", context)


def _end(request: Request, run: ScenarioRun, went: Walk) -> HttpResponse:
    progress = queries.progress_in(request.user, run.course)
    onward = onward_in(progress) if progress else None
    context = {
        "run": run,
        "walk": went,
        "onward": onward,
        "last": went.taken[-1],
        "harmful": [one for one in went.taken if not one.option.points],
    }
    return render(request, "mentor/practice/end.html", context)


urlpatterns: list[URLPattern] = [
    path("training/<slug:course>/practice/<slug:scenario>/", practice, name="practice"),
    path("training/walks/<slug:public_id>/", walk, name="walk"),
]
