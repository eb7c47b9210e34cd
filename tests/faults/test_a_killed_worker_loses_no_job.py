"""A worker that is killed in the middle of a long list loses nothing: another takes the list up where it stood."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from tests.faults.test_a_killed_worker_loses_nothing import run, wait_until, worker

ROWS = 200
SEND = """
import django; django.setup()
from datetime import date, timedelta
from onemm.mentoring.actions import import_young_people
from onemm.places.models import Area, Organisation, Programme, Site
from onemm.people.models import Person
area = Area.objects.create(slug="oldham", name="Oldham")
school = Organisation.objects.create(kind="partner", name="School", area=area)
site = Site.objects.create(organisation=school, name="School", postcode="OL1 1UL", latitude=53.5, longitude=-2.1)
today = date.today()
programme = Programme.objects.create(
    organisation=school, site=site, name="Year 11", starts_on=today, ends_on=today + timedelta(days=300),
    channel="either", youngest=14, oldest=19, places_wanted=1000, supervised=True,
)
sam = Person.objects.create_user(email="sam@example.org", first_name="Sam")
born = today.replace(year=today.year - 17, day=1)
heading = "reference,first_name,last_initial,birth_date,consent_by,guardian_name,consent_date"
rows = [f"R{{number}},Kid{{number}},K,{{born}},self,,{{today}}" for number in range({rows})]
import_young_people(programme=programme, content="\\n".join([heading, *rows]).encode(), by=sam)
"""


def ask(var: Path, sql: str) -> tuple[object, ...]:
    database = sqlite3.connect(var / "onemm.sqlite3", timeout=20)
    try:
        row: tuple[object, ...] = database.execute(sql).fetchone()
        return row
    finally:
        database.close()


def taken_in(var: Path) -> int:
    (rows,) = ask(var, "SELECT count(*) FROM mentoring_enrolment")
    return int(str(rows))


@pytest.mark.fault
@pytest.mark.slow
def test_a_list_goes_on_where_the_killed_worker_left_it(tmp_path: Path) -> None:
    var = tmp_path / "var"
    run(var, "-m", "django", "migrate", "--run-syncdb", "--verbosity", "0")
    run(var, "-c", SEND.format(rows=ROWS))
    first = worker(var)
    assert wait_until(lambda: 0 < taken_in(var) < ROWS, 30)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    before = taken_in(var)
    assert 0 < before < ROWS, "the list was cut in the middle"
    assert ask(var, "SELECT done FROM jobs_job") == (before,), "what is in and what is counted is the same"
    second = worker(var)
    try:
        assert wait_until(lambda: ask(var, "SELECT state FROM jobs_job") == ("done",), 60)
    finally:
        os.killpg(second.pid, signal.SIGKILL)
        second.wait()
    assert taken_in(var) == ROWS
    assert ask(var, "SELECT done, counts FROM jobs_job") == (ROWS, f'{{"added": {ROWS}}}')
