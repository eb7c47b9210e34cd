"""Appeals are looked at by someone else; who was turned away is noticed under another name, and a person says what it
means.
"""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from onemm.audit.queries import history_of
from onemm.lib.errors import MoveRefused
from onemm.notifications.models import Email
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Appeal, Application, Decision, Likeness, Trace
from onemm.recruitment.rules.likeness import keys_of
from onemm.safeguarding.actions import impose_restriction
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.recruitment import (
    Answers,
    a_fully_screened_application,
    a_submitted_application,
    an_application_in_screening,
    an_approved_mentor,
)


def declined(cast: Cast, person: Person | None = None, answers: Answers | None = None) -> Application:
    application = an_application_in_screening(cast, person or cast.amina, answers)
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Spoke over me.")
    application.refresh_from_db()
    return application


@pytest.fixture
def tom(cast: Cast) -> Person:
    """Another programme manager of the same area."""
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    return cast.tom


def test_an_appeal_goes_to_everybody_but_who_decided(cast: Cast, tom: Person) -> None:
    application = declined(cast)
    assert queries.may_appeal(application)
    assert "second person" in Email.objects.get(kind="application.declined").body
    actions.appeal(application=application, by=cast.amina, words="I was nervous.")
    assert set(Email.objects.filter(kind="appeal.waiting").values_list("to", flat=True)) == {tom.pk}
    assert Email.objects.filter(kind="appeal.arrived", to=cast.amina).exists()
    assert not queries.may_appeal(application)
    with pytest.raises(refusals.NothingToAppeal):
        actions.appeal(application=application, by=cast.amina, words="Again.")


def test_who_decided_does_not_judge_it(cast: Cast, tom: Person) -> None:
    asked = actions.appeal(application=declined(cast), by=cast.amina, words="Please look.")
    with pytest.raises(refusals.NobodyJudgesTheirOwnDecision):
        actions.answer_appeal(appeal=asked, by=cast.priya, uphold=True, answer="x")
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.answer_appeal(appeal=asked, by=tom, uphold=True, answer=" ")
    with pytest.raises(refusals.NobodyScreensThemselves):
        actions.answer_appeal(appeal=asked, by=cast.amina, uphold=True, answer="x")


def test_upheld_it_is_in_screening_again_and_decided_anew(cast: Cast, tom: Person) -> None:
    application = declined(cast)
    asked = actions.appeal(application=application, by=cast.amina, words="Please look.")
    actions.answer_appeal(appeal=asked, by=tom, uphold=True, answer="The interview was too short.")
    application.refresh_from_db()
    assert (application.state, application.over_at, application.owner) == ("in_screening", None, tom)
    assert "The interview was too short." in Email.objects.get(kind="appeal.upheld", to=cast.amina).body
    with pytest.raises(refusals.AppealIsOver):
        actions.answer_appeal(appeal=asked, by=tom, uphold=False, answer="x")
    actions.decide_application(application=application, by=tom, outcome="declined", reasons="Still.")
    assert Email.objects.filter(kind="application.declined", to=cast.amina).count() == 2, (
        "the second decision is told too"
    )
    assert Decision.objects.filter(application=application).count() == 2
    assert Decision.objects.standing().get().decided_by == tom
    assert history_of(application).filter(event="application:appeal_upheld").exists()


def test_refused_the_decision_stands_with_reasons(cast: Cast, tom: Person) -> None:
    application = declined(cast)
    actions.answer_appeal(
        appeal=actions.appeal(application=application, by=cast.amina, words="x"),
        by=tom,
        uphold=False,
        answer="We agree with it.",
    )
    application.refresh_from_db()
    assert application.state == "declined"
    assert queries.appeal_of(queries.decision_of(application)).state == "refused"  # type: ignore[union-attr]  # there is one
    assert "appeal" in str(Appeal.objects.get())


def test_an_appeal_comes_within_28_days_by_the_applicant_and_after_a_refusal(cast: Cast, tom: Person) -> None:
    application = declined(cast)
    with pytest.raises(refusals.OnlyTheApplicantAnswers):
        actions.appeal(application=application, by=tom, words="x")
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.appeal(application=application, by=cast.amina, words=" ")
    with time_machine.travel(timezone.localtime() + timedelta(days=29), tick=False):
        assert not queries.may_appeal(application)
        with pytest.raises(refusals.NothingToAppeal, match="28 days"):
            actions.appeal(application=application, by=cast.amina, words="x")
    with pytest.raises(refusals.NothingToAppeal):
        actions.appeal(application=an_approved_mentor(cast, cast.other_mentor), by=cast.other_mentor, words="x")


