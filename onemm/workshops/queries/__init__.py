"""What pages want to know about workshops."""

from onemm.workshops.queries.finding import (
    WorkshopFound,
    found_workshops,
    place_in_queue,
    standing_bookings_of,
    with_room,
)
from onemm.workshops.queries.hours import Attended, attended_by, minutes_in_workshops
from onemm.workshops.queries.opinions import Opinions, opinions_of_trainer, opinions_of_workshop
from onemm.workshops.queries.running import Room, TrainerDay, day_of, list_of, room_in

__all__ = [
    "Attended",
    "Opinions",
    "Room",
    "TrainerDay",
    "WorkshopFound",
    "attended_by",
    "day_of",
    "found_workshops",
    "list_of",
    "minutes_in_workshops",
    "opinions_of_trainer",
    "opinions_of_workshop",
    "place_in_queue",
    "room_in",
    "standing_bookings_of",
    "with_room",
]
