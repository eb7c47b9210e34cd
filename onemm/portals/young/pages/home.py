"""A young person's own first page: the one thing to do now, what is coming, and their choice.

Derived live from their own few rows and not read from the worklist, as the mentor's is: it says what is to know as well
as what is to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onemm.impact.queries import wave_for
from onemm.matching.models import Proposal
from onemm.matching.queries import offered_to
from onemm.mentoring import queries
from onemm.mentoring.models import Enrolment
from onemm.mentoring.queries import Glance
from onemm.notifications.queries import EmailShown, emails_for
from onemm.people.models import Consent, Person
from onemm.portals.young.next_step import steps_for
from onemm.web import drawings
from onemm.web.cells import When
from onemm.web.next_step import NextStep


@dataclass(frozen=True)
class HourRow:
    """One hour to come."""

    day: date
    title: str
    small: str


@dataclass(frozen=True)
class HomePage:
    """The one thing to do; then everything else there is."""

    drawing: str
    step: NextStep
    then: tuple[NextStep, ...]
    coming: tuple[HourRow, ...]
    emails: tuple[EmailShown, ...]
    consent: str
    consent_page: str


def home_page(reader: Person) -> HomePage:
    glance = next(iter(queries.glances_of(reader)), None)
    enrolment = Enrolment.objects.current().filter(person=reader).first()
    consent = queries.standing_consent_of(reader)
    # Nobody who has a mentor is asked about another.
    offered: Iterable[Proposal] = () if glance else offered_to(reader)
    steps = steps_for(
        glance=glance,
        proposals=tuple(proposal for proposal in offered if proposal.enrolment.person_id == reader.pk),
        enrolment=enrolment,
        has_consent=consent is not None,
        has_question=enrolment is not None and wave_for(enrolment) is not None,
    )
    first, then = steps[0], steps[1:]
    return HomePage(
        drawing=_drawing(glance),
        step=first,
        then=tuple(then),
        coming=_coming(glance),
        emails=tuple(emails_for(reader)),
        consent=_consent(consent),
        consent_page=reverse("young:consent"),
    )


def _drawing(glance: Glance | None) -> str:
    if glance is None:
        return drawings.bridge()
    return drawings.year_arc(glance.hours, glance.match.hours_planned, "hours given")


def _coming(glance: Glance | None) -> tuple[HourRow, ...]:
    """The hours to come, where there is more than the one that stands at the top."""
    if glance is None or not glance.coming[1:]:
        return ()
    return tuple(
        HourRow(
            session.at,
            f"{When(session.at, 'H:i').words} with {glance.other.first_name}",
            ", ".join(filter(None, [session.get_channel_display(), session.where])),
        )
        for session in glance.coming
    )


def _consent(consent: Consent | None) -> str:
    if consent is None:
        return "There is no yes on record."
    return f"{consent.guardian_name or 'You'} said yes to mentoring on {When(consent.given_on).words}."
