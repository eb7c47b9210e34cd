"""Practising on a hard moment: beginning a walk, and each choice in it."""

import secrets

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.actions.parts import course_and_scenario
from onemm.learning.actions.passing import pass_if_enough
from onemm.learning.models import ScenarioRun
from onemm.learning.queries import language_of, scenario_at, walk_of
from onemm.learning.refusals import OptionIsUnknown, WalkIsOver
from onemm.learning.rules import Course, Scenario, Walk, walk
from onemm.lib.clock import now
from onemm.people.models import Person

SEEDS = 2**31


@transaction.atomic
def begin_scenario(*, person: Person, course: str, scenario: str) -> ScenarioRun:
    """Begin a walk with a seed of its own; or go on with the open one. One whose scenario is no longer kept as it was
    is closed unjudged.

    :raises CourseIsUnknown: there is no such scenario.
    """
    taught_course, part = course_and_scenario(course, scenario)
    runs = (
        ScenarioRun.objects.select_for_update().visible_to(person).filter(course=taught_course.slug, scenario=part.slug)
    )
    run = runs.filter(finished_at=None).first()
    if run is not None:
        if walk_of(run) is not None:
            return run
        run.finished_at = now()
        run.save(update_fields=["finished_at"])
    run = ScenarioRun.objects.create(
        person=person,
        course=taught_course.slug,
        scenario=part.slug,
        version=part.version,
        seed=secrets.randbelow(SEEDS),
    )
    audit.record("scenario:begun", subject=run, by=person, course=taught_course.slug, scenario=part.slug)
    return run


@transaction.atomic
def choose(*, run: ScenarioRun, option: str, by: Person) -> Walk:
    """Take an option where the walk stands, and judge the walk when it leads to an ending.

    :raises WalkIsOver: there is nothing more to choose.
    :raises OptionIsUnknown: it is not offered here, or the scenario has been rewritten.
    """
    run = ScenarioRun.objects.select_for_update().get(pk=run.pk)
    if run.finished_at is not None:
        raise WalkIsOver
    course, _ = course_and_scenario(run.course, run.scenario)
    scenario = scenario_at(run.course, run.scenario, run.version, language_of(by))
    if scenario is None:
        raise OptionIsUnknown
    try:
        went = walk(scenario, seed=run.seed, chosen=[*run.chosen, option])
    except LookupError as problem:
        raise OptionIsUnknown from problem
    run.chosen = [*run.chosen, option]
    if went.is_over:
        _judge(run, went, by, course, scenario)
    else:
        run.save(update_fields=["chosen"])
    return went


def _judge(run: ScenarioRun, went: Walk, by: Person, course: Course, scenario: Scenario) -> None:
    counted = ScenarioRun.objects.filter(
        person=run.person_id, course=run.course, scenario=run.scenario, minutes__gt=0
    ).exists()
    run.score, run.out_of, run.is_competent = went.score, went.out_of, went.is_competent
    run.minutes = 0 if counted else scenario.minutes
    run.finished_at = now()
    run.save()
    audit.record(
        "scenario:walked",
        subject=run,
        by=by,
        course=run.course,
        scenario=run.scenario,
        version=run.version,
        competent=run.is_competent,
    )
    pass_if_enough(person=by, course=course)
