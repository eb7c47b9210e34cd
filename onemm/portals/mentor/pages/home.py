"""A mentor's own first page: one next step, then what is coming, then the rest.

What stands on it is derived live from the mentor's own few rows and not read from the worklist: that is as cheap, and
says what is to come and to know as well as what is to do. What of it has a clock is on the worklist too, for those who
look after pairs.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onemm.learning.queries import is_trained, units_suggested_to
from onemm.matching.queries import offered_to, would_help
from onemm.mentoring.models import Session
from onemm.mentoring.queries import Glance, glances_of
from onemm.notifications.queries import EmailShown, emails_for
from onemm.people.models import Person
from onemm.portals.mentor.hints import Hint, hint_from
from onemm.portals.mentor.next_step import steps_for
from onemm.recruitment.models import Application
from onemm.recruitment.queries import application_of, names_are_wanted
from onemm.web import drawings
from onemm.web.cells import When
from onemm.web.next_step import Button, NextStep
from onemm.workshops.models import Booking
from onemm.workshops.queries import standing_bookings_of


@dataclass(frozen=True)
class DayRow:
    """Something with a day."""

    day: date
    title: str
    small: str
    url: str = ""


@dataclass(frozen=True)
class PairCard:
    """One young person."""

    title: str
    url: str
    words: str


@dataclass(frozen=True)
class HomePage:
    """The first step; then everything else there is."""

    drawing: str
    step: NextStep
    then: tuple[NextStep, ...]
    hint: Hint | None
    emails: tuple[EmailShown, ...]
    coming: tuple[DayRow, ...]
    pairs_title: str
    pairs: tuple[PairCard, ...]
    application: str
    workshops: tuple[DayRow, ...]
    more: tuple[Button, ...]


def home_page(reader: Person) -> HomePage:
    glances, application = glances_of(reader), application_of(reader)
    proposals = [proposal for proposal in offered_to(reader) if proposal.mentor_id == reader.pk]
    bookings = [booking for booking in standing_bookings_of(reader) if booking.workshop.is_offered]
    first, *then = steps_for(
        glances=glances,
        proposals=proposals,
        application=application,
        # Whoever has someone has been trained; it is asked of newcomers only.
        is_trained=bool(glances) or is_trained(reader),
        names_wanted=names_are_wanted(application) if application else 0,
        suggested=units_suggested_to(reader),
        bookings=bookings,
    )
    approved = application is not None and application.state == Application.State.APPROVED
    sessions = sorted((session for glance in glances for session in glance.coming), key=lambda session: session.at)
    return HomePage(
        drawing=_drawing(glances),
        step=first,
        then=tuple(then),
        hint=hint_from(would_help(reader)) if approved and not glances and not proposals else None,
        emails=tuple(emails_for(reader)),
        coming=tuple(_session(session) for session in sessions),
        pairs_title="Your year together" if len(glances) == 1 else "Your young people",
        pairs=tuple(_pair(glance, is_only=len(glances) == 1) for glance in glances),
        application=reverse("mentor:application") if application is not None and not glances else "",
        workshops=tuple(_workshop(booking) for booking in bookings if booking.state == Booking.State.BOOKED),
        more=_more(application),
    )


def _drawing(glances: tuple[Glance, ...]) -> str:
    if not glances:
        return drawings.bridge()
    return drawings.year_arc(glances[0].hours, glances[0].match.hours_planned, "hours given")


def _session(session: Session) -> DayRow:
    channel = session.get_channel_display()
    small = f"{channel}, {session.where}" if session.where else channel
    clock = When(session.at, "H:i").words
    return DayRow(session.at, f"{clock} with {session.match.young_person.first_name}", small)


def _pair(glance: Glance, *, is_only: bool) -> PairCard:
    words = (
        "Every hour so far, your agreement, and how it is going."
        if is_only
        else f"{glance.hours} of {glance.match.hours_planned} hours given."
    )
    return PairCard(f"You and {glance.other.first_name}", reverse("mentor:match", args=[glance.match.public_id]), words)


def _workshop(booking: Booking) -> DayRow:
    workshop = booking.workshop
    small = f"{When(workshop.starts_at, 'H:i').words}, {'online' if workshop.is_online else workshop.venue}"
    return DayRow(workshop.starts_at, workshop.title, small, reverse("mentor:booking", args=[booking.public_id]))


def _more(application: Application | None) -> tuple[Button, ...]:
    links = [("Your training", "training")]
    if application is not None:
        links.append(("You and your employer", "employer"))
        if application.submitted_at is not None:
            links.append(("Four questions about you, kept apart", "equality"))
        if application.state == Application.State.APPROVED:
            links += [("Your passport", "passport"), ("Ask somebody you know to mentor too", "colleagues")]
    return tuple(Button(label, reverse(f"mentor:{page}")) for label, page in links)
