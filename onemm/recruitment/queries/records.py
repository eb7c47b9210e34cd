"""What belongs to one application, read once: from what was fetched with it, or else asked for now."""

from django.db.models import CharField, F, OuterRef, Prefetch, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce

from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.recruitment.models import (
    Application,
    ApplicationQuerySet,
    Check,
    Decision,
    Interview,
    InterviewBooking,
    Likeness,
    Reference,
)


def whole_applications(person: Person) -> ApplicationQuerySet:
    """Return the applications this member of staff screens, each with all that was gathered: seven queries for one
    page.

    `earlier_state` and `earlier_at` tell of the same person's last application before this one: nobody slips back in
    unseen.
    """
    earlier = Application.objects.filter(person=OuterRef("person"), started_at__lt=OuterRef("started_at")).order_by(
        "-started_at"
    )
    return (
        Application.objects.for_screening_by(person)
        .select_related("person__mentor_profile", "area", "owner", "interview__interviewer")
        .prefetch_related(
            Prefetch("references", Reference.objects.select_related("recorded_by")),
            "referees",
            Prefetch(
                "decisions",
                Decision.objects.standing().select_related("decided_by", "appeal__answered_by"),
                to_attr="standing",
            ),
            Prefetch("likenesses", Likeness.objects.select_related("other__area", "other__person", "settled_by")),
            Prefetch("bookings", InterviewBooking.objects.select_related("slot__interviewer")),
            Prefetch("checks", Check.objects.select_related("requested_by", "seen_by")),
        )
        .annotate(
            earlier_state=Coalesce(Subquery(earlier.values("state")[:1]), Value(""), output_field=CharField()),
            earlier_at=Subquery(earlier.annotate(last=Coalesce(F("over_at"), F("moved_at"))).values("last")[:1]),
        )
    )


def earlier_of(application: Application) -> str:
    """Return how the person's last application before this one ended or stands; for a row of `whole_applications`."""
    state = application.__dict__["earlier_state"]
    return str(Application.State(state).label) if state else ""


def profile_of(application: Application) -> MentorProfile:
    """Return what the applicant says of themselves; it is made with their first application."""
    profile: MentorProfile = application.person.mentor_profile
    return profile


def interview_of(application: Application) -> Interview | None:
    try:
        return application.interview
    except Interview.DoesNotExist:
        return None


def gather(application: Application) -> Application:
    """Fetch once what several parts of a page ask of an application: four queries, and none afterwards."""
    bookings = Prefetch("bookings", InterviewBooking.objects.select_related("slot__interviewer"))
    prefetch_related_objects([application], "references", "referees", "checks", bookings)
    return application


def bookings_of(application: Application) -> list[InterviewBooking]:
    """Return the times an applicant has taken and not let go, oldest first."""
    fetched = "bookings" in getattr(application, "_prefetched_objects_cache", {})
    bookings = application.bookings.all() if fetched else application.bookings.select_related("slot__interviewer")
    return sorted(
        (booking for booking in bookings if booking.state != InterviewBooking.State.CANCELLED),
        key=lambda booking: booking.pk,
    )


def references_of(application: Application) -> list[Reference]:
    return list(application.references.all())


def checks_of(application: Application) -> list[Check]:
    return list(application.checks.all())
