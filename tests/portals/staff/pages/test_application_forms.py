"""Beside each form about an application stands what must be known for it, and nothing that may not be."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.portals.staff.forms.applications import CheckRequestForm, DecisionForm, WorkForm
from onemm.portals.staff.forms.second_looks import AppealAnswerForm, LikenessForm
from onemm.portals.staff.pages.application_forms import (
    ApplicationFormPage,
    appeal_page,
    application_form_page,
    check_request_page,
    decision_page,
    likeness_page,
)
from onemm.recruitment import actions
from onemm.recruitment.models import Appeal, Application, Likeness
from onemm.recruitment.queries import check_advice_for, whole_applications
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import Answers, a_fully_screened_application, a_submitted_application

BORN = date(1984, 5, 2)


def words_of(page: ApplicationFormPage) -> str:
    return " ".join(" ".join((notice.title, *notice.words, notice.small)) for notice in page.notices)


def declined(cast: Cast, application: Application) -> Application:
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Spoke over me.")
    return Application.objects.get(pk=application.pk)


def likeness_to(cast: Cast, application: Application) -> Likeness:
    """Amina is declined, and someone of her name and birthday applies."""
    declined(cast, application)
    born = application.person.born or BORN
    person = Person.objects.create_user(email="new@example.net", first_name="Amina", last_name="Yusuf", born=born)
    a_submitted_application(cast, person, Answers(born=born, postcode="OL8 1AA"))
    return Likeness.objects.get()


def appeal_against(cast: Cast, application: Application) -> Appeal:
    actions.appeal(application=declined(cast, application), by=cast.amina, words="I was nervous.")
    return Appeal.objects.select_related("decision__application__person", "decision__decided_by").get()


def test_a_form_for_which_nothing_must_be_known_stands_alone(application: Application) -> None:
    page = application_form_page(application, DecisionForm(), "A reference")
    assert (page.title, page.name, page.back) == (
        "A reference",
        "Amina Yusuf",
        reverse("staff:application", args=[application.public_id]),
    )
    assert (page.notices, page.work, page.criteria, page.not_yet) == ((), None, (), None)


@pytest.mark.parametrize(("is_stale", "tones"), [(False, ["plain"]), (True, ["plain", "late"])])
def test_the_level_says_why_and_where_it_is_written(application: Application, is_stale: bool, tones: list[str]) -> None:
    advice = replace(check_advice_for(application), is_stale=is_stale)
    page = check_request_page(application, CheckRequestForm(lawful=advice.lawful), advice=advice, work=WorkForm())
    assert [notice.tone for notice in page.notices] == tones
    assert page.notices[0].title == advice.level.label
    assert advice.clause in page.notices[0].small
    assert page.work is not None


def test_while_a_criterion_is_open_nobody_can_approve(cast: Cast, application: Application) -> None:
    page = decision_page(whole_applications(cast.priya).get(pk=application.pk), DecisionForm())
    assert {line.tag.word for line in page.criteria} == {"Met", "Open"}
    assert page.not_yet is not None
    full = a_fully_screened_application(cast, cast.other_mentor)
    page = decision_page(full, DecisionForm())
    assert {line.tag.word for line in page.criteria} == {"Met"}
    assert page.not_yet is None


def test_an_appeal_stands_beside_what_was_decided_and_why(cast: Cast, application: Application) -> None:
    page = appeal_page(appeal_against(cast, application), AppealAnswerForm())
    assert page.notices[0].words == ("I was nervous.",)
    assert page.notices[0].small.startswith("Priya Nair declined on ")
    assert page.notices[0].small.endswith(": Spoke over me.")


@pytest.mark.parametrize(
    ("state", "words"),
    [("declined", "Ask whoever decided there"), ("withdrawn", "speak to the safeguarding lead")],
)
def test_a_likeness_says_what_is_alike_and_never_why_the_other_was_turned_away(
    cast: Cast, application: Application, state: str, words: str
) -> None:
    likeness = likeness_to(cast, application)
    likeness.other.state = state
    page = likeness_page(likeness, LikenessForm())
    assert "Amina Yusuf and Amina Yusuf (Greater Manchester)" in words_of(page)
    assert words in words_of(page)
    assert "Spoke over me." not in words_of(page)


def answered(browser: Browser, url: str, answer: dict[str, str]) -> str:
    """What someone reads who answers nothing at first, and then this."""
    assert "Keep this" in text(browser.get(url))
    assert "to put right" in text(browser.post(url, dict.fromkeys(answer, "")))
    page = text(browser.post(url, answer, follow=True))
    assert browser.get(url).status_code == 404, "it is asked once"
    return page


def test_an_appeal_is_answered_by_somebody_else(browser: Browser, cast: Cast, application: Application) -> None:
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    appeal_against(cast, application)
    url = reverse("staff:application_appeal", args=[application.public_id])
    page = answered(browser.sign_in(cast.tom), url, {"uphold": "no", "answer": "It stands."})
    assert "Amina gets your answer now." in page


def test_somebody_says_whether_two_are_one(priya: Browser, cast: Cast, application: Application) -> None:
    likeness = likeness_to(cast, application)
    url = reverse("staff:application_likeness", args=[likeness.application.public_id, likeness.pk])
    assert "the decision is still yours to make" in answered(priya, url, {"same": "no", "words": "Two birthdays."})
