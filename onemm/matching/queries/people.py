"""Who can be proposed to whom today."""

from collections import Counter

from django.db.models import QuerySet

from onemm.matching.models import Proposal
from onemm.mentoring.models import Enrolment, Match
from onemm.people.models import Person
from onemm.places.models import Programme
from onemm.safeguarding.queries import restricted_people


def waiting_young_people(programme: Programme) -> "QuerySet[Enrolment]":
    """Return the young people a round may propose: here now, with consent, not restricted, and with nobody yet."""
    return (
        Enrolment.objects.current()
        .with_consent()
        .filter(programme=programme, person__is_active=True)
        .exclude(person__in=restricted_people())
        .exclude(person__in=Match.objects.open().order_by().values("young_person"))
        .exclude(pk__in=Proposal.objects.live().order_by().values("enrolment"))
    )


def places_held(*, but: Proposal | None = None, mentor: Person | None = None) -> Counter[int]:
    """Return how many places live proposals hold, by mentor; without one proposal, or for one mentor alone."""
    live = Proposal.objects.live().order_by()
    if but is not None:
        live = live.exclude(pk=but.pk)
    if mentor is not None:
        live = live.filter(mentor=mentor)
    return Counter(live.values_list("mentor", flat=True))
