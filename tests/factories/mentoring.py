"""Mentors who are ready, young people who are enrolled, and pairs at every stage, made through the actions where there
are any.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone

from onemm.learning.models import CoursePass
from onemm.learning.queries import passes_wanted
from onemm.lib.clock import now, today
from onemm.mentoring import actions
from onemm.mentoring.models import Enrolment, Match, Session
from onemm.mentoring.rules import ConsentGiven
from onemm.mentors.models import MentorProfile
from onemm.people.actions.consents import record_consent
from onemm.people.models import Person
from onemm.recruitment.models import Application, Check
from tests.cast import Cast, years_ago


def a_ready_mentor(cast: Cast, person: Person | None = None, *, capacity: int = 1) -> Person:
    """Someone approved, checked and trained.

    The rows are written plainly: how they come about is recruitment's business.
    """
    person = person or cast.amina
    application = Application.objects.create(
        person=person, area=cast.area, state="approved", eligibility_version="1", submitted_at=now(), over_at=now()
    )
    Check.objects.create(
        application=application,
        level="enhanced",
        state="clear",
        requested_on=today() - timedelta(days=60),
        requested_by=cast.priya,
        certificate_number=f"{person.pk:012d}",
        issued_on=today() - timedelta(days=30),
        seen_by=cast.priya,
        expires_on=today() + timedelta(days=700),
    )
    MentorProfile.objects.create(
        person=person,
        postcode="OL1 1UL",
        latitude=53.54,
        longitude=-2.11,
        online=True,
        capacity=capacity,
        languages=["en"],
        occupation="Signalling engineer",
    )
    for course in passes_wanted():
        CoursePass.objects.create(person=person, course=course, version="1", minutes=120)
    return person


def consent_for(born: date) -> ConsentGiven:
    """A consent of today that fits the age."""
    if born > years_ago(16, 0):
        return ConsentGiven("guardian", today(), "Grace Boateng")
    return ConsentGiven("self", today())


def enrol(
    cast: Cast, reference: str = "Y11-001", *, born: date | None = None, first_name: str = "Kofi", **wishes: object
) -> Enrolment:
    """A young person enrolled through the front door."""
    born = born or years_ago(17, 100)
    return actions.enrol_young_person(
        programme=cast.programme,
        by=cast.sam,
        reference=reference,
        first_name=first_name,
        last_name="A",
        born=born,
        consent=consent_for(born),
        **wishes,
    )


def theos_place(cast: Cast) -> Enrolment:
    """Theo, who is in the cast already, with his consent and his place."""
    record_consent(young_person=cast.theo, given_by="self", given_on=today(), by=cast.sam)
    return Enrolment.objects.create(
        person=cast.theo,
        programme=cast.programme,
        reference="Y12-THEO",
        waiting_since=today() - timedelta(days=40),
        languages=["en"],
    )


def an_introduced_match(cast: Cast, *, on: date | None = None) -> Match:
    """Amina and Theo have met with Sam."""
    return actions.introduce(
        enrolment=theos_place(cast),
        mentor=a_ready_mentor(cast),
        on=on or today() - timedelta(days=20),
        words="Both laughed.",
        by=cast.sam,
        reasons=["Both like maps"],
    )


def an_active_match(cast: Cast, *, on: date | None = None) -> Match:
    """Amina and Theo have both agreed."""
    match = an_introduced_match(cast, on=on)
    for person in (cast.amina, cast.theo):
        actions.agree(match=match, by=person)
    match.refresh_from_db()
    return match


def a_planned_session(cast: Cast, match: Match, at: datetime | None = None) -> Session:
    """An hour in five days."""
    return actions.plan_session(
        match=match,
        by=cast.amina,
        at=at or now() + timedelta(days=5),
        channel="face_to_face",
        where="Oldham Library",
        purpose="Sketch",
    )


def a_held_session(cast: Cast, match: Match, *, days_ago: int = 3, minutes: int = 60) -> Session:
    at = timezone.localtime() - timedelta(
        days=days_ago
    )  # by the clock on the wall: an hour may lie between two days' midnights
    return actions.log_session(match=match, by=cast.amina, at=at, minutes=minutes, words="We drew maps.")
