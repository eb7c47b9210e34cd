"""A walk through a scenario, as it stands."""

from onemm.training.models import ScenarioRun
from onemm.training.queries.courses import course_called
from onemm.training.rules import Walk, walk


def walk_of(run: ScenarioRun) -> Walk | None:
    """Return a walk in the words that its seed gives; `None` when the scenario has since been rewritten under it."""
    course = course_called(run.course)
    scenario = course.scenario(run.scenario) if course else None
    if scenario is None or scenario.version != run.version:
        return None
    try:
        return walk(scenario, seed=run.seed, chosen=run.chosen)
    except LookupError:
        return None
