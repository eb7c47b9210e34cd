"""What comes next in a course: the unit where somebody stopped, or the end of it."""

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
    eyebrow: str = "Next"


def onward_in(progress: CourseProgress) -> Onward:
    """Return the one next step of a course."""
    part = progress.next_unit
    if part is None:
        return Onward("You have done all of it", "You can come back to any part.", reverse("young:training"), "Back to the list", progress.course.title)
    if part.is_read:
        text = f"You have read it. {len(part.unit.questions)} short questions are left."
        return Onward(part.unit.title, text, reverse("young:questions", args=[progress.course.slug, part.unit.slug]), "Answer the questions")
    text = f"{part.unit.summary} About {part.unit.minutes} minutes."
    return Onward(part.unit.title, text, reverse("young:unit", args=[progress.course.slug, part.unit.slug]), "Read this part")
