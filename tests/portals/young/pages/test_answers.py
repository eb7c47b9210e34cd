"""The question says whether it is asked for the first time or again; and a yes says who gave it."""

import pytest
from django.urls import reverse

from onemm.impact.instruments import EXPERIENCE
from onemm.impact.queries import Question
from onemm.mentoring.models import Enrolment
from onemm.people.models import Consent
from onemm.portals.young.forms.answers import QuestionForm
from onemm.portals.young.pages.answers import question_page
from onemm.portals.young.pages.consent import consent_page


@pytest.mark.parametrize(
    ("wave", "heading", "words"),
    [
        ("start", "One question before you start", "We ask it again later"),
        ("later", "The same question again", "You answered it at the start"),
    ],
)
def test_the_question_says_why_it_is_asked(wave: str, heading: str, words: str) -> None:
    page = question_page(Question(EXPERIENCE, wave, Enrolment()), QuestionForm())
    assert page.heading == heading
    assert words in page.words
    assert page.form is not None


def test_without_a_question_the_way_leads_home() -> None:
    page = question_page(None, QuestionForm())
    assert (page.heading, page.form, page.home_url) == ("Nothing to answer now", None, reverse("young:home"))


@pytest.mark.parametrize(("guardian", "who"), [("", "You"), ("Mary Obi", "Mary Obi, for you")])
def test_the_receipt_says_who_said_yes(guardian: str, who: str) -> None:
    page = consent_page(Consent(guardian_name=guardian, wording="2"))
    assert page.receipt is not None
    assert (page.receipt.who, page.receipt.wording) == (who, "Version 2")
    assert consent_page(None).receipt is None
