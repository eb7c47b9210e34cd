"""Which database: SQLite in `var/` unless `DATABASE_URL` names a PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def database_from(url: str, sqlite_file: Path) -> dict[str, Any]:
    """Return Django's settings for a database.

    :raises ValueError: the address is for another kind of database.
    """
    if not url:
        return _sqlite(sqlite_file)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL starts with {parts.scheme!r}: say 'postgresql://…' or 'sqlite:///…'")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket's folder cannot stand before the slash of an address; it is given as ?host=/folder, as libpq takes
        # it.
        "HOST": unquote(parts.hostname or "") or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        # An idle connection that the server dropped is noticed before it is used, not by the visitor.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
        },
    }


def _sqlite(file: Path) -> dict[str, Any]:
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            # Taking the write lock at the start, and waiting for it, is what makes read-then-write safe on SQLite.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
