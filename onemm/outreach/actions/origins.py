"""Remembering where someone came from: first as a number, then beside their application."""

from collections.abc import Mapping

from django.db import transaction

from onemm.audit import actions as audit
from onemm.mentors import actions as mentors
from onemm.outreach.models import Interest, Origin
from onemm.outreach.queries.sources import Source
from onemm.outreach.refusals import ExpectationsAreOpen
from onemm.outreach.rules.expectations import VERSION, is_accepted, kept_answers
from onemm.people.models import Person
from onemm.recruitment.actions import begin_application
from onemm.recruitment.models import Application


@transaction.atomic
def note_interest(*, source: Source, is_met: bool) -> Interest:
    """Count one visit in which the eligibility questions were answered."""
    interest = Interest.objects.create(
        campaign=source.campaign, employer=source.employer, via=source.via, is_met=is_met
    )
    audit.record("interest:noted", subject=interest, by=None, via=source.via)
    return interest


@transaction.atomic
def begin_from(
    *, person: Person, eligibility: dict[str, object], source: Source, expectations: Mapping[str, object]
) -> Application:
    """Begin an application, and keep beside it where the person came from and what they said yes to: every statement of
    this version.

    Whoever came by their employer's link or e-mail is counted among that employer's people from now on.

    :raises ExpectationsAreOpen: a statement was not said yes to.
    :raises NotEligibleYet: an answer stands in the way.
    :raises HasAnApplication: they have one that is not over.
    """
    if not is_accepted(expectations):
        raise ExpectationsAreOpen
    application = begin_application(person=person, eligibility=eligibility)
    Origin.objects.create(
        application=application,
        campaign=source.campaign,
        employer=source.employer,
        invited_by=source.mentor,
        via=source.via,
        expectations=kept_answers(expectations),
        expectations_version=VERSION,
    )
    if source.employer is not None:
        mentors.join_employer(person=person, employer=source.employer)
    audit.record("origin:kept", subject=application, by=person, via=source.via)
    return application
