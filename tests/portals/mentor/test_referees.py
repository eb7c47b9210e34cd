"""The applicant names two people or three, sees who has answered, and replaces one who cannot."""

from django.urls import reverse

from onemm.recruitment.models import Application, Referee
from tests.cast import Cast
from tests.conftest import Browser, text
from tests.factories.recruitment import (
    a_filled_in_application,
    a_referee,
    an_answer,
    two_referees,
)

PAGE = "/mentor/application/referees/"
JOAN = {"name": "Joan Platt", "email": "joan@example.net", "relation": "My manager"}


def test_the_next_step_is_to_name_three_people_and_two_will_do(amina: Browser, application: Application) -> None:
    assert "Give their names" in text(amina.get("/mentor/application/"))
    assert "Name three people who can speak for you" in text(amina.get("/mentor/"))
    assert amina.post(PAGE, JOAN)["Location"] == PAGE
    page = text(amina.get(PAGE))
    assert "Joan Platt" in page
    assert "One more, please" in page
    amina.post(PAGE, {**JOAN, "name": "Idris Cole", "email": "idris@example.net"})
    assert "A third, to be on the safe side" in text(amina.get(PAGE))
    assert "Give their names" not in text(amina.get("/mentor/application/"))
    amina.post(PAGE, {**JOAN, "name": "Third Person", "email": "third@example.net"})
    assert "We need no more names now" in text(amina.get(PAGE))


def test_a_refusal_stands_at_its_field(amina: Browser, application: Application) -> None:
    page = text(amina.post(PAGE, {**JOAN, "email": "amina+me@example.org"}))
    assert "That is your own address" in page
    assert 'value="Joan Platt"' in page


def test_the_applicant_sees_that_they_answered_and_never_what(amina: Browser, application: Application) -> None:
    an_answer(a_referee(application), words="A SECRET", verdict="no")
    page = text(amina.get(PAGE))
    assert "They have answered" in page
    assert "SECRET" not in page


def test_somebody_is_replaced(amina: Browser, cast: Cast, application: Application) -> None:
    first, _ = two_referees(application)
    replace = reverse("mentor:application_referee_replace", args=[first.public_id])
    assert Browser().sign_in(cast.other_mentor).post(replace).status_code == 404
    assert amina.post(replace)["Location"] == PAGE
    assert Referee.objects.get(pk=first.pk).state == "replaced"
    assert "Joan Platt" not in text(amina.get(PAGE)).split("<h1>")[1]


def test_before_it_is_sent_there_is_nobody_to_name(amina: Browser, cast: Cast) -> None:
    a_filled_in_application(cast, cast.amina)
    assert amina.get(PAGE)["Location"] == "/mentor/application/"


def test_staff_see_scores_remind_and_ask_for_somebody_else(
    browser: Browser, cast: Cast, application: Application
) -> None:
    priya = browser.sign_in(cast.priya)
    first, second = two_referees(application)
    an_answer(first, words="Never late, not once.")
    page = text(priya.get(reverse("staff:application", args=[application.public_id])))
    assert "Never late, not once." in page
    assert "written by themselves" in page
    assert "Idris Cole" in page

    def at(name: str, referee: Referee) -> str:
        return reverse(f"staff:{name}", args=[application.public_id, referee.public_id])

    assert priya.post(at("application_referee_remind", second)).status_code == 302
    assert priya.post(at("application_referee_unreachable", second)).status_code == 302
    assert Referee.objects.get(pk=second.pk).state == "unreachable"
    form = text(
        priya.get(reverse("staff:application_reference", args=[application.public_id]) + f"?referee={second.public_id}")
    )
    assert 'value="idris@example.net"' in form
