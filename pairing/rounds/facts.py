"""What is true of a pair, part by part of its score, so that each reader can be told it in words of their own.

Facts say nothing of anyone's background, which is used for matching and shown to nobody.
"""

from typing import Any

from pairing.problem import Mentor, YoungPerson
from pairing.scoring import ANOTHER_WORLD_KM, EVERYDAY_LANGUAGE, GENERATION_YEARS

MOST_SHARED = 3
"""What two people have in common is told up to so many words."""


def facts_of(
    young_person: YoungPerson, mentor: Mentor, distance_km: float | None, *, online: bool
) -> dict[str, dict[str, Any]]:
    """Return the facts behind each component of a pair's score, by its name."""
    older = years_older(young_person, mentor)
    return {
        "aspiration": {"shared": sorted(young_person.aspirations & mentor.sectors)},
        "interests": {"shared": sorted(young_person.interests & mentor.interests)},
        "matters_most": {"named": young_person.matters_most},
        "availability": {"slots": young_person.slots & mentor.slots},
        "closeness": {"online": online, "km": distance_km},
        "waiting": {"days": young_person.waiting_days},
        "bridging": {
            "shared": common_ground(young_person, mentor)[:MOST_SHARED],
            "generation": older is not None and older > GENERATION_YEARS,
            "place": distance_km is not None and distance_km >= ANOTHER_WORLD_KM,
        },
    }


def common_ground(young_person: YoungPerson, mentor: Mentor) -> list[str]:
    """Return what two people share: work, interests, and languages other than English."""
    languages = {word for word in young_person.languages & mentor.languages if word.casefold() not in EVERYDAY_LANGUAGE}
    shared = (young_person.aspirations & mentor.sectors) | (young_person.interests & mentor.interests) | languages
    return sorted(shared)


def years_older(young_person: YoungPerson, mentor: Mentor) -> int | None:
    """Return by how many years the mentor is older; None when one of the two did not tell."""
    return young_person.born - mentor.born if young_person.born and mentor.born else None
