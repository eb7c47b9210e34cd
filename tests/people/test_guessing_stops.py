"""Guessing stops at the stated number: counted before hashing, also when sixty guesses come at once."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from threading import Lock

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.test import RequestFactory
from django.utils import timezone

from onemm.people import signing_in
from onemm.people.actions import trying
from onemm.people.hashers import Argon2At19MiB
from onemm.people.models import Person, Trying
from tests.racing import at_once

PASSWORD = "a long and quiet river"


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every password that was really hashed, rather than refused."""
    done: list[str] = []
    lock = Lock()
    real = Person.check_password

    def counted(self: Person, raw_password: str) -> bool:
        with lock:
            done.append(raw_password)
        return real(self, raw_password)

    monkeypatch.setattr(Person, "check_password", counted)
    yield done


def amina() -> Person:
    return Person.objects.create_user("amina@example.org", PASSWORD, first_name="Amina")


@pytest.mark.django_db
def test_the_right_password_opens(hashes: list[str]) -> None:
    person = amina()
    assert authenticate(None, email="AMINA@example.org ", password=PASSWORD) == person


@pytest.mark.django_db
def test_the_sixth_guess_is_not_hashed_even_when_it_is_right(hashes: list[str]) -> None:
    amina()
    for n in range(5):
        assert authenticate(None, email="amina@example.org", password=f"guess {n}") is None
    assert authenticate(None, email="amina@example.org", password=PASSWORD) is None
    assert len(hashes) == 5


@pytest.mark.django_db
def test_variants_of_an_address_share_one_count(hashes: list[str]) -> None:
    amina()
    for address in [
        "Amina@example.org",
        " amina@EXAMPLE.org",
        "amina@example.org",
        "AMINA@EXAMPLE.ORG",
        "amina@example.ORG",
    ] * 2:
        authenticate(None, email=address, password="wrong")
    assert len(hashes) == 5


@pytest.mark.django_db
def test_the_count_starts_anew_in_the_next_window(hashes: list[str]) -> None:
    person = amina()
    for _ in range(6):
        authenticate(None, email="amina@example.org", password="wrong")
    with time_machine.travel(timezone.now() + timedelta(minutes=15), tick=False):
        assert authenticate(None, email="amina@example.org", password=PASSWORD) == person


@pytest.mark.django_db
def test_an_unknown_address_costs_the_same_work(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []
    monkeypatch.setattr(Person, "set_password", lambda self, raw: worked.append(raw))
    assert authenticate(None, email="nobody@example.org", password="wrong") is None
    assert worked == ["wrong"]


@pytest.mark.django_db
def test_somebody_switched_off_cannot_come_in() -> None:
    person = amina()
    person.is_active = False
    person.save()
    assert authenticate(None, email="amina@example.org", password=PASSWORD) is None
    assert signing_in.CountedBackend().get_user(person.pk) is None


@pytest.mark.django_db
def test_other_ways_of_signing_in_are_none_of_its_business() -> None:
    assert signing_in.CountedBackend().authenticate(None, email="amina@example.org") is None


@pytest.mark.django_db
def test_old_counts_are_forgotten() -> None:
    trying.count_try(trying.CARD_PER_ADDRESS, "127.0.0.1")
    assert trying.forget_old_tries() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        assert trying.forget_old_tries() == 1
    assert "times" in str(Trying(times=2))


def test_passwords_are_argon2id_at_19_mib() -> None:
    encoded = Argon2At19MiB().encode(PASSWORD, "c29tZXNhbHRzb21lc2FsdA")
    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def guess_from_everywhere() -> Callable[[], object]:
    """Guess Amina's password, each time from another network address, so that the count for the account alone
    decides.
    """
    numbers = count(1)
    return lambda: authenticate(
        RequestFactory().get("/", REMOTE_ADDR=f"10.0.0.{next(numbers)}"), email="amina@example.org", password="wrong"
    )


def check_then_count(limit: trying.Limit, whom: str) -> bool:
    """The way that leaks: look first, write later."""
    row, _ = Trying.objects.get_or_create(key=whom[:60], window=1, defaults={"until": timezone.now()})
    if row.times >= limit.times:
        return False
    time.sleep(0.02)  # as long as a busy server may take between the two
    Trying.objects.filter(pk=row.pk).update(times=row.times + 1)
    return True


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_sixty_guesses_at_once_hash_five_times(hashes: list[str]) -> None:
    amina()
    at_once(*[guess_from_everywhere()] * 60)
    assert len(hashes) == 5


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_atomic_count_more_than_five_would_be_hashed(
    hashes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    amina()
    monkeypatch.setattr(signing_in, "count_try", check_then_count)
    at_once(*[guess_from_everywhere()] * 60)
    assert len(hashes) > 5
