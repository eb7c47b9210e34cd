"""Tables whose rows the database itself refuses to change or remove: the last operation of a first migration."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython


def keep_rows(table: str, *, because: str) -> RunPython:
    """Return the operation that guards a table with triggers, on SQLite and on PostgreSQL.

    `because` is the sentence that the database answers with; plain words without quotes.
    """

    def guard(_: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _guards(table, because)[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    def unguard(_: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _removals(table)[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return RunPython(guard, unguard)


def _guards(table: str, because: str) -> dict[str, list[str]]:
    refusal = f"BEGIN SELECT RAISE(ABORT, '{because}'); END"
    function = f"{table}_rows_are_kept()"
    return {
        "sqlite": [
            f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table} {refusal}",
            f"CREATE TRIGGER {table}_is_not_removed BEFORE DELETE ON {table} {refusal}",
        ],
        "postgresql": [
            (
                f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{because}'; END $$"
            ),
            (
                f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {function}"
            ),
            # A trigger on rows does not see TRUNCATE.
            (
                f"CREATE TRIGGER {table}_is_not_truncated BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {function}"
            ),
        ],
    }


def _removals(table: str) -> dict[str, list[str]]:
    return {
        "sqlite": [f"DROP TRIGGER {table}_is_not_changed", f"DROP TRIGGER {table}_is_not_removed"],
        "postgresql": [
            f"DROP TRIGGER {table}_is_not_truncated ON {table}",
            f"DROP TRIGGER {table}_is_kept ON {table}",
            f"DROP FUNCTION {table}_rows_are_kept()",
        ],
    }
