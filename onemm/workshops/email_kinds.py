"""What is written about a workshop, to people who might come, who wait, and who have a seat."""

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

WORKSHOP = {
    "title": "Listening well",
    "when": "Thursday 3 December at 17:30",
    "where": "at Oldham Library, OL1 1AL",
}

declare_kinds(
    __name__,
    Kind(
        name="workshop.suggested",
        readers=(Reader.MENTOR,),
        when="A workshop was planned with them in mind.",
        samples=[{**WORKSHOP, "minutes": 90}],
        link="workshop",
        has_id=True,
        occasion=("workshop",),
    ),
    Kind(
        name="workshop.booked",
        readers=(Reader.MENTOR,),
        when="They have a seat.",
        samples=[{**WORKSHOP, "minutes": 90, "code": "4821", "is_soon": is_soon} for is_soon in (False, True)],
        link="booking",
        has_id=True,
        occasion=("booking",),
    ),
    Kind(
        name="workshop.seat_offered",
        readers=(Reader.MENTOR,),
        when="They are next on the waiting list, and a seat is free: once for each offer.",
        samples=[{**WORKSHOP, "until": "Sunday 29 November at 12:00"}],
        link="booking",
        has_id=True,
        occasion=(
            "booking",
            "offer_until",
        ),
    ),
    Kind(
        name="workshop.seat_free",
        readers=(Reader.MENTOR,),
        when="A seat is free so late that everybody who waits is told: once for each time.",
        samples=[{**WORKSHOP}],
        link="booking",
        has_id=True,
        occasion=(
            "booking",
            "moment",
        ),
    ),
    Kind(
        name="workshop.offer_over",
        readers=(Reader.MENTOR,),
        when="They did not say in time whether they take a seat.",
        samples=[{"title": "Listening well"}],
        link="booking",
        has_id=True,
        occasion=("booking",),
    ),
    Kind(
        name="workshop.moved",
        readers=(Reader.MENTOR,),
        when="The workshop is on another date: once for each change.",
        samples=[
            {**WORKSHOP, "before": "Tuesday 1 December at 17:30", "answer_by": answer_by}
            for answer_by in ("Monday 30 November at 12:00", "")
        ],
        link="booking",
        has_id=True,
        occasion=(
            "booking",
            "change",
        ),
    ),
    Kind(
        name="workshop.changed",
        readers=(Reader.MENTOR,),
        when="The workshop is elsewhere, or longer or shorter: once for each change.",
        samples=[{**WORKSHOP, "minutes": 90}],
        link="booking",
        has_id=True,
        occasion=(
            "booking",
            "change",
        ),
    ),
    Kind(
        name="workshop.cancelled",
        readers=(Reader.MENTOR,),
        when="The workshop does not take place; staff say why.",
        samples=[{"title": "Listening well", "when": WORKSHOP["when"], "reason": "The heating is broken."}],
        link="booking",
        has_id=True,
        occasion=("booking",),
    ),
    Kind(
        name="workshop.soon",
        readers=(Reader.MENTOR,),
        when="Two days before: once for each date.",
        samples=[
            {**WORKSHOP, "code": "4821", "online_at": "", "access": "Ring at the side door."},
            {**WORKSHOP, "code": "4821", "online_at": "", "access": ""},
            {
                **WORKSHOP,
                "where": "online",
                "code": "4821",
                "online_at": "https://meet.example/listening",
                "access": "",
            },
        ],
        link="booking",
        has_id=True,
        occasion=(
            "booking",
            "starts_at",
        ),
    ),
    Kind(
        name="workshop.opinion_asked",
        readers=(Reader.MENTOR,),
        when="They were there.",
        samples=[{"title": "Listening well", "minutes": 90}],
        link="booking",
        has_id=True,
        occasion=("booking",),
    ),
)
