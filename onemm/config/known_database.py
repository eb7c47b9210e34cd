"""Is this database one that this release can read and update?"""

from django.apps import apps
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

NAMED_AT_MOST = 3


class DatabaseIsForeign(Exception):
    """The database was made by a release that this one has no way from; the message says so in a sentence."""


def refuse_foreign_database(connection: BaseDatabaseWrapper) -> None:
    """Let an empty database and one of this release pass, older ones that can be updated included.

    Looks only: nothing is written.

    :raises DatabaseIsForeign: tables in it were made by steps that this release does not have.
    """
    loader = MigrationLoader(connection, load=False)
    loader.load_disk()
    known = set(loader.disk_migrations).union(*(step.replaces for step in loader.disk_migrations.values()))
    libraries = {app.label for app in apps.get_app_configs() if not app.name.startswith("onemm.")}
    unknown = sorted(
        f"{app}.{name}"
        for app, name in MigrationRecorder(connection).applied_migrations()
        if app not in libraries and (app, name) not in known
    )
    if not unknown:
        return
    named = ", ".join(unknown[:NAMED_AT_MOST]) + (" and others" if len(unknown) > NAMED_AT_MOST else "")
    raise DatabaseIsForeign(
        f"The database {connection.settings_dict['NAME']} was made by another release of One Million Mentors (its "
        f"steps {named} are not in {settings.RELEASE}), and there is no way from it to this one. Nothing was changed. "
        "Move it away to begin anew, or run the release that made it."
    )
