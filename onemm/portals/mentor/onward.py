"""What comes next in a course: the unit where someone stopped, a scenario, or what they can show for it."""

from django.urls import reverse

from onemm.learning.queries import CourseProgress
from onemm.web.learning import onward_by_units
from onemm.web.next_step import NextStep

NEXT = "Next in your training"


def onward_in(progress: CourseProgress) -> NextStep:
    """Return the one next step of a course; when it is passed, the way to what it earned."""
    slug, scenario = progress.course.slug, progress.next_scenario
    if progress.next_unit is not None:
        return onward_by_units("mentor", progress, part="unit", eyebrow=NEXT)
    if scenario is not None and not progress.is_passed:
        return NextStep(
            f"Practise: {scenario.scenario.title}",
            f"{scenario.scenario.summary} About {scenario.scenario.minutes} minutes. "
            f"{progress.scenarios_left} more to walk well.",
            reverse("mentor:practice", args=[slug, scenario.scenario.slug]),
            "Go on with it" if scenario.open_run else "Begin",
            NEXT,
        )
    if progress.is_passed and progress.course.required:
        return NextStep(
            "Your training is done",
            "Everything that you need before a first meeting has been read, practised and passed.",
            reverse("mentor:certificate", args=[slug]),
            "See your certificate",
            "Passed",
        )
    return NextStep(
        "All of it is done",
        "You can come back to any part.",
        reverse("mentor:training"),
        "Back to your training",
        progress.course.title,
    )
