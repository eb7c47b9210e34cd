"""The reasons for a pair in plain words: one sentence for the young person, one for the mentor, one for the
coordinator.

The young person is never told how far away anyone lives, nobody is told a score or a background, and a pair that would
meet online is never told a distance.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pairing import Pair, about_miles, free_times

NEAR_KM = 8.0
"""Five miles: what we call close by."""


class Reader(StrEnum):
    """Who is reading a reason."""

    YOUNG_PERSON = "young person"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Names:
    """What the sentences call people and places: first names, and where they would meet."""

    young: str
    mentor: str
    site: str


WISHES: Mapping[str, str] = {
    "aspiration": "the work they hope for",
    "interests": "common ground",
    "availability": "being free at the same time",
    "closeness": "being near",
    "bridging": "meeting somebody from another world",
}
OWN_WISHES: Mapping[str, str] = {**WISHES, "aspiration": "the work you hope for"}


def parts_of(pair: Pair) -> list[dict[str, Any]]:
    """Return the named parts of a pair's score as they are kept: value, points, and the facts that sentences are made
    of.
    """
    return [
        {"name": part.name, "value": round(part.value, 4), "points": round(part.points, 2), "facts": part.facts}
        for part in pair.components
    ]


def sentence_for(part: Mapping[str, Any], names: Names, to: Reader) -> str:
    """Return one part of a score as a sentence for this reader; empty when there is nothing to say to them."""
    if not part["value"]:
        return ""
    facts: Mapping[str, Any] | None = part.get("facts")
    if facts is None:
        return str(part.get("words", ""))  # kept before facts were
    words = SENTENCES[part["name"]](facts, names, to)
    return words[:1].upper() + words[1:]


def reasons_for(parts: list[dict[str, Any]], names: Names, to: Reader) -> tuple[str, ...]:
    """Return why these two, for this reader, the weightiest first.

    Waiting is left out: it says why now, not why these two.
    """
    counted = sorted(
        (part for part in parts if part["points"] > 0 and part["name"] != "waiting"), key=lambda part: -part["points"]
    )
    return tuple(words for part in counted if (words := sentence_for(part, names, to)))


def _aspiration(facts: Mapping[str, Any], names: Names, to: Reader) -> str:
    if not facts["shared"]:
        return ""
    work = " and in ".join(facts["shared"])
    works = f"you work in {work}" if to == Reader.MENTOR else f"{names.mentor} works in {work}"
    return f"{works}, which is what {'you hope' if to == Reader.YOUNG_PERSON else f'{names.young} hopes'} to do"


def _interests(facts: Mapping[str, Any], _names: Names, to: Reader) -> str:
    if not facts["shared"]:
        return ""
    return f"{'both' if to == Reader.COORDINATOR else 'you both'} like {_listed(facts['shared'])}"


def _matters_most(facts: Mapping[str, Any], names: Names, to: Reader) -> str:
    named = facts["named"]
    if not named:
        return ""
    if to == Reader.YOUNG_PERSON:
        return f"you told us what matters most to you: {OWN_WISHES[named]}"
    return f"what matters most to {names.young}: {WISHES[named]}"


def _availability(facts: Mapping[str, Any], _names: Names, to: Reader) -> str:
    if not facts["slots"]:
        return ""
    return f"{'both are' if to == Reader.COORDINATOR else 'you are both'} free {free_times(facts['slots'])}"


def _closeness(facts: Mapping[str, Any], names: Names, to: Reader) -> str:
    if facts["online"]:
        return f"{'they' if to == Reader.COORDINATOR else 'you'} would meet online"
    if facts["km"] is None:
        return ""
    if to == Reader.YOUNG_PERSON:
        return (
            f"{names.mentor} is {'close to' if facts['km'] <= NEAR_KM else 'happy to travel to'} where you would meet"
        )
    far = about_miles(facts["km"])
    return f"{names.site} is {far} from you" if to == Reader.MENTOR else f"{names.mentor} lives {far} from {names.site}"


def _waiting(facts: Mapping[str, Any], names: Names, to: Reader) -> str:
    if to != Reader.COORDINATOR:
        return ""
    days = facts["days"]
    if days < 14:
        return f"{names.young} has begun to wait"
    return (
        f"{names.young} has been waiting {days // 7} weeks"
        if days < 60
        else f"{names.young} has been waiting {days // 30} months"
    )


def _bridging(facts: Mapping[str, Any], _names: Names, to: Reader) -> str:
    if not facts["shared"]:
        return ""
    apart = [
        *(["are a generation apart"] if facts["generation"] else []),
        *(["know different places"] if facts["place"] else []),
    ]
    if to != Reader.COORDINATOR and not apart:
        return ""  # all that is left is their backgrounds, and neither is to guess what the other told us
    who = "they" if to == Reader.COORDINATOR else "you"
    return f"{who} {' and '.join(apart) or 'bring different experience'}, and have {_listed(facts['shared'])} in common"


SENTENCES: Mapping[str, Callable[[Mapping[str, Any], Names, Reader], str]] = {
    "aspiration": _aspiration,
    "interests": _interests,
    "matters_most": _matters_most,
    "availability": _availability,
    "closeness": _closeness,
    "waiting": _waiting,
    "bridging": _bridging,
}


def _listed(words: list[str]) -> str:
    """Return `maps, chess and film`; with a comma before the last `and` where a word has one of its own."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])}{',' if any(' and ' in word for word in words) else ''} and {words[-1]}"


def named_after(before: str, after: str) -> str:
    """Return the second of two mentors as a page names them beside the first: by first name, which both may bear; empty
    is nobody.
    """
    return f"Another {after}" if after and after == before else after or "Nobody"
