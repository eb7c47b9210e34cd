"""What a trainer needs: the exceptions first, the list for the day."""

from dataclasses import dataclass

from onemm.lib.clock import now
from onemm.people.models import Person
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.queries.finding import with_room
from onemm.workshops.rules import LONGEST_QUIET_QUEUE

MOST_SHOWN = 50


@dataclass(frozen=True)
class Room:
    """A workshop with its chairs: all, taken, and how many wait without an offer."""

    workshop: Workshop
    seats: int
    taken: int
    waiting: int


@dataclass(frozen=True)
class TrainerDay:
    """A trainer's own page: lists still to be closed, queues that ask for another date, then what comes and what
    was.
    """

    unmarked: tuple[Room, ...]
    long_queues: tuple[Room, ...]
    coming: tuple[Room, ...]
    past: tuple[Room, ...]

    @property
    def next(self) -> Room | None:
        return self.coming[0] if self.coming else None


def room_in(workshop: Workshop) -> Room:
    return _room(with_room(Workshop.objects.filter(pk=workshop.pk)).get())


def day_of(trainer: Person) -> TrainerDay:
    """Return what waits for a trainer. Three queries."""
    workshops = with_room(Workshop.objects.visible_to(trainer).run_by(trainer))
    coming = tuple(_room(workshop) for workshop in workshops.coming()[:MOST_SHOWN])
    unmarked = tuple(_room(workshop) for workshop in workshops.offered().filter(starts_at__lte=now())[:MOST_SHOWN])
    past = tuple(
        _room(workshop) for workshop in workshops.filter(over_at__isnull=False).order_by("-starts_at")[:MOST_SHOWN]
    )
    return TrainerDay(unmarked, tuple(room for room in coming if room.waiting > LONGEST_QUIET_QUEUE), coming, past)


def list_of(workshop: Workshop) -> tuple[Booking, ...]:
    """Return who is on the list, by name: those with a seat, who came without one, and who did not come. One query."""
    bookings = (
        Booking.objects.standing()
        .filter(workshop=workshop)
        .exclude(state=Booking.State.WAITING)
        .select_related("person", "seat")
    )
    return tuple(
        sorted(
            bookings,
            key=lambda booking: (booking.person.last_name.casefold(), booking.person.first_name.casefold(), booking.pk),
        )
    )


def _room(workshop: Workshop) -> Room:
    counts = vars(workshop)
    return Room(workshop, counts["all_seats"], counts["all_seats"] - counts["free"], counts["waiting"])
