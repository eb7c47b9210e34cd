"""When something is due: by the hour, by the day, by the working day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from onemm.worklist.rules import Days, Hours, WorkingDays, bank_holidays, is_working_day

# As published at https://www.gov.uk/bank-holidays for England and Wales.
PUBLISHED = {
    2024: "1-1 3-29 4-1 5-6 5-27 8-26 12-25 12-26",
    2025: "1-1 4-18 4-21 5-5 5-26 8-25 12-25 12-26",
    2026: "1-1 4-3 4-6 5-4 5-25 8-31 12-25 12-28",
    2027: "1-1 3-26 3-29 5-3 5-31 8-30 12-27 12-28",
    2028: "1-3 4-14 4-17 5-1 5-29 8-28 12-25 12-26",
}


@pytest.mark.parametrize(("year", "days"), PUBLISHED.items())
def test_bank_holidays_are_those_that_are_published(year: int, days: str) -> None:
    published = [date(year, *(int(part) for part in day.split("-"))) for day in days.split()]
    assert sorted(bank_holidays(year)) == published


def at(words: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(words))


@pytest.mark.parametrize(
    ("since", "number", "due"),
    [
        ("2026-11-23 09:00", 5, "2026-11-30"),
        ("2026-11-27 23:30", 1, "2026-11-30"),
        ("2026-11-28 12:00", 1, "2026-11-30"),
        ("2026-12-23 12:00", 5, "2027-01-04"),
        ("2026-04-02 12:00", 1, "2026-04-07"),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(since: str, number: int, due: str) -> None:
    local = timezone.localtime(WorkingDays(number).after(at(since)))
    assert str(local.date()) == due
    assert (local.hour, local.minute) == (23, 59), "the whole of the last day counts"


def test_the_day_is_londons_in_summer_too() -> None:
    just_before_midnight_utc = datetime(2026, 6, 4, 23, 30, tzinfo=UTC)  # Friday in London
    assert timezone.localtime(WorkingDays(1).after(just_before_midnight_utc)).date() == date(2026, 6, 8)


def test_hours_and_days_go_by_the_clock_whatever_it_does() -> None:
    before_the_clocks_go_back = at("2026-10-24 12:00")
    assert Hours(36).after(before_the_clocks_go_back) - before_the_clocks_go_back == timedelta(hours=36)
    assert Days(2).after(before_the_clocks_go_back) - before_the_clocks_go_back == timedelta(hours=48)


def test_a_saturday_is_no_working_day_and_an_ordinary_monday_is() -> None:
    assert not is_working_day(date(2026, 11, 28))
    assert is_working_day(date(2026, 11, 30))
    assert not is_working_day(date(2026, 8, 31))
