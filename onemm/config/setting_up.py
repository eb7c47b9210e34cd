"""Setting up, step by step: tables, pages, areas and the schedule; each only where something has changed."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.metadata import version

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from onemm.config.known_database import refuse_foreign_database
from onemm.config.schedule import write_schedule
from onemm.lib.health import beat
from onemm.lib.tasks import enqueue
from onemm.places.actions import load_areas
from onemm.web.assets import build_assets

Tell = Callable[[str, float], object]
"""Told what is being done, and which share of it is."""


def set_up(*, tell: Tell) -> None:
    """Make or update the database, the stylesheet, the fonts and the schedule. Safe to run at any time.

    :raises DatabaseIsForeign: another release made the database; nothing was done.
    """
    refuse_foreign_database(connection)
    tell("tables", 0)
    _bring_tables_up_to_date(lambda share: tell("tables", 0.6 * share))
    tell("stylesheet and fonts", 0.6)
    build_assets(settings.VAR / "assets")
    tell("static files", 0.8)
    _collect_static_files()
    tell("areas and schedule", 0.98)
    load_areas()
    write_schedule()
    enqueue(beat)  # the worker's first act when it starts is to say that it is there
    tell("ready", 1)


def _bring_tables_up_to_date(tell: Callable[[float], object]) -> None:
    executor = MigrationExecutor(connection)
    steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if steps:
        call_command("migrate", interactive=False, verbosity=0)
    tell(1)


def _collect_static_files() -> None:
    """Compress and name by content what browsers load, unless that was done with the same files."""
    stamp, manifest = settings.VAR / "static.stamp", settings.STATIC_ROOT / "staticfiles.json"
    files = _fingerprint()
    if stamp.exists() and manifest.exists() and stamp.read_text(encoding="ascii") == files:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(files, encoding="ascii")


def _fingerprint() -> str:
    digest = sha256(f"django {version('django')}, whitenoise {version('whitenoise')}".encode())
    for path, content in _static_files():
        digest.update(f"\n{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _static_files() -> Iterator[tuple[str, bytes]]:
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda file: file[0]):
            with storage.open(path) as file:
                yield path, file.read()
