"""From a plan to the diary: drafts, who may take and drop them, and who is invited how often."""

from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from onemm.learning.queries import trained_people
from onemm.notifications.models import Letter
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.workshops import actions, refusals
from onemm.workshops.actions import planning
from onemm.workshops.models import Draft, Workshop
from onemm.workshops.rules import INVITE_AT_MOST_EVERY
from onemm.workshops.tasks import forget_plans
from tests.access.world import Elsewhere
from tests.cast import Cast
from tests.factories.learning import pass_the_course
from tests.factories.workshops import a_draft, a_learner, a_workshop, booked, details, in_days
from tests.racing import at_once, went_at_once

INVITED = "workshop invitation"


def taken(draft: Draft, by: Person, days: int = 20) -> Workshop:
    return actions.offer_draft(
        draft=draft, details=details(seats=12), starts_at=in_days(days), trained=trained_people(), by=by
    )


def invited() -> set[int]:
    return set(Letter.objects.filter(kind=INVITED).values_list("to", flat=True))


def test_a_draft_in_the_diary_is_a_workshop_and_those_it_was_for_are_invited(cast: Cast) -> None:
    people = [a_learner() for _ in range(3)]
    draft = a_draft(cast, *people)
    assert not Workshop.objects.exists()
    workshop = taken(draft, cast.tom)
    draft.refresh_from_db()
    assert (draft.state, draft.workshop, workshop.trainer) == ("taken", workshop, cast.tom)
    assert invited() == {one.pk for one in people}
    assert Letter.objects.filter(kind=INVITED).first().link == f"/mentor/workshops/{workshop.public_id}/"  # type: ignore[union-attr]  # it is there


def test_the_same_proposal_twice_is_one_draft(cast: Cast) -> None:
    learner = a_learner()
    assert a_draft(cast, learner) == a_draft(cast, learner)
    assert Draft.objects.get().people.count() == 1


def test_nobody_is_invited_twice_in_two_weeks(cast: Cast) -> None:
    both, other = a_learner(), a_learner()
    taken(a_draft(cast, both), cast.tom)
    taken(a_draft(cast, both, other, days=27), cast.tom, days=27)
    assert Letter.objects.filter(kind=INVITED, to=both).count() == 1
    assert Letter.objects.filter(kind=INVITED, to=other).count() == 1
    with time_machine.travel(timezone.now() + INVITE_AT_MOST_EVERY + timedelta(hours=1), tick=True):
        taken(a_draft(cast, both, days=40), cast.tom, days=40)
    assert Letter.objects.filter(kind=INVITED, to=both).count() == 2


def test_whoever_has_a_seat_or_is_trained_or_left_meanwhile_is_not_invited(cast: Cast) -> None:
    seated, trained, gone, waits = (a_learner() for _ in range(4))
    draft = a_draft(cast, seated, trained, gone, waits)
    booked(a_workshop(cast), seated)
    pass_the_course(trained)
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    taken(draft, cast.tom)
    assert invited() == {waits.pk}


def test_a_draft_is_taken_or_dropped_once(cast: Cast) -> None:
    draft = a_draft(cast)
    taken(draft, cast.tom)
    for again in (lambda: taken(draft, cast.tom), lambda: actions.drop_draft(draft=draft, by=cast.priya)):
        with pytest.raises(refusals.DraftIsGone):
            again()
    other = a_draft(cast, days=30)
    actions.drop_draft(draft=other, by=cast.priya)
    with pytest.raises(refusals.DraftIsGone):
        taken(other, cast.tom)
    assert Workshop.objects.count() == 1


def test_whoever_plans_elsewhere_or_not_at_all_is_refused(cast: Cast) -> None:
    elsewhere = Elsewhere()
    draft = a_draft(cast)
    for stranger in (elsewhere.priya, cast.tom):
        with pytest.raises(refusals.NotYours):
            a_draft(cast, by=stranger, days=21)
        with pytest.raises(refusals.NotYours):
            actions.drop_draft(draft=draft, by=stranger)
    for stranger in (cast.priya, cast.amina):
        with pytest.raises(refusals.TrainersOnly):
            taken(draft, stranger)
    with pytest.raises(refusals.WorkshopMustBeAhead):
        a_draft(cast, days=-1)
    assert draft.state == "open"


