"""The command line: every command explains itself with an example, does what it says, and refuses plainly."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test import override_settings

from onemm.audit import actions as audit
from onemm.config.cli import main
from onemm.config.schedule import SCHEDULED_TASKS, write_schedule
from onemm.lib.health import beat
from onemm.lib.tasks import enqueue
from onemm.people.models import Person, RoleGrant
from onemm.places.models import School
from tests.cast import Cast

INVENTED = str(files("onemm.demo") / "data" / "invented_schools.csv")


def onemm(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


@pytest.mark.parametrize("path", list(commands(main)), ids=" ".join)
def test_every_command_explains_itself_with_an_example(path: tuple[str, ...]) -> None:
    result = onemm(*path, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output


@pytest.mark.django_db
def test_schools_are_imported_and_the_last_line_counts_them() -> None:
    first = onemm("schools", "import", INVENTED, "--json")
    counts = json.loads(first.output.strip().splitlines()[-1])
    assert first.exit_code == 0
    assert counts["read"] == 40 == sum(counts[name] for name in ("added", "changed", "unchanged", "refused"))
    assert School.objects.count() == counts["added"]
    assert "row" in first.output
    again = json.loads(onemm("schools", "import", INVENTED, "--json").output.strip().splitlines()[-1])
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, counts["added"])


@pytest.mark.django_db
def test_a_file_that_is_no_register_is_refused_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("name,age\nTheo,16\n", encoding="utf-8")
    result = onemm("schools", "import", str(tmp_path / "x.csv"))
    assert result.exit_code == 1
    assert "Missing" in result.output


@pytest.mark.django_db
def test_postcodes_are_imported(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("postcode,latitude,longitude\nOL1 1UL,53.54,-2.11\nnowhere,1,2\n", encoding="utf-8")
    counts = json.loads(onemm("postcodes", "import", str(tmp_path / "p.csv"), "--json").output.strip().splitlines()[-1])
    assert counts == {"read": 2, "added": 1, "changed": 0, "unchanged": 0, "refused": 1}


@pytest.mark.django_db
def test_permissions_are_printed_for_every_route() -> None:
    lines = onemm("permissions").output
    assert "NO GATE" not in lines
    assert "concern:read" in lines
    routes = json.loads(onemm("permissions", "--json").output)
    assert {"address", "name", "gate", "roles"} == set(routes[0])


def test_the_log_is_proved_whole_or_the_flaw_is_named(cast: Cast) -> None:
    entry = audit.record("person:seen", subject=cast.lena, by=None)
    assert onemm("audit", "verify").exit_code == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET event = 'x' WHERE id = %s", [entry.pk])
    result = onemm("audit", "verify")
    assert result.exit_code == 1
    assert "was changed" in result.output


def test_staff_are_added_with_a_role_at_a_place(cast: Cast) -> None:
    assert cast.area
    result = onemm(
        "staff",
        "add",
        "pat@example.org",
        "--first-name",
        "Pat",
        "--role",
        "programme_manager",
        "--area",
        "greater-manchester",
    )
    assert result.exit_code == 0
    grant = RoleGrant.objects.get(person=Person.objects.get(email="pat@example.org"))
    assert (grant.role, grant.area) == ("programme_manager", cast.area)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "area", "why"),
    [("emperor", "", "No role"), ("coordinator", "", "No role"), ("analyst", "atlantis", "No area")],
)
def test_staff_with_no_such_role_or_area_are_refused(role: str, area: str, why: str) -> None:
    result = onemm("staff", "add", "pat@example.org", "--first-name", "Pat", "--role", role, "--area", area)
    assert result.exit_code == 1
    assert why in result.output
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_demo_commands_are_refused_outside_the_demo_world() -> None:
    for words in (("demo", "links"), ("demo", "links", "--json"), ("demo", "fill"), ("setup", "--demo")):
        result = onemm(*words)
        assert result.exit_code == 1
        assert "ONEMM_DEMO is off" in result.output


@pytest.mark.django_db
@override_settings(DEMO=True)
def test_demo_links_name_a_role_and_an_address() -> None:
    person = Person.objects.create_user("lena@demo.onemm.example", first_name="Lena")
    links = json.loads(onemm("demo", "links", "--json", "--port", "8123").output)
    assert links == {"stranger": f"http://127.0.0.1:8123/demo/{person.public_id}/"}
    assert "Lena" in onemm("demo", "links").output


@pytest.mark.django_db
def test_work_that_waits_is_listed_and_done() -> None:
    write_schedule()
    write_schedule()
    enqueue(beat)
    listed = onemm("tasks", "list").output
    assert "waiting  onemm.lib.health.beat" in listed
    assert all(scheduled.task in listed for scheduled in SCHEDULED_TASKS)
    assert "1 done" in onemm("tasks", "run").output


@pytest.mark.django_db
def test_health_says_that_no_worker_is_there() -> None:
    result = onemm("health")
    assert result.exit_code == 1
    assert json.loads(result.output)["database"] == "well"


def test_the_courses_are_listed_as_shipped() -> None:
    lines = onemm("training", "list", "--json").output.strip().splitlines()
    counts = json.loads(lines[-1])
    assert list(counts) == ["courses", "units", "quizzes", "scenarios", "minutes"]
    assert counts["courses"] == 4
    assert counts["units"] == counts["quizzes"] == sum("questions; review by" in line for line in lines) >= 18
    assert counts["scenarios"] == sum("scenario: " in line for line in lines) >= 8
    assert counts["minutes"] == sum(int(line.split()[0]) for line in lines if line.startswith("  "))
    assert not onemm("training", "list").output.strip().endswith("}")
