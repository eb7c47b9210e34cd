"""The words that reasons are said in, and the sentences for what would help someone who has nobody.

Nothing here tells where a mentor lives to less than half a mile, or what anyone wrote about their background.
"""

from pairing.explanation.reasons import Reason
from pairing.problem import HALF_DAYS

KM_PER_MILE = 1.609344
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("morning", "afternoon", "evening")
NEEDS = {
    "places": "one more place",
    "channel": "another way to meet",
    "distance": "a shorter journey",
    "time": "another free half-day",
    "language": "a shared language",
    "gender": "no limit on gender",
    "qualities": "fewer qualities asked for",
}
"""What a pair would need that each limit rules out."""
LIMIT_OF = {
    Reason.TIME: "time",
    Reason.MEETING: "channel",
    Reason.FURTHER: "distance",
    Reason.LANGUAGE: "language",
    Reason.WISHES: "qualities",
}
"""The limit that stands behind each reason."""


def listed(words: list[str], joiner: str = "and") -> str:
    """Return `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joiner} {words[-1]}" if words else ""


def plain(code: str) -> str:
    """Return a stored word as people write it: `health_care` becomes `health care`."""
    return code.replace("_", " ").replace("-", " ")


def about_miles(distance_km: float) -> str:
    """Return a distance rounded to half a mile: `about 2½ miles`; it never says less than half a mile."""
    halves = round(distance_km / KM_PER_MILE * 2)
    if halves <= 1:
        return "about half a mile"
    whole, half = divmod(halves, 2)
    return f"about {whole}{'½' if half else ''} mile{'' if halves == 2 else 's'}"


def free_times(slots: int) -> str:
    """Return `on Tuesday and Thursday evenings and on Saturday mornings` for a bitmask of half-days."""
    times = []
    for part, name in enumerate(PARTS):
        days = [DAYS[bit // 3] for bit in range(part, HALF_DAYS, 3) if slots >> bit & 1]
        if len(days) == len(DAYS):
            times.append(f"every {name}")
        elif days:
            times.append(f"on {listed(days)} {name}s")
    return listed(times)


def could_be_asked(mentors: int) -> str:
    """Say how many mentors a change would open."""
    return f"{mentors} mentor{'' if mentors == 1 else 's'} with room could be asked"


def all_are_taken(mentors: int) -> str:
    """Say that so many mentors fit someone and have someone else."""
    fits = "1 mentor fits, and is" if mentors == 1 else f"{mentors} mentors fit, and all are"
    return f"{fits} paired with somebody else. One more place with one of them would do."


def change_for_young_person(reason: Reason, mentors: int) -> str:
    """Say what would help an unmatched young person; `mentors` are those it would open, or who fit already."""
    if reason == Reason.TAKEN:
        return all_are_taken(mentors)
    if reason == Reason.SEVERAL:
        return "No single change is enough."
    return f"With {NEEDS[LIMIT_OF[reason]]}, {could_be_asked(mentors)}."


def change_for_mentor(reason: Reason, young_people: int) -> str:
    """Say what would help a mentor who was left free; `young_people` are those it would open, or who fit already."""
    many = "1 young person" if young_people == 1 else f"{young_people} young people"
    if reason == Reason.TAKEN:
        fits = "fits" if young_people == 1 else "fit"
        return f"{many} {fits}; paired with somebody else this time, so stay in the next round."
    if reason == Reason.SEVERAL:
        return "No single change is enough this time."
    return f"With {NEEDS[LIMIT_OF[reason]]}, {many} would fit."
