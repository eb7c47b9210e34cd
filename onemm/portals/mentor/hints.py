"""What might help a mentor who waits, in kind words; never a number, and nothing about anyone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from onemm.matching.queries import WouldHelp
from onemm.matching.rules.left_free import Reason
from onemm.recruitment.rules.steps import BRING, HOW, WHEN

ONLY_IF = "Change it only if it suits you: you are welcome as you are."


@dataclass(frozen=True)
class Hint:
    """A question, why we ask it, and where to answer; nothing to answer when there is no address."""

    title: str
    text: str
    url: str = ""
    label: str = ""


def hint_from(found: WouldHelp | None) -> Hint | None:
    """Return what to say to a mentor who waits, or nothing."""
    return HINTS[found.reason](found) if found and found.reason in HINTS else None


def _taken(_found: WouldHelp) -> Hint | None:
    return Hint(
        "You would suit young people near you",
        "This time they have somebody else already. You stay on our list, and need do nothing.",
    )


def _time(found: WouldHelp) -> Hint | None:
    if not found.times:
        return None
    text = (
        "The young people near you who wait are free at other times than you. More of them could meet you "
        f"{found.times}. {ONLY_IF}"
    )
    return Hint(
        f"Could you sometimes meet {found.times}?",
        text,
        reverse("mentor:application_step", args=[WHEN]),
        "Change when I am free",
    )


def _meeting(found: WouldHelp) -> Hint | None:
    if found.online and found.in_person:
        return None
    way, other = ("face to face", "online only") if found.online else ("online", "face to face only")
    text = f"The young people who wait want to meet {way}, and you told us {other}. {ONLY_IF}"
    return Hint(
        f"Could you also meet {way}?", text, reverse("mentor:application_step", args=[HOW]), "Change how I meet"
    )


def _further(_found: WouldHelp) -> Hint | None:
    text = f"More young people wait for a mentor a few miles beyond where you told us you travel. {ONLY_IF}"
    return Hint(
        "Could you travel a little further?",
        text,
        reverse("mentor:application_step", args=[HOW]),
        "Change how far I travel",
    )


def _language(_found: WouldHelp) -> Hint | None:
    text = (
        "The young people near you who wait speak another language than those you told us of. If you speak one of "
        "theirs too, add it. You are welcome as you are."
    )
    return Hint(
        "Do you speak another language?", text, reverse("mentor:application_step", args=[BRING]), "Change what I bring"
    )


HINTS: Mapping[Reason, Callable[[WouldHelp], Hint | None]] = {
    Reason.TAKEN: _taken,
    Reason.TIME: _time,
    Reason.MEETING: _meeting,
    Reason.FURTHER: _further,
    Reason.LANGUAGE: _language,
}
