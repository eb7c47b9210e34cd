"""Concerns: kept, told at once, read by safeguarding leads alone."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.lib.errors import MoveRefused
from onemm.notifications.models import Letter
from onemm.people.actions.roles import grant_role
from onemm.people.roles import Role
from onemm.safeguarding import actions, queries, refusals
from onemm.safeguarding.models import Concern
from tests.factories.safeguarding import a_concern, a_triaged_concern, an_open_case


def test_a_concern_writes_to_every_lead_at_once_and_repeats_none_of_its_words(cast):
    grant_role(person=cast.tom, role=Role.SAFEGUARDING_LEAD, by=None)
    concern = a_concern(cast, by=cast.theo, urgency="danger")

    letters = Letter.objects.filter(kind="concern:raised")
    assert {letter.to for letter in letters} == {cast.noor, cast.tom}
    assert {letter.link for letter in letters} == {f"/staff/concerns/{concern.public_id}/"}
    assert not any("coordinator" in letter.subject + letter.body for letter in letters)
    assert letters[0].subject == "A concern was raised: somebody is in danger now"


def test_a_lead_whom_it_is_about_is_not_told_and_cannot_read_or_answer_it(cast):
    grant_role(person=cast.tom, role=Role.SAFEGUARDING_LEAD, by=None)
    concern = a_concern(cast, about=cast.noor)

    assert [letter.to for letter in Letter.objects.all()] == [cast.tom]
    assert not Concern.objects.visible_to(cast.noor).exists()
    assert Concern.objects.visible_to(cast.tom).get() == concern
    with pytest.raises(refusals.ConcernIsAboutYou):
        actions.triage_concern(concern=concern, by=cast.noor, urgency="soon")


def test_without_a_lead_administrators_are_asked_to_appoint_one(cast):
    _ = cast.ada
    actions.raise_concern(words="Help", urgency="danger", by=None, about=cast.noor)
    assert [(letter.to, letter.link) for letter in Letter.objects.all()] == [(cast.ada, "/staff/")]


@pytest.mark.parametrize("name", ["ada", "priya", "sam", "tom", "ruth", "amina", "theo", "lena"])
def test_nobody_but_leads_reads_concerns(cast, name):
    a_concern(cast, by=cast.lena)
    assert not Concern.objects.visible_to(getattr(cast, name)).exists()


def test_the_log_holds_neither_words_nor_whom_it_is_about(cast):
    a_concern(cast, about=cast.amina, by=cast.theo)
    entry = Entry.objects.get(event="concern:raised")
    assert (entry.actor, entry.detail) == (cast.theo.public_id, {})


def test_a_concern_goes_from_raised_to_closed_with_an_outcome(cast):
    concern = an_open_case(cast)
    with pytest.raises(refusals.AnOutcomeIsNeeded):
        actions.close_concern(concern=concern, by=cast.noor, outcome="  ")
    actions.close_concern(concern=concern, by=cast.noor, outcome="Talked with all; nothing to fear.")

    concern.refresh_from_db()
    assert (concern.state, concern.closed_by, concern.triaged_by) == ("closed", cast.noor, cast.noor)
    events = ["concern:raised", "concern:triaged", "concern:case_opened", "concern:closed"]
    assert (
        list(Entry.objects.filter(event__startswith="concern").order_by("pk").values_list("event", flat=True)) == events
    )
    with pytest.raises(MoveRefused):
        actions.open_case(concern=concern, by=cast.noor)


def test_triage_may_change_how_urgent_it_is(cast):
    concern = a_concern(cast, urgency="unsure")
    actions.triage_concern(concern=concern, by=cast.noor, urgency="danger")
    concern.refresh_from_db()
    assert (concern.state, concern.urgency) == ("triaged", "danger")
    with pytest.raises(MoveRefused):
        actions.triage_concern(concern=concern, by=cast.noor, urgency="soon")


def test_what_cannot_be_kept_is_refused_at_its_field(cast):
    with pytest.raises(refusals.AConcernSaysSomething) as words:
        actions.raise_concern(words=" ", urgency="soon", by=None)
    with pytest.raises(refusals.NotAnUrgency):
        actions.raise_concern(words="x", urgency="later", by=None)
    with pytest.raises(refusals.NotAnUrgency):
        actions.triage_concern(concern=a_concern(cast), by=cast.noor, urgency="later")
    assert words.value.field == "words"


def test_unanswered_come_first_danger_before_the_rest(cast):
    answered = a_triaged_concern(cast)
    unsure, danger = a_concern(cast, urgency="unsure"), a_concern(cast, urgency="danger")
    closed = an_open_case(cast)
    actions.close_concern(concern=closed, by=cast.noor, outcome="Done.")

    assert list(queries.concerns_in_order(cast.noor)) == [danger, unsure, answered]
    assert list(queries.concerns_in_order(cast.noor, closed=True)) == [closed]
    assert queries.concern_counts(cast.noor) == queries.ConcernCounts(unanswered=2, live=3)


def test_reading_is_written_down(cast):
    concern = a_concern(cast)
    actions.note_reading(concern=concern, by=cast.noor)
    assert Entry.objects.get(event="concern:read").actor == cast.noor.public_id


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"words": ""}, "a_concern_says_something"),
        ({"triaged_at": now()}, "a_triaged_concern_says_by_whom_and_when"),
        ({"state": "triaged"}, "a_triaged_concern_says_by_whom_and_when"),
        ({"closed_at": now()}, "a_closed_concern_has_an_outcome"),
    ],
)
def test_the_database_refuses(db, changes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Concern.objects.create(**{"words": "x", "urgency": "soon", **changes})
