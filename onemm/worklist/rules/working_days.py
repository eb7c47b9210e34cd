"""Which days are working days in England and Wales.

Source: Banking and Financial Dealings Act 1971, section 1 and Schedule 1, with the days that are kept by custom or have
been appointed every year since (New Year's Day since 1974, early May since 1978). A bank holiday that falls on a
weekend moves to the next working day (https://www.gov.uk/bank-holidays). A day that is proclaimed for one year only,
such as a coronation, belongs into `PROCLAIMED`. Easter by the anonymous Gregorian algorithm (Meeus, Astronomical
Algorithms, chapter 8).
"""

from datetime import date, timedelta
from functools import cache

MONDAY, SATURDAY = 0, 5
PROCLAIMED: frozenset[date] = frozenset()


def is_working_day(day: date) -> bool:
    """Say whether offices are open: Monday to Friday, and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year) and day not in PROCLAIMED


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England and Wales, each on the day on which it is kept."""
    easter = _easter(year)
    kept = {
        _first_weekday(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    }
    christmas = _first_weekday(date(year, 12, 25))
    boxing_day = _first_weekday(date(year, 12, 26))
    if boxing_day == christmas:
        boxing_day = _first_weekday(christmas + timedelta(days=1))
    return frozenset({*kept, christmas, boxing_day})


def _first_weekday(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def _monday_from(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _easter(year: int) -> date:
    century, in_century = divmod(year, 100)
    golden = year % 19
    leap_centuries, centuries_left = divmod(century, 4)
    correction = (century + 8) // 25
    epact = (19 * golden + century - leap_centuries - (century - correction + 1) // 3 + 15) % 30
    leap_years, years_left = divmod(in_century, 4)
    to_sunday = (32 + 2 * centuries_left + 2 * leap_years - epact - years_left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
