"""Issuing a passport, showing it, and ending it; and asking for a plan of workshops."""

import secrets
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils import timezone

from onemm.audit import actions as audit
from onemm.clearance.models import Passport
from onemm.clearance.queries import is_cleared
from onemm.clearance.queries.passports import is_good
from onemm.clearance.queries.plans import plan_job_of
from onemm.clearance.refusals import NoPassportJustNow, PassportHasEnded
from onemm.clearance.rules import LIST_LENGTH, last_day_of
from onemm.clearance.rules.jobs import TRAINING_PLAN
from onemm.jobs.actions import start_job
from onemm.jobs.models import Job
from onemm.learning.models import CoursePass
from onemm.learning.queries import course_called, passes_wanted
from onemm.lib.clock import now, today
from onemm.people.locking import lock_people
from onemm.people.models import Person
from onemm.recruitment.models import Application, Check, Decision
from onemm.recruitment.rules.checks import MENTORING

FULLEST = LIST_LENGTH // 2
"""Up to half of a list is given out, so that a place drawn by lot is free at the first or second try."""
DRAWS = 20


@transaction.atomic
def issue_passport(*, person: Person) -> Passport:
    """Write down what can be said of someone today. One that stood before ends: two would say two things.

    :raises NoPassportJustNow: they are not approved, checked, trained and free of restrictions.
    """
    # The order of locks is the same everywhere: the application, by which a check ends, and then the person, by whom a
    # restriction falls.
    application = (
        Application.objects.select_for_update(of=("self",), no_key=True)
        .filter(person=person, state=Application.State.APPROVED)
        .order_by("pk")
        .first()
    )
    person = lock_people(person.pk)[person.pk]
    if application is None or not is_cleared(person):
        raise NoPassportJustNow
    check = application.checks.counting_for(MENTORING, today()).order_by("-expires_on", "-pk").first()
    if check is None:
        raise NoPassportJustNow  # midnight has struck since the line above
    Passport.objects.standing().filter(person=person).update(ended_at=now())
    passport = _kept(person, check, _approved_on(application))
    audit.record(
        "passport:issued",
        subject=passport,
        by=person,
        level=passport.check_level,
        until=passport.expires_on.isoformat(),
    )
    return passport


@transaction.atomic
def show_passport(*, passport: Passport, shows: bool, by: Person) -> None:
    """Let whoever has its address see the page of a passport, or no longer. It is the holder's own choice."""
    passport.is_shown = shows
    passport.save(update_fields=["is_shown"])
    audit.record("passport:shown" if shows else "passport:hidden", subject=passport, by=by)


@transaction.atomic
def note_passport_taken(*, passport: Passport, what: str, by: Person) -> None:
    """Write down that the holder took the file or the sheet with them.

    :raises PassportHasEnded: it does not stand today.
    """
    if not is_good(passport):
        raise PassportHasEnded
    audit.record("passport:taken", subject=passport, by=by, what=what)


@transaction.atomic
def end_passports_of(*, person_id: int, by: Person | None) -> int:
    """End whatever passport someone has, everywhere and for good, and return how many. Why is kept nowhere."""
    standing: list[Passport] = list(
        Passport.objects.select_for_update(of=("self",)).standing().filter(person=person_id)
    )
    for passport in standing:
        passport.ended_at = now()
        passport.save(update_fields=["ended_at"])
        audit.record("passport:ended", subject=passport, by=by)
    return len(standing)


def _approved_on(application: Application) -> date:
    """The day of the decision that stands; of the end of the application where an older platform wrote none down."""
    decided = Decision.objects.standing().filter(application=application).values_list("decided_at", flat=True).first()
    return timezone.localdate(decided or application.over_at)


def _kept(person: Person, check: Check, approved_on: date) -> Passport:
    """Keep the row, in a place of a list that nobody had before."""
    number = _list_with_room()
    if check.issued_on is None or check.expires_on is None:
        raise NoPassportJustNow  # a constraint says that a valid check has both
    for _ in range(DRAWS):
        try:
            with transaction.atomic():
                return Passport.objects.create(
                    person=person,
                    holder_name=person.full_name,
                    check_level=check.level,
                    checked_on=check.issued_on,
                    approved_on=approved_on,
                    training=_training_of(person),
                    expires_on=last_day_of(issued_on=today(), check_expires_on=check.expires_on),
                    list_number=number,
                    place=secrets.randbelow(LIST_LENGTH),
                )
        except IntegrityError:
            continue  # someone has that place; draw again
    raise NoPassportJustNow("We could not issue a passport this minute. Please try again.")


def _list_with_room() -> int:
    newest = Passport.objects.order_by("-list_number").values("list_number").annotate(many=Count("pk"))[:1]
    for last_list in newest:
        return int(last_list["list_number"]) + int(last_list["many"] >= FULLEST)
    return 1


def _training_of(person: Person) -> list[dict[str, object]]:
    passes = {
        course_pass.course: course_pass
        for course_pass in CoursePass.objects.filter(person=person, course__in=passes_wanted())
    }
    return [
        {
            "title": course.title if (course := course_called(slug)) else slug,
            "version": passes[slug].version,
            "minutes": passes[slug].minutes,
            "passed_on": timezone.localdate(passes[slug].passed_at).isoformat(),
        }
        for slug in passes_wanted()
    ]


@transaction.atomic
def ask_for_training_plan(*, workshops: int, seats: int, by: Person) -> Job:
    """Ask where so many workshops, with so many seats each, would let the most people come. Asked twice, it is one
    job.
    """
    arguments = {"workshops": workshops, "seats": seats}
    job = plan_job_of(by)
    if job is not None and job.is_open and job.arguments == arguments:
        return job
    return start_job(kind=TRAINING_PLAN, by=by, arguments=arguments)
