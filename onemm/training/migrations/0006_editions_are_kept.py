"""The database itself refuses to change or remove what was published: learning records name it."""

from django.db import migrations

TABLE = "training_edition"
SQLITE = [
    f"""CREATE TRIGGER {TABLE}_is_not_changed BEFORE UPDATE ON {TABLE}
       BEGIN SELECT RAISE(ABORT, 'editions are kept'); END""",
    f"""CREATE TRIGGER {TABLE}_is_not_removed BEFORE DELETE ON {TABLE}
       BEGIN SELECT RAISE(ABORT, 'editions are kept'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION training_editions_are_kept() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'editions are kept'; END $$""",
    f"""CREATE TRIGGER {TABLE}_is_kept BEFORE UPDATE OR DELETE ON {TABLE}
       FOR EACH ROW EXECUTE FUNCTION training_editions_are_kept()""",
]


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER {TABLE}_is_not_changed")
        schema_editor.execute(f"DROP TRIGGER {TABLE}_is_not_removed")
    else:
        schema_editor.execute(f"DROP TRIGGER {TABLE}_is_kept ON {TABLE}")
        schema_editor.execute("DROP FUNCTION training_editions_are_kept()")


class Migration(migrations.Migration):
    dependencies = [("training", "0005_editing")]
    operations = [migrations.RunPython(guard, unguard)]
