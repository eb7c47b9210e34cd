"""Practice on hard moments: what a scenario is about and how it is judged, and one walk through it."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.learning import queries
from onemm.learning.actions import begin_scenario, choose
from onemm.learning.models import ScenarioRun
from onemm.learning.queries import ScenarioProgress
from onemm.learning.rules import Ending, Option, Walk
from onemm.people.permissions import Permission
from onemm.portals.mentor.pages.practice import end_page, moment_page, scenario_page
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


@requires(Permission.COURSE_TAKE)
def practice(request: Request, course: str, scenario: str) -> HttpResponse:
    practised = get_scenario_for(request, course, scenario)
    if request.method == "POST":
        run = begin_scenario(person=request.user, course=course, scenario=scenario)
        return redirect("mentor:walk", run.public_id)
    return show(request, "mentor/practice/scenario.html", scenario_page(practised))


@requires(Permission.COURSE_TAKE)
def walk(request: Request, public_id: str) -> HttpResponse:
    run = get_object_or_404(ScenarioRun.objects.visible_to(request.user), public_id=public_id)
    walk = queries.walk_of(run)
    if walk is None:
        return redirect("mentor:practice", run.course, run.scenario)
    if isinstance(walk.here, Ending):
        progress = queries.progress_in(request.user, run.course)
        return show(request, "mentor/practice/end.html", end_page(run, walk, walk.here.title, progress))
    form = Questions(request.POST or None, questions=[Ask(walk.here.options)])

    def take() -> Walk:
        return choose(run=run, option=form.cleaned_data["option"], by=request.user)

    sent = submit(request, form, take, to=reverse("mentor:walk", args=[public_id]))
    return sent or show(request, "mentor/practice/step.html", moment_page(walk, form))


def get_scenario_for(request: Request, course: str, scenario: str) -> ScenarioProgress:
    progress = queries.progress_in(request.user, course)
    scenarios = progress.scenarios if progress else ()
    practised = next((practised for practised in scenarios if practised.scenario.slug == scenario), None)
    if practised is None:
        raise Http404
    return practised


urlpatterns: list[URLPattern] = [
    path("training/<slug:course>/practice/<slug:scenario>/", practice, name="practice"),
    path("training/walks/<slug:public_id>/", walk, name="walk"),
]
