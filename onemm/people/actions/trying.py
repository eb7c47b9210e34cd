"""Counting before doing: how guessing and flooding stop at a stated number.

The count is taken by one statement, in the database, before the costly or guessable thing happens. Parallel guesses
each get a number of their own; whoever's number is over the limit is refused. Nothing is checked first and written
later.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone

from onemm.people.models import Trying


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds."""

    name: str
    times: int
    seconds: int


PASSWORD_PER_ACCOUNT = Limit("password:account", 5, 15 * 60)
PASSWORD_PER_ADDRESS = Limit("password:address", 50, 15 * 60)
CARD_PER_ADDRESS = Limit("card:address", 10, 15 * 60)
CODE_PER_ACCOUNT = Limit("code:account", 5, 15 * 60)
CODE_PER_ADDRESS = Limit("code:address", 30, 15 * 60)
CONCERN_PER_ADDRESS = Limit("concern:address", 30, 60 * 60)
REFERENCE_PER_ADDRESS = Limit("reference:address", 30, 60 * 60)
PASSPORT_PER_ADDRESS = Limit("passport:address", 60, 60 * 60)
ENQUIRY_PER_ADDRESS = Limit("enquiry:address", 10, 60 * 60)


def count_try(limit: Limit, whom: str) -> bool:
    """Count one try by or against someone, and say whether it is within the limit."""
    window = int(timezone.now().timestamp()) // limit.seconds
    key = hmac.new(settings.SECRET_KEY.encode(), f"{limit.name}:{whom}".encode(), hashlib.sha256).hexdigest()
    until = datetime.fromtimestamp((window + 1) * limit.seconds, tz=UTC)
    table = connection.ops.quote_name(Trying._meta.db_table)
    # SQLite and PostgreSQL both have this form of upsert, and both make it one atomic step.
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} (key, "window", times, until) VALUES (%s, %s, 1, %s) '  # noqa: S608  # the table's own name, no input
            f'ON CONFLICT (key, "window") DO UPDATE SET times = {table}.times + 1 RETURNING times',
            [key, window, connection.ops.adapt_datetimefield_value(until)],
        )
        times: int = cursor.fetchone()[0]
    return times <= limit.times


def forget_old_tries() -> int:
    """Delete the counts whose window is over, and return how many. Safe to run at any time."""
    deleted, _ = Trying.objects.filter(until__lt=timezone.now()).delete()
    return deleted
