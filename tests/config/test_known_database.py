"""A database is taken when it is empty or of this release, and refused in a sentence when another release made it."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from onemm.config.known_database import DatabaseIsForeign, refuse_foreign_database
from tests.config.test_command_line import onemm

OLD = [("training", "0001_initial"), ("training", "0002_editions"), ("recruitment", "0002_outreach")]
"""Steps of 0.1: an app that is no more, and a step that a present app no longer has."""


def has_applied(*steps: tuple[str, str]) -> None:
    key = "bigserial PRIMARY KEY" if connection.vendor == "postgresql" else "integer PRIMARY KEY AUTOINCREMENT"
    with connection.cursor() as cursor:  # the recorder would make its table outside a transaction alone
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS django_migrations (id {key}, app varchar(255), name varchar(255), "
            "applied timestamp with time zone)"
        )
    for app, name in steps:
        MigrationRecorder(connection).record_applied(app, name)


@pytest.mark.django_db
def test_an_empty_database_is_taken() -> None:
    refuse_foreign_database(connection)


@pytest.mark.django_db
def test_a_database_of_this_release_is_taken_and_one_that_is_half_way_too() -> None:
    steps = sorted(MigrationLoader(connection).disk_migrations)
    has_applied(*steps[: len(steps) // 2])
    refuse_foreign_database(connection)
    has_applied(*steps[len(steps) // 2 :])
    refuse_foreign_database(connection)


@pytest.mark.django_db
@pytest.mark.parametrize("step", OLD)
def test_a_database_of_another_release_is_refused_with_its_steps_named(step: tuple[str, str]) -> None:
    has_applied(("people", "0001_initial"), step)
    with pytest.raises(DatabaseIsForeign, match=r"another release.*Nothing was changed") as refused:
        refuse_foreign_database(connection)
    assert ".".join(step) in str(refused.value)


@pytest.mark.django_db
def test_a_step_of_a_library_that_it_has_tidied_away_is_no_reason() -> None:
    has_applied(("django_q", "0001_of_long_ago"))
    refuse_foreign_database(connection)


@pytest.mark.django_db
@pytest.mark.parametrize("command", [("setup",), ("serve", "--port", "0"), ("run", "--port", "0"), ("worker",)])
def test_every_command_that_begins_says_so_and_ends(command: tuple[str, ...]) -> None:
    has_applied(*OLD)
    result = onemm(*command)
    assert result.exit_code == 1
    assert result.output.startswith("Error: The database ")
    assert "recruitment.0002_outreach, training.0001_initial, training.0002_editions" in result.output
    assert Path(str(connection.settings_dict["NAME"])).name in result.output.replace("\n", "")
