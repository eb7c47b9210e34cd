"""What is written to a pair and to those who look after them. First names only, and never the reason for a pause."""

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

PAIR = {"pair": "Theo and Amina"}
MEETING = "Thursday 3 December, 16:00"

declare_kinds(
    __name__,
    Kind(
        name="consent.noted",
        readers=(Reader.COORDINATOR,),
        when="Somebody of 16 or 17 said yes for themselves.",
        samples=[{"young_person": "Theo", "age": 16}],
        link="young_people",
        occasion=("consent",),
    ),
    Kind(
        name="match.introduced",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="They have met.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=("match",),
    ),
    Kind(
        name="match.began",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="Both have said yes to the agreement.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=("match",),
    ),
    Kind(
        name="match.began_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="Both have said yes to the agreement.",
        samples=[PAIR],
        link="match",
        has_id=True,
        occasion=("match",),
    ),
    Kind(
        name="match.paused",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="Their meetings are paused: once for each pause.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=(
            "match",
            "paused_at",
        ),
    ),
    Kind(
        name="match.paused_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="The meetings of a pair are paused: once for each pause.",
        samples=[PAIR],
        link="match",
        has_id=True,
        occasion=(
            "match",
            "paused_at",
        ),
    ),
    Kind(
        name="match.resumed",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="They can meet again: once for each pause.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=(
            "match",
            "paused_at",
        ),
    ),
    Kind(
        name="match.resumed_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="A pair can meet again: once for each pause.",
        samples=[PAIR],
        link="match",
        has_id=True,
        occasion=(
            "match",
            "paused_at",
        ),
    ),
    Kind(
        name="match.ended",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="Their mentoring has come to an end, early or as planned.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=("match",),
    ),
    Kind(
        name="match.broken_off",
        readers=(Reader.MENTOR, Reader.YOUNG_PERSON),
        when="Their mentoring was broken off, perhaps for a grave reason: no word of thanks, and no word of why.",
        samples=[{"other": "Theo"}],
        link="match",
        has_id=True,
        occasion=("match",),
    ),
    Kind(
        name="match.lost_touch",
        readers=(Reader.COORDINATOR,),
        when="One of a pair says that they have lost touch: once a day from each.",
        samples=[{**PAIR, "teller": "Theo"}],
        link="match",
        has_id=True,
        occasion=(
            "match",
            "teller",
            "day",
        ),
    ),
    Kind(
        name="session.planned",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="The other one has planned a meeting.",
        samples=[{"planner": "Amina", "when": MEETING, "where": where} for where in ("the school library", "")],
        link="match",
        has_id=True,
        occasion=("session",),
    ),
    Kind(
        name="session.called_off",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="The other one has called a meeting off.",
        samples=[{"caller": "Amina", "when": MEETING, "where": where} for where in ("the school library", "")],
        link="match",
        has_id=True,
        occasion=("session",),
    ),
)
