"""What is true of a pair, part by part, so that each reader can be told it in words of their own.

Facts go with a proposal; they say nothing of anybody's background, which is used for matching and shown to nobody.
"""

from typing import Any

from pairing import Mentor, Pair, YoungPerson

FAR_KM = 13.0
"""From here on two people know different places: where the engine counts the distance in full."""
GENERATION_YEARS = 15
"""A mentor more than this much older is of another generation, as the engine counts it."""
EVERYDAY = "english"

Facts = dict[str, Any]


def parts_of(pair: Pair, young: YoungPerson, mentor: Mentor) -> list[Facts]:
    """Return the named parts of a pair's score, each with its value, its points and the facts behind it."""
    known = _facts(pair, young, mentor)
    return [
        {"name": part.name, "value": round(part.value, 4), "points": round(part.points, 2), "facts": known[part.name]}
        for part in pair.components
    ]


def common_ground(young: YoungPerson, mentor: Mentor) -> list[str]:
    """Return what two people share: work, interests, and languages other than English."""
    languages = {word for word in young.languages & mentor.languages if word.casefold() != EVERYDAY}
    return sorted((young.aspirations & mentor.sectors) | (young.interests & mentor.interests) | languages)


def years_older(young: YoungPerson, mentor: Mentor) -> int | None:
    return young.born - mentor.born if young.born and mentor.born else None


def _facts(pair: Pair, young: YoungPerson, mentor: Mentor) -> dict[str, Facts]:
    older = years_older(young, mentor)
    return {
        "aspiration": {"shared": sorted(young.aspirations & mentor.sectors)},
        "interests": {"shared": sorted(young.interests & mentor.interests)},
        "matters_most": {"named": young.matters_most},
        "availability": {"slots": young.slots & mentor.slots},
        "closeness": {"online": pair.online, "km": pair.distance_km},
        "waiting": {"days": young.waiting_days},
        "bridging": {
            "shared": common_ground(young, mentor)[:3],
            "generation": older is not None and older > GENERATION_YEARS,
            "place": pair.distance_km is not None and pair.distance_km >= FAR_KM,
        },
    }
