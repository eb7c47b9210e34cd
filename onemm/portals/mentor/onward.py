"""What comes next in a course: the unit where somebody stopped, a scenario, or what they can show for it."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.training.queries import CourseProgress


@dataclass(frozen=True)
class Onward:
    """One way on, and the words for it."""

    title: str
    text: str
    url: str
    label: str
    eyebrow: str = "Next in your training"


def onward_in(progress: CourseProgress) -> Onward:
    """Return the one next step of a course; when it is passed, the way to what it earned."""
    slug, next_unit, scenario = progress.course.slug, progress.next_unit, progress.next_scenario
    if next_unit is not None and next_unit.is_read:
        return Onward(
            next_unit.unit.title, f"You have read it. {len(next_unit.unit.questions)} short questions are left.",
            reverse("mentor:questions", args=[slug, next_unit.unit.slug]), "Answer the questions",
        )
    if next_unit is not None:
        return Onward(
            next_unit.unit.title, f"{next_unit.unit.summary} About {next_unit.unit.minutes} minutes.",
            reverse("mentor:unit", args=[slug, next_unit.unit.slug]), "Read this unit",
        )
    if scenario is not None and not progress.is_passed:
        return Onward(
            f"Practise: {scenario.scenario.title}", f"{scenario.scenario.summary} About {scenario.scenario.minutes} minutes. "
            f"{progress.scenarios_left} more to walk well.", reverse("mentor:practice", args=[slug, scenario.scenario.slug]),
            "Go on with it" if scenario.open_run else "Begin",
        )
    if progress.is_passed and progress.course.required:
        return Onward(
            "Your training is done", "Everything that you need before a first meeting has been read, practised and passed.",
            reverse("mentor:certificate", args=[slug]), "See your certificate", "Passed",
        )
    return Onward("All of it is done", "You can come back to any part.", reverse("mentor:training"), "Back to your training", progress.course.title)
