"""Rows are written by actions, or by the model itself: nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOMES = {"actions", "models", "migrations"}
QUEUES_OWN_TABLES = {"onemm/lib/tasks.py", "onemm/config/schedule.py", "onemm/config/housekeeping.py"}
"""The doors to the tables of the queue and of sessions, which belong to libraries."""
ON_A_ROW = {"save", "delete"}
ON_A_MANAGER = {"create", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
NOT_ROWS = {"session"}
"""`request.session.save()` writes no row of ours."""


def writes_in(path: Path, source: str | None = None) -> Iterator[str]:
    for node in ast.walk(ast.parse(source or path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            call, verb = ast.unparse(node.func), node.func.attr
            if (verb in ON_A_ROW and not NOT_ROWS & set(call.split("."))) or (
                verb in ON_A_MANAGER and "objects" in call
            ):
                yield f"{path}:{node.lineno}: {call}()"


def test_writes_live_in_actions() -> None:
    strays = [
        write
        for path in (ROOT / "onemm").rglob("*.py")
        if HOMES.isdisjoint(part.removesuffix(".py") for part in path.relative_to(ROOT).parts)
        and str(path.relative_to(ROOT)) not in QUEUES_OWN_TABLES
        for write in writes_in(path)
    ]
    assert not strays, "\n".join(strays)


def test_a_write_in_a_view_would_be_seen() -> None:
    assert list(writes_in(Path("views.py"), "def v(r):\n    Match.objects.create(mentor=r.user)\n    row.save()\n"))
