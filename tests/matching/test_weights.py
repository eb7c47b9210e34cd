"""What matters in a programme: set in versions, tried before it is kept, and gone by from the next round on."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import now
from onemm.matching import actions, queries, refusals
from onemm.matching.models import Round, Weighting
from onemm.matching.problem import TooManyToTry, preview_of, trade_off_of, trying
from onemm.matching.rules import are_choices, in_words, stage_at, usual_choices, weights_from
from onemm.mentoring.refusals import ProgrammeIsClosed
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from tests.factories.matching import EVENINGS, a_pair_that_fits, a_round, a_suggested_pair
from tests.factories.mentoring import a_ready_mentor, enrol

BRIDGES_MORE = {**usual_choices(), "bridging": 3}


def set_weights(cast, choices, instead_of=0):
    return actions.set_weights(programme=cast.programme, by=cast.sam, choices=choices, instead_of=instead_of)


def another_mentor(cast, **changes):
    """Omar, who is ready too; older than Theo by far, and likes what he likes."""
    a_ready_mentor(cast, cast.other_mentor)
    MentorProfile.objects.filter(person=cast.other_mentor).update(half_days=EVENINGS, reach_km=20, **changes)


def test_without_any_a_programme_goes_by_the_usual_weights(cast):
    assert queries.standing_weights(cast.programme) == queries.Standing(0, usual_choices(), None)


def test_a_round_goes_by_the_newest_version_and_keeps_what_it_went_by(cast):
    usual = a_suggested_pair(cast).round
    first = set_weights(cast, BRIDGES_MORE)
    second = set_weights(cast, {**BRIDGES_MORE, "closeness": 0}, instead_of=1)
    run = a_round(cast, weights=None)
    assert (first.version, second.version, run.weighting) == (1, 2, second)
    assert (run.weights["bridging"], run.weights["closeness"]) == (3, 0)
    usual.refresh_from_db()
    assert (usual.weights, usual.weighting) == (usual_choices(), None)


def test_weights_given_to_one_round_alone_belong_to_no_version(cast):
    a_pair_that_fits(cast)
    set_weights(cast, BRIDGES_MORE)
    assert actions.ask_for_round(programme=cast.programme, by=cast.sam, weights=usual_choices()).weighting is None


def test_the_same_weights_given_to_a_round_are_that_version(cast):
    a_pair_that_fits(cast)
    kept = set_weights(cast, BRIDGES_MORE)
    assert actions.ask_for_round(programme=cast.programme, by=cast.sam, weights=BRIDGES_MORE).weighting == kept


def test_setting_them_is_in_the_log_with_the_choices(cast):
    set_weights(cast, BRIDGES_MORE)
    entry = Entry.objects.get(event="weights:set")
    assert (entry.actor, entry.detail["version"], entry.detail["bridging"]) == (cast.sam.public_id, 1, 3)


def test_weights_that_cannot_be_are_refused(cast):
    for choices in (dict.fromkeys(usual_choices(), 0), {"bridging": 3}, {**usual_choices(), "bridging": 6}):
        with pytest.raises(refusals.NothingMatters):
            set_weights(cast, choices)
    with pytest.raises(refusals.NothingHasChanged):
        set_weights(cast, usual_choices())
    set_weights(cast, BRIDGES_MORE)
    with pytest.raises(refusals.WeightsHaveMovedOn):
        set_weights(cast, {**usual_choices(), "waiting": 3})
    cast.programme.closed_at = now()
    cast.programme.save()
    with pytest.raises(ProgrammeIsClosed):
        set_weights(cast, {**usual_choices(), "waiting": 3}, instead_of=1)
    assert Weighting.objects.count() == 1


def test_a_preview_says_who_would_get_somebody_else_and_keeps_nothing(cast):
    a_pair_that_fits(cast)
    another_mentor(cast, sectors=[], interests=["maps"], latitude=53.5409, longitude=-2.1114)
    Person.objects.filter(pk=cast.amina.pk).update(born=cast.theo.born.replace(year=cast.theo.born.year - 14))
    Person.objects.filter(pk=cast.other_mentor.pk).update(born=cast.theo.born.replace(year=cast.theo.born.year - 60))
    preview = preview_of(cast.programme, usual_choices(), {**usual_choices(), "bridging": 5, "aspiration": 0})
    (moved,) = preview.moved
    assert (moved.enrolment.person, moved.before, moved.after) == (cast.theo, cast.amina, cast.other_mentor)
    assert (preview.before.matched, preview.after.matched, preview.after.waiting) == (1, 1, 1)
    assert preview.before.fit > preview.after.fit, "by the weights of before, what it would change to is worth less"
    assert preview.before.bridge_index is None, "one pair is too few for a figure"
    assert not Round.objects.exists()


def test_a_preview_of_the_same_moves_nobody(cast):
    a_pair_that_fits(cast)
    preview = preview_of(cast.programme, usual_choices(), usual_choices())
    assert preview.moved == ()
    assert preview.before == preview.after


def test_the_curve_has_a_step_for_each_choice_and_measures_fit_without_bridging(cast):
    a_pair_that_fits(cast)
    tries = trade_off_of(cast.programme)
    assert [one.choices["bridging"] for one in tries] == [0, 1, 2, 3, 4, 5]
    assert {one.fit for one in tries} == {tries[0].fit}, "there is one pair to be had, whatever the weight"
    proposal = a_round(cast, weights=tries[0].choices).proposals.get()
    assert tries[0].fit == pytest.approx(proposal.score, abs=1)


def test_where_bridging_alone_counts_leaving_it_out_is_no_step(cast):
    a_pair_that_fits(cast)
    set_weights(cast, {**dict.fromkeys(usual_choices(), 0), "bridging": 2})
    assert [one.choices["bridging"] for one in trade_off_of(cast.programme)] == [1, 2, 3, 4, 5]


def test_with_nobody_there_a_try_finds_nobody(cast):
    tried = preview_of(cast.programme, usual_choices(), BRIDGES_MORE).after
    assert (tried.matched, tried.waiting, tried.fit) == (0, 0, None)


@pytest.mark.parametrize("limit", ["MOST_TRIED", "MOST_PAIRS_TRIED"])
def test_too_many_mentors_are_not_tried_on_the_spot(cast, monkeypatch, limit):
    a_pair_that_fits(cast)
    monkeypatch.setattr(trying, limit, 0)
    with pytest.raises(TooManyToTry):
        preview_of(cast.programme, usual_choices(), BRIDGES_MORE)


def test_choices_become_weights_and_words():
    assert weights_from({**usual_choices(), "bridging": 5, "aspiration": 4, "interests": 0}).as_tuple() == (
        120,
        0,
        15,
        10,
        10,
        10,
        80,
    )
    assert in_words({**usual_choices(), "bridging": 5, "closeness": 0}) == "Near: leave it out; Bridges: most of all"
    assert in_words(usual_choices()) == "Everything as usual"
    assert are_choices({**usual_choices(), "bridging": 5})
    assert [stage_at(done).split()[0] for done in (0, 5, 30, 70, 90)] == [
        "Waiting",
        "Reading",
        "Finding",
        "Working",
        "Writing",
    ]


def test_lou_sees_no_weights_of_another_partner(cast):
    kept = set_weights(cast, BRIDGES_MORE)
    assert Weighting.objects.visible_to(cast.sam).get() == kept
    for name in ("lou", "amina", "lena", "priya"):
        assert not Weighting.objects.visible_to(getattr(cast, name)).exists()


def test_the_database_refuses_a_version_twice_and_a_version_0(cast):
    _ = enrol(cast)
    set_weights(cast, BRIDGES_MORE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Weighting.objects.create(programme=cast.programme, version=1, set_by=cast.sam)
    with pytest.raises(IntegrityError, match="the_first_version_of_weights_is_1"), transaction.atomic():
        Weighting.objects.create(programme=cast.programme, version=0, set_by=cast.sam)
