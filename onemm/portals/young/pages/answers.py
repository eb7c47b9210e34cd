"""One question, asked at the start and again later."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.impact.models import Response
from onemm.impact.queries import Question
from onemm.web.forms import Form

AT_THE_START = ("One question before you start", "We ask it again later, to see whether mentoring helps.")
LATER = (
    "The same question again",
    "You answered it at the start. We would like to know how it is now.",
)


@dataclass(frozen=True)
class QuestionPage:
    """The question; without a form there is nothing to answer now."""

    heading: str
    words: str
    home_url: str
    form: Form | None


def question_page(question: Question | None, form: Form) -> QuestionPage:
    home = reverse("young:home")
    if question is None:
        words = "Thank you. We ask again once you have met your mentor, or after two months."
        return QuestionPage("Nothing to answer now", words, home, None)
    heading, why = LATER if question.wave == Response.Wave.LATER else AT_THE_START
    return QuestionPage(heading, f"There is no right answer, and it takes ten seconds. {why}", home, form)
