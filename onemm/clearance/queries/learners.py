"""Who waits for training, where they are, and to whom nothing is near: what the planner of workshops is asked about."""

from onemm.learning.queries import trained_people
from onemm.lib.geo import Point, kilometres_between
from onemm.mentors.models import MentorProfile
from onemm.people.access import Scope
from onemm.recruitment.models import Application
from onemm.workshops.models import Booking, Workshop
from onemm.workshops.planner import Learner
from onemm.workshops.queries import with_room

State = Application.State
WAITING = (State.SUBMITTED, State.IN_SCREENING, State.APPROVED)


def people_waiting_for_training(scope: Scope) -> tuple[Learner, ...]:
    """Return mentors and applicants of these areas who have not passed the training, and have neither been at a
    workshop nor booked one. Two queries. They are cold where no workshop to come with a free seat lies within their own
    travel limit.
    """
    applications = Application.objects.filter(state__in=WAITING)
    if not scope.everywhere:
        applications = applications.filter(area__in=scope.areas)
    placed = Booking.objects.filter(state__in=(Booking.State.BOOKED, Booking.State.ATTENDED)).values("person")
    profiles = (
        MentorProfile.objects.filter(
            person__is_active=True, in_person=True, latitude__isnull=False, person__in=applications.values("person")
        )
        .exclude(person__in=trained_people())
        .exclude(person__in=placed)
        .order_by("pk")
        .values_list("person", "latitude", "longitude", "reach_km", "half_days")
    )
    open_places = [
        workshop.point
        for workshop in with_room(Workshop.objects.coming())
        if vars(workshop)["free"] and workshop.point is not None
    ]
    return tuple(
        _learner(person, Point(lat, lon), reach_km, half_days, open_places)
        for person, lat, lon, reach_km, half_days in profiles
        if lat is not None and lon is not None
    )


def _learner(person: int, point: Point, reach_km: float, half_days: int, open_places: list[Point]) -> Learner:
    is_cold = not any(kilometres_between(point, there) <= reach_km for there in open_places)
    return Learner(person, point, reach_km, half_days, is_cold)
