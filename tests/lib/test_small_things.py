"""Postcodes, distances, ages, names and settings: read forgivingly, refused plainly."""

from datetime import date
from pathlib import Path

import pytest

from onemm.config.database import database_from
from onemm.lib import env
from onemm.lib.clock import age_on
from onemm.lib.geo import BadPostcode, Point, box_around, kilometres_between, miles, outcode_of, tidy_postcode
from onemm.lib.names import new_public_id, tidy_email, tidy_name
from onemm.lib.privacy import class_of
from onemm.lib.tasks import enqueue
from onemm.people.models import Person


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("ol11ul", "OL1 1UL"),
        (" OL1  1ul ", "OL1 1UL"),
        ("ec2y8bb", "EC2Y 8BB"),
        ("OL1-1UL", "OL1 1UL"),
        ("m1", "M1"),
        ("sw1a 1aa", "SW1A 1AA"),
    ],
)
def test_postcodes_are_read_however_they_are_typed(typed: str, tidy: str) -> None:
    assert tidy_postcode(typed) == tidy
    assert outcode_of(tidy) == tidy.split(maxsplit=1)[0]


@pytest.mark.parametrize("typed", ["", "Oldham", "1234", "OL1 1U", "OL1 1ULX", "' OR 'x'='x"])
def test_what_is_no_postcode_is_refused(typed: str) -> None:
    with pytest.raises(BadPostcode):
        tidy_postcode(typed)


def test_distance_from_manchester_to_cardiff_is_right() -> None:
    manchester, cardiff = Point(53.4808, -2.2426), Point(51.4816, -3.1791)
    assert kilometres_between(manchester, cardiff) == pytest.approx(231.5, abs=1.0)
    assert miles(kilometres_between(manchester, cardiff)) == pytest.approx(143.9, abs=1.0)


def test_a_box_holds_its_circle() -> None:
    centre = Point(53.5, -2.1)
    box = box_around(centre, 10)
    assert box.south < 53.5 < box.north
    assert kilometres_between(centre, Point(box.north, -2.1)) == pytest.approx(10, abs=0.05)
    assert kilometres_between(centre, Point(53.5, box.east)) >= 10 - 0.05


@pytest.mark.parametrize(("day", "age"), [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)])
def test_somebody_born_on_29_february_has_their_birthday_on_1_march(day: date, age: int) -> None:
    assert age_on(date(2008, 2, 29), day) == age


def test_names_in_any_script_are_kept_and_tidied() -> None:
    assert tidy_name("  محمد   علي ") == "محمد علي"
    assert tidy_name("O\u0301 Briain\u200b") == "Ó Briain"
    assert tidy_email(" Amina@Example.ORG ") == "amina@example.org"
    assert len({new_public_id() for _ in range(100)}) == 100


@pytest.mark.parametrize(("word", "value"), [("on", True), ("OFF", False), ("", True), ("yes", True), ("0", False)])
def test_flags_are_read(monkeypatch: pytest.MonkeyPatch, word: str, value: bool) -> None:
    monkeypatch.setenv("ONEMM_DEMO", word)
    assert env.flag("ONEMM_DEMO", default=True) is value


def test_a_setting_that_cannot_be_used_is_refused_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONEMM_DEMO", "maybe")
    monkeypatch.setenv("ONEMM_WORKERS", "two")
    with pytest.raises(env.BadSetting, match="'on' or 'off'"):
        env.flag("ONEMM_DEMO", default=False)
    with pytest.raises(env.BadSetting, match="whole number"):
        env.number("ONEMM_WORKERS", 1)
    monkeypatch.setenv("ONEMM_WORKERS", "3")
    assert env.number("ONEMM_WORKERS", 1) == 3


def test_the_database_is_named_by_its_address(tmp_path: Path) -> None:
    postgres = database_from("postgresql://user:p%40ss@db.example:5433/name", tmp_path / "x.sqlite3")
    assert (postgres["USER"], postgres["PASSWORD"], postgres["HOST"], postgres["PORT"], postgres["NAME"]) == (
        "user",
        "p@ss",
        "db.example",
        "5433",
        "name",
    )
    assert database_from("postgresql://u@/name?host=/run/pg", tmp_path / "x")["HOST"] == "/run/pg"
    assert database_from("", tmp_path / "in" / "x.sqlite3")["ENGINE"].endswith("sqlite3")
    assert database_from(f"sqlite:///{tmp_path}/y.sqlite3", tmp_path / "x")["NAME"] == Path(f"/{tmp_path}/y.sqlite3")
    with pytest.raises(ValueError, match="mysql"):
        database_from("mysql://x", tmp_path / "x")


def test_every_field_of_a_person_has_a_class() -> None:
    assert class_of(Person, "email") == "personal"
    with pytest.raises(KeyError):
        class_of(Person, "shoe_size")


def test_only_declared_tasks_can_be_enqueued() -> None:
    with pytest.raises(LookupError, match="not declared"):
        enqueue(test_only_declared_tasks_can_be_enqueued)