def test_an_appeal_is_not_upheld_beside_a_new_application(cast: Cast, tom: Person) -> None:
    asked = actions.appeal(application=declined(cast), by=cast.amina, words="x")
    a_submitted_application(cast, cast.amina)
    with pytest.raises(refusals.HasAnApplication):
        actions.answer_appeal(appeal=asked, by=tom, uphold=True, answer="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.update(state="upheld")


def again(
    cast: Cast,
    first: str,
    last: str,
    *,
    email: str = "new@example.net",
    born: date = date(1984, 5, 2),
    postcode: str = "OL8 1AA",
) -> Application:
    """Someone applies, with a new account."""
    person = Person.objects.create_user(email=email, first_name=first, last_name=last, born=born)
    return a_submitted_application(cast, person, Answers(born=born, postcode=postcode))


@pytest.mark.parametrize(
    ("come_again", "grounds"),
    [
        ({"first": "Áminá", "last": "YUSUF"}, ["name_and_birth"]),
        ({"first": "Yusuf", "last": "Amina"}, ["name_and_birth"]),
        ({"first": "Other", "last": "Name", "email": "amina+new@example.org"}, ["mailbox"]),
        ({"first": "Other", "last": "Name", "postcode": "OL1 1UL"}, ["birth_and_home"]),
    ],
)
def test_somebody_declined_is_noticed_and_put_before_a_person(
    cast: Cast, come_again: dict[str, Any], grounds: list[str]
) -> None:
    old = declined(cast)
    new = again(cast, **come_again)
    likeness = Likeness.objects.get()
    assert (likeness.application, likeness.other, likeness.grounds, likeness.state) == (new, old, grounds, "open")
    assert new.state == "submitted", "nothing is refused by itself"
    assert Email.objects.filter(kind="likeness.noticed", to=cast.priya).exists()
    assert queries.grounds_in_words(likeness)


@pytest.mark.parametrize(
    "come_again",
    [
        {"first": "Amina", "last": "Yusuf", "born": date(1984, 5, 3)},
        {"first": "Other", "last": "Name"},
        {"first": "Ada", "last": "L", "postcode": "OL1 1UL", "born": date(1990, 1, 1)},
    ],
)
def test_a_name_or_a_birthday_alone_is_no_likeness(cast: Cast, come_again: dict[str, Any]) -> None:
    declined(cast)
    again(cast, **come_again)
    assert not Likeness.objects.exists()


def test_two_alphabets_meet(cast: Cast) -> None:
    declined(
        cast,
        Person.objects.create_user(
            email="m@example.net", first_name="Мария", last_name="Петрова", born=date(1980, 1, 1)
        ),
        Answers(born=date(1980, 1, 1)),
    )
    again(cast, "Mariya", "Petrova", born=date(1980, 1, 1))
    assert Likeness.objects.get().grounds == ["name_and_birth"]


def test_who_is_turned_away_later_is_noticed_among_those_on_the_way(cast: Cast) -> None:
    live = again(cast, "Amina", "Yusuf")
    barred = an_application_in_screening(cast, cast.amina)
    assert not Likeness.objects.exists()
    impose_restriction(person=cast.amina, by=cast.noor, reason="x")
    assert (Likeness.objects.get().application, Likeness.objects.get().other) == (live, barred)
    actions.decide_application(application=barred, by=cast.priya, outcome="declined", reasons="No.")
    assert Likeness.objects.count() == 1


def test_approval_waits_until_a_person_has_looked(cast: Cast) -> None:
    application = a_fully_screened_application(cast, cast.amina)
    likeness = Likeness.objects.create(
        application=application, other=declined(cast, cast.other_mentor), grounds=["mailbox"]
    )
    with pytest.raises(refusals.LikenessIsOpen):
        actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="x")
    with pytest.raises(refusals.AnswerDoesNotFit):
        actions.settle_likeness(likeness=likeness, by=cast.priya, same=False, words="")
    actions.settle_likeness(likeness=likeness, by=cast.priya, same=False, words="Sisters.")
    with pytest.raises(MoveRefused):
        actions.settle_likeness(likeness=likeness, by=cast.priya, same=True, words="x")
    assert history_of(application).filter(event="application:likeness_settled").exists()
    assert (
        actions.decide_application(application=application, by=cast.priya, outcome="approved", reasons="x").outcome
        == "approved"
    )


def test_a_trace_tells_nobody_anything_and_needs_enough_to_go_by(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    assert "yusuf" not in repr(vars(Trace.objects.get())).lower()
    nothing = keys_of(name="李", born=None, email="", postcode="OL1")
    assert (nothing.name_and_birth, nothing.mailbox, nothing.birth_and_home) == ("", "", "")
    assert "trace" in str(Trace.objects.get())


def test_in_the_browser_an_appeal_is_asked_and_answered(browser: Browser, cast: Cast, tom: Person) -> None:
    application = declined(cast)
    amina = browser.sign_in(cast.amina)
    assert "Ask for a second look" in amina.get("/mentor/application/").content.decode()
    assert "reads everything afresh" in amina.get("/mentor/application/appeal/").content.decode()
    assert amina.post("/mentor/application/appeal/", {"words": "Please look."})["Location"] == "/mentor/application/"
    assert "A second person looks at it" in amina.get("/mentor/application/").content.decode()
    assert amina.get("/mentor/application/appeal/")["Location"] == "/mentor/application/"
    page, answer = (
        reverse(f"staff:{name}", args=[application.public_id]) for name in ("application", "application_appeal")
    )
    priya = Browser().sign_in(cast.priya)
    assert "a colleague has to look" in priya.get(page).content.decode()
    assert "You decided this" in priya.post(answer, {"uphold": "no", "answer": "x"}).content.decode()
    toms = Browser().sign_in(tom)
    assert "Look at it again" in toms.get(page).content.decode()
    assert "Please look." in toms.get(answer).content.decode()
    assert toms.post(answer, {"uphold": "no", "answer": "We looked, and agree."})["Location"] == page
    assert "We looked, and agree." in amina.get("/mentor/application/").content.decode()
    assert "We looked, and agree." in toms.get(page).content.decode()


def test_in_the_browser_a_likeness_is_looked_at(browser: Browser, cast: Cast) -> None:
    declined(cast)
    new = again(cast, "Amina", "Yusuf")
    priya = browser.sign_in(cast.priya)
    page = reverse("staff:application", args=[new.public_id])
    look = reverse("staff:application_likeness", args=[new.public_id, Likeness.objects.get().pk])
    assert "Like somebody we turned away" in priya.get(page).content.decode()
    assert "was declined on" in priya.get(look).content.decode()
    assert priya.post(look, {"same": "yes", "words": "Rang her: same person."})["Location"] == page
    assert "Rang her: same person." in priya.get(page).content.decode()
    assert priya.get(look).status_code == 404
    assert Browser().sign_in(cast.sam).get(look).status_code == 403
