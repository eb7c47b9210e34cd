"""Two transactions that write of the same two things in opposite order both go through: each holds one chain alone."""

from functools import partial
from threading import Barrier

import pytest
from django.db import OperationalError, connection, transaction

from onemm.audit import actions as audit
from onemm.audit.models import CHAINS, Entry, name_of
from onemm.audit.queries import flaws_in_the_log, history_of
from onemm.audit.rules import chain_of
from onemm.people.models import Person
from tests.cast import Cast
from tests.racing import at_once

MANY_WRITE_AT_ONCE = connection.vendor == "postgresql"
"""SQLite has one writer at a time, and nobody to wait for in a ring."""
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def two_of_different_chains() -> tuple[Person, Person]:
    first = Person.objects.create_user("first@example.org", first_name="First")
    while True:
        other = Person.objects.create_user(f"other{Person.objects.count()}@example.org", first_name="Other")
        if chain_of(name_of(first), CHAINS) != chain_of(name_of(other), CHAINS):
            return first, other


@transaction.atomic
def comes_to_nothing(person: Person) -> None:
    audit.record("person:lost", subject=person, by=None)
    raise RuntimeError


def crosswise(one: Person, other: Person) -> list[bool]:
    """Write of both in two transactions, each beginning with another; say which went through."""
    half_way = Barrier(2)

    @transaction.atomic
    def write(first: Person, second: Person) -> None:
        audit.record("person:seen", subject=first, by=None)
        if MANY_WRITE_AT_ONCE:
            half_way.wait(timeout=10)
        audit.record("person:seen", subject=second, by=None)

    return [
        answer is None
        for answer in at_once(partial(write, one, other), partial(write, other, one), caught=OperationalError)
    ]


def test_two_that_cross_both_go_through() -> None:
    one, other = two_of_different_chains()
    assert crosswise(one, other) == [True, True]
    assert [history_of(person).filter(event="person:seen").count() for person in (one, other)] == [2, 2]
    assert flaws_in_the_log() == []


def test_with_a_chain_for_each_subject_they_would_wait_for_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onemm.audit.actions._chain_for", lambda label: chain_of(label, CHAINS))
    assert sum(crosswise(*two_of_different_chains())) == (1 if MANY_WRITE_AT_ONCE else 2)


def test_a_transaction_keeps_to_one_chain_and_the_next_begins_anew() -> None:
    cast = Cast()
    one, other = two_of_different_chains()
    with transaction.atomic():
        entries = [audit.record("person:seen", subject=person, by=cast.ada) for person in (one, other, one)]
        with pytest.raises(RuntimeError):
            comes_to_nothing(other)
        entries.append(audit.record("person:left", subject=other, by=None))
    assert len({entry.chain for entry in entries}) == 1
    assert audit.record("person:seen", subject=other, by=None).chain == chain_of(name_of(other), CHAINS)
    assert not Entry.objects.filter(event="person:lost").exists()
    assert flaws_in_the_log() == []


def test_a_transaction_that_comes_to_nothing_leaves_a_whole_log() -> None:
    one, other = two_of_different_chains()
    with pytest.raises(RuntimeError):
        comes_to_nothing(one)
    audit.record("person:seen", subject=other, by=None)
    assert audit.record("person:seen", subject=other, by=None).chain == chain_of(name_of(other), CHAINS)
    assert flaws_in_the_log() == []
