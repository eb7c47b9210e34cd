"""One open to-do per kind and subject: raised, changed and closed by the act itself, and seen by whoever may do it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.people.roles import Role
from onemm.places.actions import ask_to_join, decline_enquiry
from onemm.places.models import Enquiry
from onemm.recruitment import actions as recruitment
from onemm.recruitment.models import Application, Check
from onemm.safeguarding.actions import raise_concern, triage_concern
from onemm.worklist.actions import Outcome, close_what_is_too_late, forget_closed, sync, sync_again
from onemm.worklist.catalogue import Kind, Side, chaser_of, declare, every_kind, kind_named
from onemm.worklist.models import Todo
from onemm.worklist.queries import counted_for
from onemm.worklist.rules import Days
from onemm.worklist.sources import Raised, Source, every_source, register, source_of
from tests.cast import Cast
from tests.factories.recruitment import (
    a_check_to_weigh,
    a_started_application,
    a_submitted_application,
    an_application_in_screening,
    two_leads_decide,
    two_referees,
)


def open_kinds(person: Person | None = None) -> set[str]:
    rows = Todo.objects.open() if person is None else Todo.objects.current().visible_to(person)
    return set(rows.values_list("kind", flat=True))


def an_enquiry(cast: Cast) -> Enquiry:
    assert cast.area
    return ask_to_join(
        organisation_name="Oak Lane School", contact_name="Jo", contact_email="jo@example.net", postcode="OL1 1UL"
    )


def test_an_act_raises_changes_and_closes(cast: Cast) -> None:
    application = a_started_application(cast, cast.amina)
    assert open_kinds() == {"application.draft"}
    application = a_submitted_application(cast, cast.other_mentor)
    two_referees(application)
    assert Todo.objects.open().filter(kind="referee.reference").count() == 2, "one for each who was asked"
    recruitment.start_screening(application=application, by=cast.priya)
    read = Todo.objects.get(kind="application.read", source_pk=application.pk)
    assert read.outcome == Outcome.DONE
    asked = Todo.objects.open().get(kind="application.ask")
    assert (asked.owner, asked.area, asked.about) == (cast.priya, cast.area, application.public_id)
    assert asked.subject_name == f"application:{application.pk}"
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    recruitment.reassign_application(application=application, to=cast.tom, by=cast.priya)
    asked.refresh_from_db()
    assert asked.owner == cast.tom, "the same to-do, in other hands"


def test_what_is_open_when_an_application_ends_is_dropped(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    recruitment.withdraw_application(application=application, by=cast.amina)
    assert open_kinds() == set()
    assert Todo.objects.get(kind="application.ask").outcome == Outcome.DROPPED


def test_two_open_to_dos_of_one_kind_and_subject_cannot_be(cast: Cast) -> None:
    an_application_in_screening(cast, cast.amina)
    row = Todo.objects.open().filter(kind="application.ask").get()
    row.pk = None
    with pytest.raises(IntegrityError, match=r"one_open_todo|UNIQUE"), transaction.atomic():
        row.save()
    row.pk, row.closed_at = None, now()
    with pytest.raises(IntegrityError, match="a_closed_todo_says_how_it_ended"), transaction.atomic():
        row.save()
    row.pk, row.closed_at, row.due = None, None, row.since - timedelta(seconds=1)
    row.kind = "application.read"
    with pytest.raises(IntegrityError, match="a_todo_is_not_due_before_it_begins"), transaction.atomic():
        row.save()


def test_a_to_do_comes_back_after_it_was_done(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    recruitment.give_up_on_referee(referee=application.referees.all()[0], by=cast.priya)
    names = Todo.objects.filter(kind="application.names", source_pk=application.pk)
    assert [(row.closed_at is None) for row in names.order_by("raised_at")] == [False, True]


def test_who_may_do_it_sees_it_and_nobody_else_learns_even_the_number(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_referees(application)
    raise_concern(words="I worry.", urgency="danger", by=cast.sam, about=cast.theo)
    an_enquiry(cast)
    assert open_kinds(cast.priya) == {"application.ask", "enquiry.answer"}
    assert open_kinds(cast.noor) == {"concern.read"}
    assert open_kinds(cast.amina) == {"application.talk"}, "only one's own, and what only they can do"
    for nobody in (cast.lena, cast.sam, cast.theo):
        assert open_kinds(nobody) == set()
        assert counted_for(nobody) == {}


def test_a_concern_about_a_lead_is_not_on_their_list(cast: Cast) -> None:
    concern = raise_concern(words="I worry.", urgency="unsure", by=cast.sam, about=cast.noor)
    grant_role(person=cast.ada, role=Role.SAFEGUARDING_LEAD, by=None)
    assert open_kinds(cast.noor) == set()
    assert counted_for(cast.ada)["concern.read"].waiting == 1
    triage_concern(concern=concern, by=cast.ada, urgency="unsure")
    assert counted_for(cast.ada) == {}


def test_another_areas_manager_sees_nothing_of_it(cast: Cast) -> None:
    a_submitted_application(cast, cast.amina)
    an_enquiry(cast)
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.other_area)
    assert counted_for(cast.tom) == {}


def test_whoever_has_given_an_opinion_has_nothing_left_to_weigh(cast: Cast) -> None:
    check = a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina))
    grant_role(person=cast.ada, role=Role.SAFEGUARDING_LEAD, by=None)
    recruitment.weigh_check(check=check, by=cast.noor, accept=True, reasons="Long ago.")
    assert counted_for(cast.noor) == {}
    assert counted_for(cast.ada)["check.weigh"].waiting == 1
    recruitment.weigh_check(check=check, by=cast.ada, accept=True, reasons="Long ago.")
    assert "check.weigh" not in open_kinds()
    assert Check.objects.get().state == Check.State.ACCEPTED


def test_an_appeal_waits_for_somebody_who_did_not_decide(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    recruitment.decide_application(application=application, by=cast.priya, outcome="declined", reasons="Not yet.")
    appeal = recruitment.appeal(application=application, by=cast.amina, words="Please look again.")
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=cast.area)
    assert open_kinds(cast.priya) == set()
    assert open_kinds(cast.tom) == {"appeal.answer"}
    recruitment.answer_appeal(appeal=appeal, by=cast.tom, uphold=False, answer="We read it all.")
    assert open_kinds() == set()


def test_an_enquiry_is_due_five_working_days_later(cast: Cast) -> None:
    with time_machine.travel(timezone.make_aware(timezone.datetime(2026, 12, 23, 12)), tick=False):
        enquiry = an_enquiry(cast)
    todo = Todo.objects.get(kind="enquiry.answer")
    assert timezone.localdate(todo.due).isoformat() == "2027-01-04", "neither Christmas nor the weekend counts"
    decline_enquiry(enquiry=enquiry, by=cast.priya, answer="Not this year.")
    todo.refresh_from_db()
    assert todo.outcome == Outcome.DONE


def test_somebody_in_danger_is_not_kept_waiting_for_a_working_day(cast: Cast) -> None:
    raise_concern(words="Help.", urgency="danger", by=None)
    raise_concern(words="Hm.", urgency="unsure", by=None)
    first, second = Todo.objects.filter(kind="concern.read").order_by("due")
    assert first.due - first.since == timedelta(hours=1)
    assert second.due - second.since >= timedelta(hours=12)


def test_counting_says_how_many_wait_too_long_in_one_query(
    cast: Cast, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    a_submitted_application(cast, cast.amina)
    assert counted_for(cast.priya)["application.read"].overdue == 0
    with time_machine.travel(timezone.localtime() + timedelta(days=8), tick=False):
        cast.priya.grants.count()
        counted = counted_for(cast.priya)["application.read"]
        assert (counted.waiting, counted.overdue) == (1, 1)
        with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture that is a context manager
            counted_for(cast.priya)


def test_what_lies_ahead_is_seen_when_its_time_comes_and_falls_away_after_it(cast: Cast) -> None:
    enquiry = an_enquiry(cast)
    ahead = Raised("enquiry.answer", since=now() + timedelta(days=2), until=now() + timedelta(days=4))
    sync(subject=enquiry, todos=[ahead])
    assert open_kinds() == {"enquiry.answer"}
    assert not Todo.objects.current().exists()
    with time_machine.travel(timezone.localtime() + timedelta(days=3), tick=False):
        assert Todo.objects.current().exists()
        assert close_what_is_too_late() == 0
    with time_machine.travel(timezone.localtime() + timedelta(days=5), tick=False):
        assert not Todo.objects.current().exists()
        assert close_what_is_too_late() == 1
        assert Todo.objects.latest("pk").outcome == Outcome.TOO_LATE
        sync(subject=enquiry, todos=[ahead])
        assert not Todo.objects.open().exists(), "too late is not raised again"


def test_what_was_closed_long_ago_is_forgotten(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    closed = Todo.objects.exclude(closed_at=None).count()
    assert closed
    assert forget_closed(closed_before=now() - timedelta(days=365)) == 0
    with time_machine.travel(timezone.localtime() + timedelta(days=366), tick=False):
        assert forget_closed(closed_before=now() - timedelta(days=365)) == closed
    assert Todo.objects.filter(source_pk=application.pk).exists(), "what is open stays"


def test_a_kind_is_declared_once_and_says_who_does_it() -> None:
    known = kind_named("enquiry.answer")
    declare(known)
    with pytest.raises(ValueError, match="two kinds"):
        declare(Kind("enquiry.answer", Side.STAFF, "Answer it somehow", Days(1), page="partners"))
    with pytest.raises(ValueError, match="which of them"):
        declare(Kind("enquiry.lose", Side.STAFF, "Lose it", Days(1), page="x", permission=Permission.STAFF_ENTER))
    with pytest.raises(KeyError):
        kind_named("enquiry.forget")
    source = source_of(Enquiry())
    register(source)
    with pytest.raises(ValueError, match="two sources"):
        register(Source("enquiry", Application, source.todos_of, source.waiting))
    with pytest.raises(LookupError):
        source_of(Person())


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.name)
def test_every_kind_has_words_a_page_and_somebody_who_reminds_on_its_days(kind: Kind) -> None:
    assert kind.words[0].isupper()
    assert not kind.words.endswith(".")
    assert kind.page
    assert not kind.chased_on or chaser_of(kind.name)


@pytest.mark.parametrize("source", every_source(), ids=lambda source: source.name)
def test_every_source_has_the_name_that_the_log_gives_its_rows(source: Source) -> None:
    assert source.name == source.model.AUDIT_NAME  # type: ignore[attr-defined]  # every model of ours has one


def test_nobody_is_written_to_about_what_is_older_than_a_kind_looks_back() -> None:
    draft = kind_named("application.draft")
    assert [draft.chase_due(days) for days in (1, 2, 5, 6, 30, 31)] == [None, 2, 2, 6, 6, None]


def test_deriving_again_changes_nothing(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    before = list(Todo.objects.order_by("pk").values())
    sync_again(subject=application)
    assert list(Todo.objects.order_by("pk").values()) == before


def test_two_leads_deciding_leaves_the_decision_on_the_list(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    two_leads_decide(cast, a_check_to_weigh(cast, application), accept=False)
    assert open_kinds() == {"application.decide"}
    assert today() == timezone.localdate(Todo.objects.open().get().since)
