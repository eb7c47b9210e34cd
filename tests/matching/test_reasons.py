"""The reasons for a pair: the same facts, told to the young person, to the mentor and to the coordinator."""

import pytest

from onemm.matching.queries import components_of, reasons_of
from onemm.matching.rules.words import Names, Reader, named_after, parts_of, reasons_for, sentence_for
from onemm.mentors.models import MentorProfile
from onemm.places.models import Site
from pairing import Problem, best_mentors
from tests.factories.matching import a_pair_that_fits, a_round
from tests.pairing.rounds import mentor, young_person

NAMES = Names("Theo", "Amina", "Alder Brook School")
READERS = (Reader.YOUNG_PERSON, Reader.MENTOR, Reader.COORDINATOR)


def told(part, facts, to, value=1.0):
    return sentence_for({"name": part, "value": value, "points": 1, "facts": facts}, NAMES, to)


@pytest.mark.parametrize(
    ("part", "facts", "young", "mentors", "coordinators"),
    [
        (
            "aspiration",
            {"shared": ["law", "music"]},
            "Amina works in law and in music, which is what you hope to do",
            "You work in law and in music, which is what Theo hopes to do",
            "Amina works in law and in music, which is what Theo hopes to do",
        ),
        (
            "interests",
            {"shared": ["maps and travel", "chess"]},
            "You both like maps and travel, and chess",
            "You both like maps and travel, and chess",
            "Both like maps and travel, and chess",
        ),
        (
            "matters_most",
            {"named": "aspiration"},
            "You told us what matters most to you: the work you hope for",
            "What matters most to Theo: the work they hope for",
            "What matters most to Theo: the work they hope for",
        ),
        (
            "availability",
            {"slots": 1 << 5},
            "You are both free on Tuesday evenings",
            "You are both free on Tuesday evenings",
            "Both are free on Tuesday evenings",
        ),
        (
            "closeness",
            {"online": False, "km": 4.0},
            "Amina is close to where you would meet",
            "Alder Brook School is about 2½ miles from you",
            "Amina lives about 2½ miles from Alder Brook School",
        ),
        (
            "closeness",
            {"online": False, "km": 30.0},
            "Amina is happy to travel to where you would meet",
            "Alder Brook School is about 18½ miles from you",
            "Amina lives about 18½ miles from Alder Brook School",
        ),
        (
            "closeness",
            {"online": True, "km": 258.0},
            "You would meet online",
            "You would meet online",
            "They would meet online",
        ),
        ("waiting", {"days": 40}, "", "", "Theo has been waiting 5 weeks"),
        (
            "bridging",
            {"shared": ["chess"], "generation": True, "place": True},
            "You are a generation apart and know different places, and have chess in common",
            "You are a generation apart and know different places, and have chess in common",
            "They are a generation apart and know different places, and have chess in common",
        ),
        # What is left then are their backgrounds, at which neither of the two is to guess.
        (
            "bridging",
            {"shared": ["chess"], "generation": False, "place": False},
            "",
            "",
            "They bring different experience, and have chess in common",
        ),
    ],
)
def test_each_reader_is_told_in_words_of_their_own(part, facts, young, mentors, coordinators):
    assert [told(part, facts, to) for to in READERS] == [young, mentors, coordinators]


@pytest.mark.parametrize(
    ("days", "words"), [(3, "has begun to wait"), (59, "waiting 8 weeks"), (200, "waiting 6 months")]
)
def test_waiting_is_told_in_weeks_and_then_in_months(days, words):
    assert words in told("waiting", {"days": days}, Reader.COORDINATOR)


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        ("aspiration", {"shared": []}),
        ("interests", {"shared": []}),
        ("matters_most", {"named": ""}),
        ("availability", {"slots": 0}),
        ("closeness", {"online": False, "km": None}),
        ("bridging", {"shared": [], "generation": True, "place": True}),
    ],
)
def test_where_there_is_nothing_to_say_nothing_is_said(part, facts):
    assert [told(part, facts, to) for to in READERS] == ["", "", ""]
    assert told("closeness", {"online": True, "km": None}, Reader.MENTOR, value=0) == ""


def test_a_pair_kept_before_facts_were_is_told_in_the_words_of_then():
    old = {"name": "interests", "value": 1.0, "points": 50, "words": "Both of you like maps"}
    assert [sentence_for(old, NAMES, to) for to in READERS] == ["Both of you like maps"] * 3


def test_the_weightiest_comes_first_and_waiting_is_no_reason():
    parts = [
        {"name": "waiting", "value": 1, "points": 90, "facts": {"days": 90}},
        {"name": "interests", "value": 1, "points": 10, "facts": {"shared": ["chess"]}},
        {"name": "aspiration", "value": 1, "points": 50, "facts": {"shared": ["law"]}},
        {"name": "closeness", "value": 1, "points": 0, "facts": {"online": True, "km": None}},
    ]
    assert reasons_for(parts, NAMES, Reader.COORDINATOR) == (
        "Amina works in law, which is what Theo hopes to do",
        "Both like chess",
    )


def test_facts_say_nothing_of_anybodys_background():
    theirs = {"background": frozenset({"money was short"}), "born": 2010, "interests": frozenset({"chess"})}
    amina = mentor(background=frozenset({"somewhere else"}), born=1960, interests=frozenset({"chess"}))
    problem = Problem((amina,), (young_person(**theirs),))
    (pair,) = best_mentors(problem, "theo")
    parts = parts_of(pair)
    bridging = parts[-1]
    assert (bridging["name"], bridging["facts"]) == (
        "bridging",
        {"shared": ["chess", "engineering"], "generation": True, "place": False},
    )
    assert "money was short" not in str(parts)
    assert sum(part["points"] for part in parts) == pytest.approx(pair.score, abs=1)


def test_a_pair_that_meets_online_is_told_no_distance(cast):
    a_pair_that_fits(cast)
    Site.objects.update(latitude=51.5, longitude=-0.1)
    MentorProfile.objects.update(online=True)
    proposal = a_round(cast).proposals.get()
    assert (proposal.online, proposal.distance_km > 200) == (True, True)
    near = next(part for part in components_of(proposal) if part.name == "closeness")
    assert near.words == "They would meet online"
    for reader in READERS:
        assert "mile" not in " ".join(reasons_of(proposal, to=reader))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Olive", "Mo", "Mo"),
        ("Olive", "Olive", "Another Olive"),
        ("Olive", "", "Nobody"),
        ("", "Mo", "Mo"),
        ("", "", "Nobody"),
    ],
)
def test_two_mentors_of_one_name_are_told_apart_side_by_side(before, after, said):
    assert named_after(before, after) == said
