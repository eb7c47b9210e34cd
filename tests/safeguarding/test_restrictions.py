"""A restriction stops every contact of a person at once, until it is lifted."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib import events
from onemm.people.models import Person
from onemm.safeguarding import actions, queries, refusals
from onemm.safeguarding.events import RestrictionWasImposed, RestrictionWasLifted
from onemm.safeguarding.models import Restriction
from tests.factories.safeguarding import an_open_case


def test_imposing_and_lifting_are_heard_above_in_the_same_transaction(cast, monkeypatch):
    heard = []
    for event in (RestrictionWasImposed, RestrictionWasLifted):
        monkeypatch.setitem(events._hearers, event, [heard.append])
    case = an_open_case(cast, about=cast.amina)
    restriction = actions.impose_restriction(person=cast.amina, by=cast.noor, reason="Met alone.", concern=case)
    assert queries.is_restricted(cast.amina)
    assert Person.objects.filter(pk__in=queries.restricted_people()).get() == cast.amina
    assert queries.standing_restriction_of(cast.amina) == restriction

    actions.lift_restriction(restriction=restriction, by=cast.noor)
    assert not queries.is_restricted(cast.amina)
    assert heard == [RestrictionWasImposed(cast.amina.pk), RestrictionWasLifted(cast.amina.pk)]
    assert Entry.objects.filter(event__startswith="restriction:").count() == 2


def test_a_person_is_restricted_once_at_a_time(cast):
    restriction = actions.impose_restriction(person=cast.amina, by=cast.noor, reason="Met alone.")
    with pytest.raises(refusals.PersonIsRestrictedAlready):
        actions.impose_restriction(person=cast.amina, by=cast.noor, reason="Again.")
    actions.lift_restriction(restriction=restriction, by=cast.noor)
    with pytest.raises(refusals.RestrictionWasLiftedAlready):
        actions.lift_restriction(restriction=restriction, by=cast.noor)
    actions.impose_restriction(person=cast.amina, by=cast.noor, reason="Once more.")


def test_nobody_restricts_or_frees_themselves(cast):
    with pytest.raises(refusals.NobodyRestrictsThemselves):
        actions.impose_restriction(person=cast.noor, by=cast.noor, reason="x")
    own = Restriction.objects.create(person=cast.noor, imposed_by=cast.ada, reason="x")
    with pytest.raises(refusals.NobodyRestrictsThemselves):
        actions.lift_restriction(restriction=own, by=cast.noor)


def test_a_restriction_has_a_reason(cast):
    with pytest.raises(refusals.ARestrictionHasAReason):
        actions.impose_restriction(person=cast.amina, by=cast.noor, reason=" ")


def test_the_database_refuses_a_second_standing_one_and_an_empty_reason(cast):
    Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Restriction.objects.create(person=cast.amina, imposed_by=cast.noor, reason="x")
    with pytest.raises(IntegrityError, match="a_restriction_has_a_reason"), transaction.atomic():
        Restriction.objects.create(person=cast.theo, imposed_by=cast.noor, reason="")
