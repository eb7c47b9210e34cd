"""The pages that say what this is: for mentors, young people, employers, and for everybody who wants to know the
rules.
"""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.recruitment.rules.eligibility import QUESTIONS
from onemm.web.gate import View, open_to_all


class Said(NamedTuple):
    """A heading and a sentence, for a row of steps."""

    title: str
    text: str


YEAR = (
    Said("Say yes", "Tell us when you are free, how far you travel, and what you have done."),
    Said("Get ready", "Two people speak for you, we talk, we check, and you learn the essentials online. Free."),
    Said(
        "Meet",
        "We say why we thought of each other. Both of you choose. Somebody you can trust is there the first time.",
    ),
    Said("Twelve hours", "One a month. A purpose for each, a small step in between, and somebody who always answers."),
    Said("A good goodbye", "You look back on what you did together, and you both have something to keep."),
)
BECOMING_A_MENTOR = (
    Said("Answer four questions", "Two minutes. You know at once whether you can apply."),
    Said("Apply in six small steps", "About ten minutes. Stop and come back whenever you like; nothing is lost."),
    Said("Two people speak for you", "Not family. We ask them; most answer within a week."),
    Said("We talk", "Half an hour, in person or by video. You can ask us anything."),
    Said(
        "We check",
        "A criminal-record check at the level the law allows. Free. Your part takes twenty minutes; it comes back in "
        "one to three weeks.",
    ),
    Said(
        "You learn", "Ten short units online, and practice on hard moments. About two hours in all, at your own pace."
    ),
    Said("We suggest somebody", "You read why we thought of the two of you, and say yes or no. So do they."),
)
YOUNG_PERSONS_WAY = (
    Said("Tell your school or club", "Somebody there looks after mentoring. Ask them to put you forward."),
    Said("Say what you want", "What you are curious about, when you can meet, and what matters to you in a mentor."),
    Said("Choose", "We suggest one person and say why. You say yes or no, and no is fine."),
    Said("Meet once a month", "At school, at the club or online, for an hour. Somebody you know is nearby."),
    Said("Finish well", "After a year you look back together, and you keep what you made."),
)


def page(name: str, **context: object) -> View:
    """Return the view of one page of words."""

    @open_to_all
    def show(request: HttpRequest) -> HttpResponse:
        return render(request, f"public/pages/{name}.html", context)

    show.__name__ = name
    return show


urlpatterns: list[URLPattern] = [
    path("", page("home", year=YEAR), name="home"),
    path("mentors/", page("mentors", steps=BECOMING_A_MENTOR, questions=QUESTIONS), name="mentors"),
    path("young-people/", page("young_people", steps=YOUNG_PERSONS_WAY), name="young_people"),
    path("employers/", page("employers"), name="employers"),
    path("over-50/", page("over_50"), name="over_50"),
    path("other-ways-to-help/", page("other_ways"), name="other_ways"),
    path("privacy/", page("privacy"), name="privacy"),
    path("safeguarding/", page("safeguarding"), name="safeguarding"),
    path("accessibility/", page("accessibility"), name="accessibility"),
]
