"""How long people have to say yes, when a list may be ticked, and what a diary is told. Pure: no rows.

The waiting list is fair when nobody loses a seat by being asleep: a day to answer, the next in turn after that. In the
last twelve hours a turn would be too short for anyone, so a free seat is told to all who wait, and the first to say
yes has it.
"""

from datetime import UTC, date, datetime, time, timedelta

from onemm.lib.clock import LONDON

TIME_TO_ANSWER = timedelta(hours=24)
NO_TURNS_WITHIN = timedelta(hours=12)
SHORTEST_TURN = timedelta(hours=1)
TIME_TO_ANSWER_A_MOVE = timedelta(days=3)
REMIND_BEFORE = timedelta(days=2)
DOORS_OPEN = timedelta(hours=2)
INVITE_AT_MOST_EVERY = timedelta(days=14)
"""Someone for whom several workshops were planned hears of one in two weeks; the others they find by themselves."""
LIST_MAY_BE_KEPT_FOR = timedelta(hours=24)
"""A trainer's phone may hold the names so long before the start, and to the end of that day."""
CORRECTIONS_FOR = timedelta(days=14)
LONGEST_QUIET_QUEUE = 5
"""A waiting list longer than this is an exception: enough people for another date."""


def offer_until(at: datetime, starts_at: datetime) -> datetime | None:
    """Return until when someone may say yes to a seat that became free now.

    `None`: too late for turns, ask everyone at once.
    """
    last = min(at + TIME_TO_ANSWER, starts_at - NO_TURNS_WITHIN)
    return last if last - at >= SHORTEST_TURN else None


def answer_move_by(at: datetime, starts_at: datetime) -> datetime:
    """Return until when people may say whether a new date suits: three days, but a day before it begins, and never in
    the past.
    """
    return max(min(at + TIME_TO_ANSWER_A_MOVE, starts_at - TIME_TO_ANSWER), min(at + SHORTEST_TURN, starts_at))


def reminder_due(at: datetime, starts_at: datetime) -> bool:
    """Say whether it is time to remind someone: from the same hour two days before, as clocks on walls count, until it
    begins.
    """
    local = starts_at.astimezone(LONDON)
    due = datetime.combine(local.date() - REMIND_BEFORE, local.time(), LONDON)
    return due.astimezone(UTC) <= at.astimezone(UTC) < starts_at.astimezone(UTC)


def list_kept_until(at: datetime, starts_at: datetime) -> datetime | None:
    """Return when a phone must forget the list: at the end of the day, where the workshop is.

    `None`: not today, so not at all.
    """
    day = starts_at.astimezone(LONDON).date()
    over = datetime.combine(day + timedelta(days=1), time(0), LONDON)
    return over if starts_at - LIST_MAY_BE_KEPT_FOR <= at < over else None


def next_half_day(half_day: int, after: date) -> datetime:
    """Return the first start in that part of the week (0 to 20, Monday morning first) on or after a date, local
    time.
    """
    weekday, part = divmod(half_day, 3)
    day = after + timedelta(days=(weekday - after.weekday()) % 7)
    return datetime.combine(day, (time(10, 0), time(14, 0), time(18, 0))[part], LONDON)
