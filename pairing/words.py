"""What a coordinator can say to both people about why they suit one another.

Nothing here tells where a mentor lives beyond half a mile, or what anybody wrote about their background.
"""

from pairing.problem import HALF_DAYS, Mentor, YoungPerson
from pairing.score import EVERYDAY_LANGUAGE

KM_PER_MILE = 1.609344
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("morning", "afternoon", "evening")
ACROSS_PLACES_KM = 13.0
"""From here on, two people come from different places; the same distance at which bridging counts it in full."""


def words_for(young_person: YoungPerson, mentor: Mentor, distance_km: float | None, online: bool) -> dict[str, str]:
    """Return words for each component, by name; they make sense only where the component counts for something."""
    words = {
        "aspiration": _aspiration(young_person.aspirations & mentor.sectors),
        "interests": _interests(young_person.interests & mentor.interests),
        "availability": f"Both of you are free {free_times(young_person.slots & mentor.slots)}",
        "closeness": "You can meet online" if online else _closeness(distance_km),
        "waiting": _waiting(young_person.waiting_days),
        "bridging": _bridging(young_person, mentor, distance_km),
    }
    named = young_person.matters_most
    words["matters_most"] = f"This is what matters most: {_lower_first(words[named])}" if words.get(named) else ""
    return words


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
    said = []
    for part, name in enumerate(PARTS):
        days = [DAYS[bit // 3] for bit in range(part, HALF_DAYS, 3) if slots >> bit & 1]
        if len(days) == len(DAYS):
            said.append(f"every {name}")
        elif days:
            said.append(f"on {listed(days)} {name}s")
    return listed(said)


def _aspiration(shared: frozenset[str]) -> str:
    return (
        f"Works in {listed([plain(word) for word in sorted(shared)])}, which is what you hope to do" if shared else ""
    )


def _interests(shared: frozenset[str]) -> str:
    return f"Both of you like {listed([plain(word) for word in sorted(shared)])}" if shared else ""


def _closeness(distance_km: float | None) -> str:
    return "" if distance_km is None else f"{about_miles(distance_km)} from where you would meet".capitalize()


def _waiting(days: int) -> str:
    if days < 14:
        return "Has been waiting for a mentor"
    if days < 60:
        return f"Has been waiting {days // 7} weeks for a mentor"
    return f"Has been waiting {days // 30} months for a mentor"


def _bridging(young_person: YoungPerson, mentor: Mentor, distance_km: float | None) -> str:
    across = []
    if young_person.background and mentor.background and not young_person.background & mentor.background:
        across.append("grew up in different circumstances")
    if young_person.born and mentor.born and young_person.born - mentor.born > 15:
        across.append(f"are {young_person.born - mentor.born} years apart in age")
    if distance_km is not None and distance_km >= ACROSS_PLACES_KM:
        across.append("know different places")
    common = _common(young_person, mentor)
    return f"You {listed(across)}, and you have {common} in common" if across and common else ""


def _common(young_person: YoungPerson, mentor: Mentor) -> str:
    languages = {word for word in young_person.languages & mentor.languages if word.casefold() not in EVERYDAY_LANGUAGE}
    shared = (young_person.aspirations & mentor.sectors) | (young_person.interests & mentor.interests) | languages
    return listed([plain(word) for word in sorted(shared)][:3])


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
