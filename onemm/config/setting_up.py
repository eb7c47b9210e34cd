"""Setting up, step by step: tables, pages, areas and the schedule; each only where something has changed."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from onemm.config.schedule import write_schedule
from onemm.lib.health import beat
from onemm.lib.tasks import enqueue
from onemm.places.actions import load_areas
from onemm.web.assets import build_assets

Tell = Callable[[str, float], object]
"""Told what is being done, and which share of it is."""


class PagesCannotBeBuilt(Exception):
    """Stylesheet, fonts or static files could not be made; the reason was printed."""


def set_up(*, tell: Tell) -> None:
    """Make or update the database and the schedule. Safe to run at any time."""
    tell("tables", 0)
    _bring_tables_up_to_date()
    tell("areas and schedule", 0.9)
    load_areas()
    write_schedule()
    enqueue(beat)  # the worker's first act when it starts is to say that it is there


@contextmanager
def pages_built_beside() -> Iterator[None]:
    """Build what browsers load in a process beside what is done inside, and wait for it at the end.

    No connection to the database may be open: two processes must not share one.

    :raises PagesCannotBeBuilt: it failed.
    """
    builder = multiprocessing.get_context("fork").Process(target=build_pages)
    builder.start()
    try:
        yield
    finally:
        builder.join()
    if builder.exitcode:
        raise PagesCannotBeBuilt("The stylesheet, the fonts or the static files could not be built; see above.")


def build_pages() -> None:
    """Make the stylesheet, the fonts and the static files; each only where something has changed."""
    build_assets(settings.VAR / "assets")
    _collect_static_files()


def _bring_tables_up_to_date() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


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
