"""What a phone keeps: the page that lists it, and a unit to take along."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.learning.queries import OpenUnit
from onemm.learning.rules import Unit
from onemm.web.forms import Form

PORTALS = {"mentor": "mentor", "young": "young", "coordinator": "partner"}
"""Behind which door the courses of an audience are."""


@dataclass(frozen=True)
class PhonePage:
    """The same for everyone: the phone itself fills in what it keeps."""

    lede: str = (
        "What you chose to keep opens here without a line. What you answer waits until there is one, and then sends "
        "itself."
    )


@dataclass(frozen=True)
class KeptUnitPage:
    """A unit and its questions on one page, with no name on it. `wait_url` takes the answers that waited."""

    course_title: str
    unit: Unit
    form: Form
    back: str
    wait_url: str
    needed: str


def kept_unit_page(opened: OpenUnit, form: Form) -> KeptUnitPage:
    at = [opened.progress.course.slug, opened.unit.slug]
    return KeptUnitPage(
        course_title=opened.progress.course.title,
        unit=opened.unit,
        form=form,
        back=reverse(f"{portal_of(opened)}:unit", args=at),
        wait_url=reverse("public:return_answers", args=at),
        needed=f"{opened.unit.pass_mark} of {len(opened.unit.questions)} are needed.",
    )


def portal_of(opened: OpenUnit) -> str:
    return PORTALS[opened.progress.course.audience]
