"""The migrations make what the models say, and the guard on the log holds against the database's own owner."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RECORD = """
import django; django.setup()
from onemm.audit.actions import record
from onemm.people.actions.people import add_person
person = add_person(first_name="Lena", by=None)
record("person:seen", subject=person, by=None)
from onemm.publishing.models import Edition, Manuscript
other = add_person(first_name="Ravi", by=None)
row = Manuscript.objects.create(kind="unit", course="c", slug="s", begun_by=person)
Edition.objects.create(
    kind="unit", course="c", slug="s", version="2026-1", body={}, manuscript=row, sent_by=person, approved_by=other
)
"""


def run(var: Path, *words: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {
        **kept,
        "DJANGO_SETTINGS_MODULE": "onemm.config.settings",
        "ONEMM_VAR": str(var),
        "PYTHONWARNINGS": "ignore",
    }
    return subprocess.run(
        [sys.executable, *words], env=environment, cwd=ROOT, check=True, capture_output=True, text=True, timeout=180
    ).stdout


@pytest.mark.slow
def test_an_empty_database_is_migrated_and_the_log_cannot_be_changed_in_it(tmp_path: Path) -> None:
    var = tmp_path / "var"
    run(var, "-m", "django", "migrate", "--verbosity", "0")
    assert "No changes detected" in run(var, "-m", "django", "makemigrations", "--check", "--dry-run")
    run(var, "-c", RECORD)
    database = sqlite3.connect(var / "onemm.sqlite3")
    for statement in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.execute(statement)
    for statement in ("UPDATE publishing_edition SET version = 'x'", "DELETE FROM publishing_edition"):
        with pytest.raises(sqlite3.IntegrityError, match="editions are kept"):
            database.execute(statement)
    database.close()
