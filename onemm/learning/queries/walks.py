"""A walk through a scenario, as it stands."""

from onemm.learning.models import ScenarioRun
from onemm.learning.queries.courses import language_of, scenario_at
from onemm.learning.rules import Walk, walk


def walk_of(run: ScenarioRun) -> Walk | None:
    """Return a walk in the words that its seed gives, through the scenario as it was when it began; `None` when that is
    no longer kept.
    """
    scenario = scenario_at(run.course, run.scenario, run.version, language_of(run.person))
    if scenario is None:
        return None
    try:
        return walk(scenario, seed=run.seed, chosen=run.chosen)
    except LookupError:
        return None
