"""What is in the diary, who has a place there, and what is still only planned."""

from onemm.workshops.models.diary import (
    CODE_LETTERS,
    Booking,
    Seat,
    SeatBookingQuerySet,
    Workshop,
    WorkshopQuerySet,
)
from onemm.workshops.models.opinion import Opinion
from onemm.workshops.models.planned import Draft, PlannedFor

__all__ = [
    "CODE_LETTERS",
    "Booking",
    "Draft",
    "Opinion",
    "PlannedFor",
    "Seat",
    "SeatBookingQuerySet",
    "Workshop",
    "WorkshopQuerySet",
]
