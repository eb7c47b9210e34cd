"""How far someone has come, and the next part: exactly where they stopped."""

from dataclasses import dataclass
from datetime import datetime

from onemm.learning.models import CoursePass, ScenarioRun, UnitCompletion, UnitReading
from onemm.learning.queries.courses import courses_for, language_of, unit_at
from onemm.learning.queries.passing import scenarios_left
from onemm.learning.rules import Course, Scenario, Unit
from onemm.people.models import Person


@dataclass(frozen=True)
class UnitProgress:
    """A unit: new, read (its questions are open), or done; and whether it has changed since it was done."""

    unit: Unit
    state: str
    has_changed: bool = False

    @property
    def is_done(self) -> bool:
        return self.state == "done"

    @property
    def is_read(self) -> bool:
        return self.state == "read"


@dataclass(frozen=True)
class ScenarioProgress:
    """A scenario: whether a walk is open, how many were finished, and whether one of them was walked well."""

    scenario: Scenario
    is_must: bool
    open_run: ScenarioRun | None
    finished: int
    is_competent: bool


@dataclass(frozen=True)
class CourseProgress:
    """How far someone has come in a course: its parts, the hours it has given them, and when they passed."""

    course: Course
    units: tuple[UnitProgress, ...]
    scenarios: tuple[ScenarioProgress, ...]
    minutes: int
    passed_at: datetime | None

    @property
    def units_done(self) -> int:
        return sum(unit.is_done for unit in self.units)

    @property
    def next_unit(self) -> UnitProgress | None:
        """The first that is not done; one that was read and not yet answered is where someone stopped."""
        left = [progress for progress in self.units if not progress.is_done]
        return next((progress for progress in left if progress.is_read), left[0] if left else None)

    @property
    def scenarios_left(self) -> int:
        return scenarios_left(
            self.course, {progress.scenario.slug for progress in self.scenarios if progress.is_competent}
        )

    @property
    def next_scenario(self) -> ScenarioProgress | None:
        """The one to practise next, while any is needed: an open walk, then one that must be walked well, then any
        other.
        """
        left = [progress for progress in self.scenarios if not progress.is_competent] if self.scenarios_left else []
        return min(
            left,
            key=lambda progress: (progress.open_run is None, not progress.is_must, progress.finished),
            default=None,
        )

    @property
    def is_passed(self) -> bool:
        return self.passed_at is not None

    @property
    def is_begun(self) -> bool:
        return any(unit.state != "new" for unit in self.units)

    @property
    def minutes_left(self) -> int:
        """What is left of reading and practice; nothing once it is passed."""
        if self.is_passed:
            return 0
        left = sum(progress.unit.minutes for progress in self.units if not progress.is_done)
        to_walk = sorted(progress.scenario.minutes for progress in self.scenarios if not progress.is_competent)[
            : self.scenarios_left
        ]
        return left + sum(to_walk)


def training_of(person: Person, *, audience: str = "mentor") -> tuple[CourseProgress, ...]:
    """Return how far someone has come in every course of their audience, the required ones first. Five queries.

    In the language they wish for; a unit that someone is in the middle of is shown as it was when they began it.
    """
    language = language_of(person)
    readings = {(reading.course, reading.unit): reading for reading in UnitReading.objects.filter(person=person)}
    completions = {
        (completion.course, completion.unit): completion for completion in UnitCompletion.objects.filter(person=person)
    }
    runs = list(ScenarioRun.objects.filter(person=person).order_by("pk"))
    passes = dict(CoursePass.objects.filter(person=person).values_list("course", "passed_at"))
    return tuple(
        CourseProgress(
            course=course,
            units=tuple(_unit(course, unit, readings, completions, language) for unit in course.units),
            scenarios=tuple(_scenario(course, scenario, runs) for scenario in course.scenarios),
            minutes=sum(completion.minutes for completion in completions.values() if completion.course == course.slug)
            + sum(run.minutes for run in runs if run.course == course.slug),
            passed_at=passes.get(course.slug),
        )
        for course in courses_for(audience, person)
    )


def progress_in(person: Person, course: str, *, audience: str = "mentor") -> CourseProgress | None:
    """Return how far someone has come in one course of their audience, or `None` when there is no such course for
    them.
    """
    return next(
        (progress for progress in training_of(person, audience=audience) if progress.course.slug == course), None
    )


def unit_in_hand(person: Person, course: str, unit: Unit, language: str) -> Unit:
    """Return the unit as someone has it before them: at the version that they began, until they have done it.

    Two queries.
    """
    reading = UnitReading.objects.filter(person=person, course=course, unit=unit.slug).first()
    done = UnitCompletion.objects.filter(person=person, course=course, unit=unit.slug).first()
    return _in_hand(course, unit, reading, done, language)


def _in_hand(course: str, unit: Unit, reading: UnitReading | None, done: UnitCompletion | None, language: str) -> Unit:
    begun = reading is not None and (done is None or reading.read_at > done.completed_at)
    if reading is None or not begun or reading.version == unit.version:
        return unit
    return unit_at(course, unit.slug, reading.version, language) or unit


def _unit(
    course: Course,
    unit: Unit,
    readings: dict[tuple[str, str], UnitReading],
    done: dict[tuple[str, str], UnitCompletion],
    language: str,
) -> UnitProgress:
    key = (course.slug, unit.slug)
    part = _in_hand(course.slug, unit, readings.get(key), done.get(key), language)
    if key in done:
        return UnitProgress(part, "done", done[key].version != unit.version)
    return UnitProgress(part, "read" if key in readings else "new")


def _scenario(course: Course, scenario: Scenario, runs: list[ScenarioRun]) -> ScenarioProgress:
    own_runs = [run for run in runs if (run.course, run.scenario) == (course.slug, scenario.slug)]
    return ScenarioProgress(
        scenario=scenario,
        is_must=scenario.slug in course.must,
        open_run=next((run for run in own_runs if run.finished_at is None), None),
        finished=sum(run.finished_at is not None for run in own_runs),
        is_competent=any(run.is_competent for run in own_runs),
    )