def test_a_trainer_of_another_area_neither_sees_nor_takes_it(cast: Cast) -> None:
    draft = a_draft(cast)
    far = Person.objects.create_user("far@example.org", first_name="Far")
    grant_role(person=far, role=Role.TRAINER, by=None, area=cast.other_area)
    assert not Draft.objects.visible_to(far).exists()
    assert not Draft.objects.visible_to(cast.lena).exists()
    assert Draft.objects.visible_to(cast.priya).get() == Draft.objects.visible_to(cast.tom).get() == draft
    with pytest.raises(refusals.TrainersOnly):
        taken(draft, far)


def test_what_a_trainer_gets_wrong_leaves_the_draft_open(cast: Cast) -> None:
    draft = a_draft(cast, a_learner())
    with pytest.raises(refusals.PlaceIsUnknown):
        actions.offer_draft(
            draft=draft,
            details=details(postcode="ZZ99 9ZZ"),
            starts_at=in_days(20),
            trained=trained_people(),
            by=cast.tom,
        )
    draft.refresh_from_db()
    assert (draft.state, invited()) == ("open", set())


def test_a_draft_whose_day_is_over_waits_for_nobody_and_is_forgotten(cast: Cast) -> None:
    draft = a_draft(cast, a_learner())
    assert Draft.objects.open().get() == draft
    with time_machine.travel(draft.starts_at + timedelta(hours=1), tick=True):
        assert not Draft.objects.open().exists()
        with pytest.raises(refusals.DraftIsGone):
            taken(draft, cast.tom, days=10)
    forget_plans()
    assert draft.people.count() == 1
    with time_machine.travel(draft.planned_at + timedelta(days=366), tick=True):
        forget_plans()
    assert draft.people.count() == 0


@pytest.mark.parametrize("change", [{"state": "taken"}, {"seats": 0}, {"seats": 201}])
def test_the_database_keeps_drafts_whole(cast: Cast, change: dict[str, object]) -> None:
    draft = a_draft(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.filter(pk=draft.pk).update(**change)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_six_trainers_at_once_one_takes_it() -> None:
    cast = Cast()
    draft, tom = a_draft(cast, a_learner()), cast.tom
    answers = at_once(*[lambda: taken(draft, tom)] * 6)
    assert sorted(type(answer).__name__ for answer in answers) == ["DraftIsGone"] * 5 + ["Workshop"]
    assert (Workshop.objects.count(), Letter.objects.filter(kind=INVITED).count()) == (1, 1)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_six_drafts_taken_at_once_invite_somebody_once() -> None:
    cast = Cast()
    learner, tom = a_learner(), cast.tom
    drafts = [a_draft(cast, learner, days=20 + day) for day in range(6)]
    assert all(went_at_once(*(partial(taken, draft, tom) for draft in drafts)))
    assert Letter.objects.filter(kind=INVITED).count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_guard_more_than_one_would_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = Cast()
    draft, tom, looked = a_draft(cast), cast.tom, Barrier(6)

    def unlocked(draft: Draft) -> Draft:
        found = Draft.objects.get(pk=draft.pk)
        looked.wait(timeout=20)
        return found

    monkeypatch.setattr(planning, "_open_draft", unlocked)
    monkeypatch.setattr(planning, "_to_invite", lambda *_: [])
    take = planning.offer_draft.__wrapped__  # type: ignore[attr-defined]  # what `atomic` wraps
    at_once(
        *[lambda: take(draft=draft, details=details(), starts_at=in_days(20), trained=trained_people(), by=tom)] * 6
    )
    assert Workshop.objects.count() > 1
