"""Who may speak for an applicant, what we write to them, and when we write again."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.audit.queries import history_of
from onemm.lib.clock import now
from onemm.lib.errors import MoveRefused
from onemm.notifications.models import Letter
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, Referee, Reference
from onemm.recruitment.rules.likeness import plain_name
from onemm.recruitment.rules.mailboxes import is_reachable, mailbox_of
from onemm.recruitment.rules.references import chaser_due, key_of, public_id_in
from onemm.recruitment.tasks import chase_referees
from tests.cast import Cast
from tests.factories.recruitment import (
    a_filled_in_application,
    a_referee,
    a_reference,
    a_submitted_application,
    an_answer,
    two_referees,
)


def in_days(days: int) -> datetime:
    """The same hour so many days on, by the clock on the wall."""
    return timezone.localtime() + timedelta(days=days)


def test_naming_somebody_writes_to_them_at_once_with_a_private_link(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    letter = Letter.objects.get(kind="reference:asked")
    assert (letter.address, letter.secret, letter.to) == ("joan@example.net", True, None)
    assert f"/reference/{key_of(referee.public_id)}/" in letter.body
    assert "Amina Yusuf" in letter.subject
    assert history_of(application).filter(event="referee:named").exists()


def test_a_link_cannot_be_guessed_from_a_name(application: Application) -> None:
    referee = a_referee(application)
    assert public_id_in(key_of(referee.public_id)) == referee.public_id
    assert queries.referee_of_link(key_of(referee.public_id)) == referee
    for forged in (
        referee.public_id,
        referee.public_id + "-",
        referee.public_id + "-" + "0" * 40,
        key_of(referee.public_id)[:-1],
        "",
    ):
        assert queries.referee_of_link(forged) is None


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"email": "AMINA@example.org"}, refusals.NobodyIsTheirOwnReferee, "email"),
        ({"email": "amina+joan@example.org"}, refusals.NobodyIsTheirOwnReferee, "email"),
        ({"email": '"amina"@example.org'}, refusals.NobodyIsTheirOwnReferee, "email"),
        ({"email": "amina@example.org."}, refusals.NobodyIsTheirOwnReferee, "email"),
        ({"email": "ａｍｉｎａ@example.org"}, refusals.NobodyIsTheirOwnReferee, "email"),
        ({"name": "YUSUF, Amina"}, refusals.NobodyIsTheirOwnReferee, "name"),
        ({"name": "Dr Aminá Yusuf"}, refusals.NobodyIsTheirOwnReferee, "name"),
        ({"email": "Joan+second@Example.NET", "name": "Someone Else"}, refusals.RefereeHasSpoken, "email"),
        ({"name": "JOAN PLATT"}, refusals.RefereeHasSpoken, "name"),
        ({"email": "ref@localhost"}, refusals.AnswerDoesNotFit, "email"),
        ({"email": "ref@[127.0.0.1]"}, refusals.AnswerDoesNotFit, "email"),
        ({"email": "Amina <amina@example.org>"}, refusals.AnswerDoesNotFit, "email"),
        ({"email": "@example.net"}, refusals.AnswerDoesNotFit, "email"),
        ({"name": "  "}, refusals.AnswerDoesNotFit, "name"),
    ],
)
def test_who_cannot_speak_for_an_applicant(
    application: Application, change: dict[str, str], refusal: type[Exception], field: str
) -> None:
    a_referee(application)
    with pytest.raises(refusal) as said:
        a_referee(application, **{"name": "Idris Cole", "email": "idris@example.net", **change})
    assert said.value.field == field  # type: ignore[attr-defined]  # every refusal has one
    assert Referee.objects.count() == 1


def test_somebody_with_one_letter_or_another_script_may_speak(application: Application) -> None:
    a_referee(application, name="O")
    assert a_referee(application, name="李小龍", email="li@例え.jp").mailbox == "li@xn--r8jz45g.jp"


def test_three_are_asked_at_most_until_one_is_replaced(application: Application) -> None:
    first, _ = two_referees(application)
    assert queries.names_are_wanted(application) == 0
    a_referee(application, name="Third", email="third@example.net")
    with pytest.raises(refusals.TwoRefereesAreNamed):
        a_referee(application, name="Fourth", email="fourth@example.net")
    actions.replace_referee(referee=first, by=application.person)
    a_referee(application, name="Fourth", email="fourth@example.net")
    with pytest.raises(refusals.ReferenceIsClosed):
        an_answer(first)


def test_once_two_have_answered_nobody_else_is_named_or_chased(application: Application) -> None:
    two = two_referees(application)
    third = a_referee(application, name="Third", email="third@example.net")
    Referee.objects.filter(pk=third.pk).update(asked_at=timezone.localtime() - timedelta(days=3))
    for one in two:
        an_answer(one)
    actions.replace_referee(referee=third, by=application.person)
    with pytest.raises(refusals.TwoRefereesAreNamed):
        a_referee(application, name="Fourth", email="fourth@example.net")


def test_the_third_is_left_in_peace_once_two_have_answered(application: Application) -> None:
    two = two_referees(application)
    third = a_referee(application, name="Third", email="third@example.net")
    Referee.objects.update(asked_at=timezone.localtime() - timedelta(days=3))
    an_answer(two[0])
    chase_referees()
    assert Letter.objects.filter(once=f"reference:{third.pk}:day-3").exists()
    Referee.objects.filter(pk=third.pk).update(asked_at=timezone.localtime() - timedelta(days=7))
    an_answer(two[1])
    chase_referees()
    assert not Letter.objects.filter(once=f"reference:{third.pk}:day-7").exists()
    assert not [wait for wait in queries.waits_of(Application.objects.get()) if wait.kind == "reference"]
    an_answer(third)  # what they have to say is taken all the same


def test_nobody_writes_to_strangers_without_end(application: Application) -> None:
    for number in range(8):
        referee = a_referee(application, name=f"Number {number}", email=f"number{number}@example.net")
        actions.replace_referee(referee=referee, by=application.person)
    with pytest.raises(refusals.TwoRefereesAreNamed, match="many people"):
        a_referee(application)


def test_names_are_taken_from_the_applicant_alone_and_once_it_is_sent(cast: Cast) -> None:
    application = a_filled_in_application(cast, cast.amina)
    with pytest.raises(refusals.RefereesAreNotWantedNow):
        a_referee(application)
    actions.submit_application(application=application, by=cast.amina)
    referee = a_referee(application)
    with pytest.raises(refusals.OnlyTheApplicantAnswers):
        a_referee(application, by=cast.priya, name="Idris", email="idris@example.net")
    actions.pause_application(application=application, by=cast.amina)
    with pytest.raises(refusals.RefereesAreNotWantedNow):
        actions.replace_referee(referee=referee, by=cast.amina)
    assert queries.names_are_wanted(Application.objects.get()) == 0


def test_an_answer_is_a_reference_with_scores_and_closes_the_link(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    an_answer(referee)
    reference = Reference.objects.get()
    assert (reference.referee, reference.recorded_by, reference.reliable, reference.patient, reference.safe) == (
        referee,
        None,
        4,
        3,
        4,
    )
    referee.refresh_from_db()
    assert (referee.state, referee.over_at is not None) == ("answered", True)
    assert Letter.objects.filter(kind="reference:thanked", address="joan@example.net").count() == 1
    with pytest.raises(refusals.ReferenceIsClosed):
        an_answer(referee)
    with pytest.raises(MoveRefused):
        actions.replace_referee(referee=referee, by=cast.amina)


@pytest.mark.parametrize("change", [{"verdict": "perhaps"}, {"reliable": 0}, {"patient": 5}, {"safe": -1}])
def test_an_answer_outside_the_offered_ones_is_refused(application: Application, change: dict[str, Any]) -> None:
    with pytest.raises(refusals.AnswerDoesNotFit):
        an_answer(a_referee(application), **change)


def test_an_old_link_and_a_decided_application_take_no_answer(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    with time_machine.travel(in_days(31), tick=False), pytest.raises(refusals.ReferenceIsClosed):
        an_answer(referee)
    actions.decide_application(application=application, by=cast.priya, outcome="declined", reasons="No.")
    with pytest.raises(refusals.ReferenceIsClosed):
        an_answer(referee)


def test_a_referee_may_say_no_in_peace(cast: Cast, application: Application) -> None:
    actions.decline_reference(referee=a_referee(application))
    letter = Letter.objects.get(kind="reference:another", to=cast.amina)
    assert "Joan Platt" in letter.body
    assert "declin" not in letter.body.lower()
    assert queries.names_are_wanted(application) == 2


def test_staff_may_take_it_down_by_telephone_also_after_they_gave_up(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    actions.give_up_on_referee(referee=referee, by=cast.priya)
    a_reference(cast, application, referee_name="Joan Platt", referee_email="JOAN+x@example.net")
    referee.refresh_from_db()
    assert (referee.state, Reference.objects.get().referee, Reference.objects.get().recorded_by) == (
        "answered",
        referee,
        cast.priya,
    )


def test_nobody_on_staff_works_on_their_own_referees(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    for verb in (actions.give_up_on_referee, actions.remind_referee):
        with pytest.raises(refusals.NobodyScreensThemselves):
            verb(referee=referee, by=cast.amina)


def test_chasers_go_out_on_day_3_7_and_12_however_often_the_task_runs(cast: Cast, application: Application) -> None:
    two_referees(application)
    an_answer(Referee.objects.get(name="Idris Cole"))
    sent = {}
    for day in range(15):
        with time_machine.travel(in_days(day), tick=False):
            chase_referees()
            chase_referees()
        sent[day] = Letter.objects.filter(kind="reference:reminded").count()
    assert [day for day in sent if sent[day] > sent.get(day - 1, 0)] == [3, 7, 12]
    assert sent[14] == 3
    assert set(Letter.objects.filter(kind="reference:reminded").values_list("address", flat=True)) == {
        "joan@example.net"
    }
    assert Letter.objects.filter(kind="reference:silent", to=cast.amina).count() == 1
    assert Letter.objects.filter(kind="reference:silent_for_staff", to=cast.priya).count() == 1


def test_after_a_week_without_the_task_only_the_latest_chaser_goes_out(application: Application) -> None:
    a_referee(application)
    with time_machine.travel(in_days(9), tick=False):
        chase_referees()
    assert Letter.objects.filter(kind="reference:reminded").count() == 1
    assert [chaser_due(day) for day in (0, 2, 3, 6, 7, 11, 12, 40)] == [None, None, 3, 3, 7, 7, 12, 12]


def test_nobody_is_chased_while_the_applicant_waits(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    actions.pause_application(application=application, by=cast.amina)
    with time_machine.travel(in_days(4), tick=False):
        chase_referees()
        actions.chase_referee(referee=referee, day=3)
    assert not Letter.objects.filter(kind="reference:reminded").exists()
    an_answer(referee)
    assert Reference.objects.exists(), "what arrives meanwhile is kept"


def test_a_letter_that_comes_back_asks_the_applicant_for_another_name(cast: Cast, application: Application) -> None:
    a_referee(application)
    Letter.objects.filter(kind="reference:asked").update(given_up_at=now())
    chase_referees()
    chase_referees()
    assert Referee.objects.get().state == "unreachable"
    assert Letter.objects.filter(kind="reference:another", to=cast.amina).count() == 1


def test_staff_remind_at_most_once_a_day(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    for _ in range(2):
        actions.remind_referee(referee=referee, by=cast.priya)
    assert Letter.objects.filter(kind="reference:reminded").count() == 1
    an_answer(referee)
    referee.refresh_from_db()
    with pytest.raises(refusals.ReferenceIsClosed):
        actions.remind_referee(referee=referee, by=cast.priya)


def test_the_database_refuses_what_cannot_be(cast: Cast, application: Application) -> None:
    referee = a_referee(application)
    plain: dict[str, Any] = {
        "application": application,
        "name": "X",
        "email": "x@x.org",
        "relation": "x",
        "named_by": cast.amina,
        "link_until": now(),
    }
    said: dict[str, Any] = {
        "application": application,
        "referee_name": "X",
        "referee_email": "x@x.org",
        "relation": "x",
        "known_for_years": 1,
        "verdict": "yes",
        "words": "x",
        "received_on": timezone.localdate(),
    }
    for model, values in (
        (Referee, {**plain, "mailbox": referee.mailbox}),
        (Referee, {**plain, "mailbox": "x", "state": "declined"}),
        (Reference, said),
        (Reference, {**said, "referee": referee, "reliable": 5, "patient": 1, "safe": 1}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**values)


def test_whose_referees_somebody_sees(cast: Cast) -> None:
    a_referee(a_submitted_application(cast, cast.amina))
    assert Referee.objects.visible_to(cast.amina).exists()
    assert Referee.objects.visible_to(cast.priya).exists()
    assert not Referee.objects.visible_to(cast.lena).exists()
    assert str(Referee.objects.get()).startswith("referee ")


def test_mailboxes_and_names_in_one_form() -> None:
    assert mailbox_of("J.o.a.n+x@GoogleMail.com") == "joan@gmail.com"
    assert not is_reachable("joan")
    assert is_reachable("joan@post.example.org")
    assert mailbox_of("joan@" + "x" * 70 + ".org") == "joan@" + "x" * 70 + ".org"
    assert plain_name("O’Neill, José") == plain_name("jose ONEILL")
    assert plain_name("Мария Петрова") == plain_name("Mariya Petrova")
    assert plain_name("Dr") == "dr"
