"""Tom’s workshops in the demo world: in each area one that was held and one to come; in Greater Manchester one that is
full, with a waiting list; and one online.
"""

import random
from datetime import datetime, time, timedelta

from onemm.demo.clockwork import Agenda, Life
from onemm.demo.links import SUFFIX
from onemm.lib.clock import LONDON, today
from onemm.people.models import Person
from onemm.recruitment.models import Application
from onemm.workshops import actions
from onemm.workshops.actions.offering import Details
from onemm.workshops.models import Booking, Workshop

HELD_AGO, OFFERED_AGO, NEXT_OFFERED_AGO = 21, 40.5, 12.5
VENUES = {
    "greater-manchester": ("Oldham Library, room 2", "OL1 9ZA"),
    "west-midlands": ("Aston Hall, the old kitchen", "B6 9ZA"),
    "cardiff": ("Butetown Community Centre", "CF10 9ZA"),
    "london": ("Hackney Central Library", "E8 9ZA"),
}
COVERS = (
    (
        "Listening well",
        (
            "Two hours on listening so that somebody goes on talking: silence, open questions, and what not to fix. "
            "Mostly practice, in threes."
        ),
    ),
    (
        "When it gets hard",
        (
            "What to do when they go quiet, tell you something heavy, or want you to keep a secret. Practice with real "
            "stories, and whom to call."
        ),
    ),
)
WAYS_IN = (
    "Step-free from the street. There is a hearing loop, and a toilet on the same floor. Ring the left bell after six."
)
SAID = (
    "More practice in threes, please.",
    "Kind and clear. I know now what to do with silence.",
    "A little long, but worth the evening.",
    "The stories made it real.",
    "I came nervous and left looking forward to it.",
    "The room was cold, the trainer was not.",
    "I would have liked the slides afterwards.",
    "Best two hours I have spent on listening, and I manage people.",
    "Please say more about what happens after a concern.",
    "Good to meet others who are about to start.",
)


def begin(agenda: Agenda, chance: random.Random) -> None:
    for at, area in enumerate(VENUES):
        agenda.begin(_held(area, chance), ago=OFFERED_AGO + at)
        agenda.begin(_to_come(area, days=9 + 3 * at), ago=NEXT_OFFERED_AGO + at)
    agenda.begin(_full(), ago=6.5)
    agenda.begin(_online(), ago=5.5)


def _held(area: str, chance: random.Random) -> Life:
    """Offered and booked in time; all but one of those booked came, and said how it was."""
    workshop = _offer(area, 0, in_days=int(OFFERED_AGO) - HELD_AGO, seats=8)
    for person in _people(area, 7):
        actions.book_seat(workshop=workshop, by=person)
    yield HELD_AGO - 0.01
    if workshop.ends_at > datetime.now(LONDON):
        return
    bookings = list(Booking.objects.filter(workshop=workshop).select_related("person").order_by("pk"))
    actions.save_list(
        workshop=workshop,
        present={booking.public_id for booking in bookings[: max(len(bookings) - 1, 1)]},
        by=workshop.trainer,
    )
    actions.close_list(workshop=workshop, by=workshop.trainer)
    words = chance.sample(SAID, 2)
    for at, booking in enumerate(
        Booking.objects.filter(workshop=workshop, state=Booking.State.ATTENDED).select_related("person")
    ):
        actions.give_opinion(
            booking=booking,
            value=chance.choice([3, 4, 4, 5, 5]),
            words=words[at] if at < len(words) else "",
            by=booking.person,
        )


def _to_come(area: str, *, days: int) -> Life:
    workshop = _offer(area, 1, in_days=int(NEXT_OFFERED_AGO) + days, seats=12)
    for person in _people(area, 5):
        actions.book_seat(workshop=workshop, by=person)
    yield from ()


def _full() -> Life:
    """Six seats, and more people than that: Tom should offer another date."""
    workshop = _offer("greater-manchester", 0, in_days=10, seats=6)
    for person in _people("greater-manchester", 14)[1:]:
        actions.book_seat(workshop=workshop, by=person)
    yield from ()


def _online() -> Life:
    details = Details(
        title="Meeting online",
        covers="How an hour on a screen can still feel like an hour together: light, sound, pauses, and what to do "
        "when "
        "it freezes.",
        channel=Workshop.Channel.ONLINE,
        minutes=60,
        seats=20,
        link="https://rooms.onemm.example/meeting-online",
    )
    actions.offer_workshop(details=details, starts_at=_evening(12), by=_tom())
    yield from ()


def _offer(area: str, which: int, *, in_days: int, seats: int) -> Workshop:
    (title, covers), (venue, postcode) = COVERS[which], VENUES[area]
    details = Details(
        title=title,
        covers=covers,
        channel=Workshop.Channel.FACE_TO_FACE,
        minutes=120,
        seats=seats,
        venue=venue,
        postcode=postcode,
        access_notes=WAYS_IN,
    )
    return actions.offer_workshop(details=details, starts_at=_evening(in_days), by=_tom())


def _evening(in_days: int) -> datetime:
    return datetime.combine(today() + timedelta(days=in_days), time(17, 30), LONDON)


def _tom() -> Person:
    tom: Person = Person.objects.get(email=f"tom{SUFFIX}")
    return tom


def _people(area: str, many: int) -> list[Person]:
    """Return some mentors and applicants of an area; Amina first where she lives."""
    applications = (
        Application.objects.filter(area__slug=area)
        .exclude(state__in=("declined", "withdrawn"))
        .select_related("person")
        .order_by("-person__email", "pk")
    )
    people = [application.person for application in applications[: many + 1]]
    amina = Person.objects.filter(email=f"amina{SUFFIX}").first()
    if area == "greater-manchester" and amina is not None:
        people = [amina, *(person for person in people if person != amina)]
    return people[:many]
