"""A national pool as columns: the same answers as records give, exactly, from the few mentors who can matter."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rounds import OLDHAM, mentor, some_round, young_person

from pairing import (
    BadProblem,
    MentorRows,
    MentorTable,
    Problem,
    Sets,
    Weights,
    best_mentors,
    fit,
    left_free_in,
    pool_of,
    propose,
    why_unmatched,
)
from pairing.assignment.dense import FORBIDDEN, best_assignment
from pairing.rounds import shortlist
from pairing.rounds.shortlist import assign, best_of_each, in_sight

SEEDS = st.integers(0, 10_000)


def packed(mentors):
    """The same mentors as columns. Qualities and exclusions are for records alone."""

    def sets(name):
        different = list(dict.fromkeys(getattr(one, name) for one in mentors))
        return Sets(different, np.array([different.index(getattr(one, name)) for one in mentors], dtype=np.int64))

    def numbers(name, kind, missing=0):
        return np.array([missing if getattr(one, name) is None else getattr(one, name) for one in mentors], dtype=kind)

    genders = [frozenset({one.gender}) for one in mentors]
    kinds = list(dict.fromkeys(genders))
    return MentorTable(
        MentorRows(
            ids=np.array([one.id.encode() for one in mentors], dtype="S12"),
            latitude=numbers("latitude", np.float64, np.nan),
            longitude=numbers("longitude", np.float64, np.nan),
            reach_km=numbers("reach_km", np.float64),
            online=numbers("online", np.bool_),
            in_person=numbers("in_person", np.bool_),
            capacity=numbers("capacity", np.int64),
            slots=numbers("slots", np.int64),
            born=numbers("born", np.int64),
            languages=sets("languages"),
            sectors=sets("sectors"),
            interests=sets("interests"),
            background=sets("background"),
            gender=Sets(kinds, np.array([kinds.index(one) for one in genders], dtype=np.int64)),
        )
    )


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(0, 30), st.integers(0, 8))
def test_columns_give_the_answer_and_the_reasons_of_records(seed, mentors, young_people):
    records = some_round(seed, mentors, young_people)
    columns = replace(records, mentors=packed(records.mentors))
    one, other = propose(records), propose(columns)
    assert one == other
    assert why_unmatched(records, one) == why_unmatched(columns, other)
    assert left_free_in(records, one) == left_free_in(columns, other)
    assert all(best_mentors(records, person.id) == best_mentors(columns, person.id) for person in records.young_people)


def test_a_mentor_out_of_columns_is_the_one_who_went_in():
    before = (
        *some_round(3, 40, 1).mentors,
        mentor("nowhere", latitude=None, longitude=None, in_person=False, online=True, born=None),
    )
    table = packed(before)
    assert [replace(one, latitude=None, longitude=None) for one in table] == [
        replace(one, latitude=None, longitude=None) for one in before
    ]
    assert [one.latitude for one in table] == pytest.approx([one.latitude for one in before])
    assert (len(table), table.named(["m3", "nobody"]).keys()) == (41, {"m3"})
    assert len(packed(())) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"latitude": float("nan")}, "latitude"),
        ({"longitude": float("nan")}, "longitude"),
        ({"latitude": 91.0}, "latitude"),
        ({"longitude": -181.0}, "longitude"),
        ({"reach_km": -1.0}, "reach_km"),
        ({"reach_km": float("nan")}, "reach_km"),
        ({"capacity": -1}, "capacity"),
        ({"slots": 1 << 21}, "slots"),
        ({"born": 1066}, "born"),
    ],
)
def test_a_bad_mentor_in_columns_is_named_with_the_field(changes, field):
    with pytest.raises(BadProblem, match="mentor bad") as caught:
        packed((mentor(), mentor("bad", **changes)))
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("mentors", "words"), [(("m", "m"), "mentor m, id: appears more than once"), (("m", ""), "is not a name")]
)
def test_ids_in_columns_are_names_and_there_once(mentors, words):
    with pytest.raises(BadProblem, match=words):
        packed(tuple(mentor(id_) for id_ in mentors))


def all_scores(problem):
    pool = pool_of(problem.mentors)
    found = [fit(pool, one, problem.weights) for one in problem.young_people]
    return np.array([np.where(one.possible, one.score, FORBIDDEN) for one in found]).reshape(
        len(found), len(problem.mentors)
    ), pool.capacity


@settings(max_examples=60, deadline=None)
@given(
    SEEDS,
    st.integers(0, 60),
    st.integers(0, 6),
    st.sampled_from([Weights(), Weights(0, 0, 0, 1, 0, 0, 0), Weights(0, 0, 0, 0, 0, 1, 0)]),
)
def test_the_few_best_of_each_are_enough_for_the_best_answer_and_its_proof(seed, mentors, young_people, weights):
    """With ten mentors for each young person most are left aside; some weights make nearly all scores alike."""
    problem = some_round(seed, mentors, young_people, weights=weights)
    whole = best_assignment(*all_scores(problem))
    solution = propose(problem)
    assert (solution.matched, solution.total, solution.bound) == (whole.matched, whole.total, whole.total)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(0, 60), st.integers(0, 8))
def test_a_choice_too_large_for_a_table_is_solved_as_a_graph_to_the_same_value(seed, mentors, young_people):
    problem = some_round(seed, mentors, young_people)
    pool = pool_of(problem.mentors)
    rows = in_sight(pool, problem.young_people, pool.capacity)
    room = pool.capacity[rows]
    choice = best_of_each(pool.at(rows), problem.young_people, problem.weights, room, np.arange(len(rows)))
    with pytest.MonkeyPatch.context() as patch:
        as_table = assign(choice, room)
        patch.setattr(shortlist, "LARGEST_TABLE", -1)
        as_graph = assign(choice, room)
    assert (as_table.total, as_table.bound) == (as_graph.total, as_graph.bound)
    assert (as_table.column >= 0).sum() == (as_graph.column >= 0).sum()
    chosen = as_graph.column[as_graph.column >= 0]
    assert (np.bincount(chosen, minlength=len(room)) <= room).all()


def test_whoever_can_meet_nobody_is_not_in_sight():
    people = (young_person(), young_person("online", in_person=False, online=True))
    mentors = (
        mentor("near"),
        mentor("far", latitude=OLDHAM[0] + 1),
        mentor("online", latitude=OLDHAM[0] + 1, online=True),
        mentor("full", capacity=0),
    )
    pool = pool_of(mentors)
    assert in_sight(pool, people, pool.capacity).tolist() == [0, 2]
    assert in_sight(pool, people[:1], pool.capacity).tolist() == [0]
    assert in_sight(pool, (), pool.capacity).tolist() == []


def test_more_than_64_words_are_told_apart():
    words = [f"w{number}" for number in range(200)]
    many = tuple(mentor(f"m{row}", sectors=frozenset({word})) for row, word in enumerate(words))
    pool = pool_of(many)
    assert pool.sectors.count([words[130], words[3], "unknown"]).nonzero()[0].tolist() == [3, 130]
    assert pool.sectors.tally(np.ones(200, dtype=np.bool_)) == dict.fromkeys(words, 1)
    assert [pool.sectors.words(row) for row in (64, 199)] == [{"w64"}, {"w199"}]
    solution = propose(Problem(many, (young_person(aspirations=frozenset({"w130"})),)))
    assert solution.pairs[0].mentor == "m130"
