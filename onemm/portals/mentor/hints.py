"""What might help a mentor who waits, in kind words; never a number, and nothing about anybody."""

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
    return Hint("You would suit young people near you", "This time they have somebody else already. You stay on our list, and need do nothing.")


def _time(found: WouldHelp) -> Hint | None:
    if not found.times:
        return None
    text = f"More young people near you ask for a mentor who is free {found.times}. {ONLY_IF}"
    return Hint(f"Could you sometimes meet {found.times}?", text, reverse("mentor:application_step", args=[WHEN]), "Change when I am free")


def _meeting(found: WouldHelp) -> Hint | None:
    if found.online and found.in_person:
        return None
    way = "face to face" if found.online else "online"
    text = f"More young people ask for a mentor whom they can meet {way}. {ONLY_IF}"
    return Hint(f"Could you also meet {way}?", text, reverse("mentor:application_step", args=[HOW]), "Change how I meet")


def _further(_found: WouldHelp) -> Hint | None:
    text = f"More young people ask for a mentor a few miles beyond where you told us you travel. {ONLY_IF}"
    return Hint("Could you travel a little further?", text, reverse("mentor:application_step", args=[HOW]), "Change how far I travel")


def _language(_found: WouldHelp) -> Hint | None:
    text = f"Young people near you ask for a mentor with another language. If you speak one that you have not told us of, add it. {ONLY_IF}"
    return Hint("Do you speak another language?", text, reverse("mentor:application_step", args=[BRING]), "Change what I bring")


HINTS: Mapping[Reason, Callable[[WouldHelp], Hint | None]] = {
    Reason.TAKEN: _taken, Reason.TIME: _time, Reason.MEETING: _meeting, Reason.FURTHER: _further, Reason.LANGUAGE: _language,
}
