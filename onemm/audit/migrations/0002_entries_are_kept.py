"""The database itself refuses to change or remove an entry, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry
       BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION audit_entries_are_kept() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$""",
    """CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_entry
       FOR EACH ROW EXECUTE FUNCTION audit_entries_are_kept()""",
    # A trigger on rows does not see TRUNCATE.
    """CREATE TRIGGER audit_entry_is_not_truncated BEFORE TRUNCATE ON audit_entry
       FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_are_kept()""",
]


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audit_entry_is_not_changed")
        schema_editor.execute("DROP TRIGGER audit_entry_is_not_removed")
    else:
        schema_editor.execute("DROP TRIGGER audit_entry_is_not_truncated ON audit_entry")
        schema_editor.execute("DROP TRIGGER audit_entry_is_kept ON audit_entry")
        schema_editor.execute("DROP FUNCTION audit_entries_are_kept()")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
