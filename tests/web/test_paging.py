"""A long list, page by page: every row once, whatever the order, and never by counting what lies before."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from onemm.places.models import Area, Organisation
from onemm.web import paging
from onemm.web.paging import Slice, slice_of_list, slice_of_queryset

AT = datetime(2026, 1, 1, 12, 0, 0, 123456, tzinfo=UTC)
ORDERS = [("name",), ("-name",), ("area__name", "name"), ("-area__name",), ("-created_at", "-pk"), ("-holders", "name")]


@pytest.fixture
def organisations(db: None) -> QuerySet[Any]:
    """Twenty-three, of which some share a name, some an area and some have none."""
    areas = [Area.objects.create(name=name, slug=name.lower()) for name in ("Bury", "Oldham")]
    for number in range(23):
        Organisation.objects.create(
            name=f"Club {number % 7} {'x' * (number // 7)}",
            kind=Organisation.Kind.EMPLOYER,
            area=[None, *areas][number % 3],
            created_at=AT + timedelta(days=number // 4),
        )
    return Organisation.objects.select_related("area").annotate(holders=Count("grants"))


def walked(page: Callable[..., Slice[Any]]) -> list[Slice[Any]]:
    pages = [page()]
    while pages[-1].after:
        pages.append(page(after=pages[-1].after))
        assert len(pages) < 10
    return pages


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
def test_every_row_comes_once_forward_and_back(organisations: QuerySet[Any], order: tuple[str, ...]) -> None:
    def page(**places: str) -> Slice[Any]:
        return slice_of_queryset(organisations, order, size=5, **places)

    there = walked(page)
    assert [len(each.rows) for each in there] == [5, 5, 5, 5, 3]
    assert len({row.pk for each in there for row in each.rows}) == 23
    back = [there[-1]]
    while back[-1].before:
        back.append(page(before=back[-1].before))
    assert [[row.pk for row in each.rows] for each in reversed(back)] == [
        [row.pk for row in each.rows] for each in there
    ]
    assert [(each.position + 1, each.last, each.total) for each in reversed(back)] == [
        (1, 5, 23),
        (6, 10, 23),
        (11, 15, 23),
        (16, 20, 23),
        (21, 23, 23),
    ]


@pytest.mark.parametrize("order", [("area__name",), ("-area__name",)], ids=" ".join)
def test_rows_without_a_value_come_last_whichever_way(organisations: QuerySet[Any], order: tuple[str, ...]) -> None:
    pages = walked(lambda **places: slice_of_queryset(organisations, order, size=5, **places))
    areas = [row.area is None for each in pages for row in each.rows]
    assert areas == sorted(areas)
    assert any(areas)


def test_a_place_that_was_changed_or_made_up_is_the_beginning(organisations: QuerySet[Any]) -> None:
    def first(**places: str) -> list[int]:
        return [row.pk for row in slice_of_queryset(organisations, ["name"], size=5, **places).rows]

    place = slice_of_queryset(organisations, ["name"], size=5).after
    beginning = first()
    assert first(after=place) != beginning
    for hostile in (place[:-2] + "zz", "x", "%00", "' or 1=1", "🙂", "A" * 5000, place * 2):
        assert first(after=hostile) == beginning, hostile
        assert first(before=hostile) == beginning, hostile


def test_a_place_belongs_to_its_order(organisations: QuerySet[Any]) -> None:
    place = slice_of_queryset(organisations, ["-name"], size=5).after
    assert slice_of_queryset(organisations, ["name"], size=5, after=place).position == 0


def test_a_place_gives_nothing_away(organisations: QuerySet[Any]) -> None:
    place = slice_of_queryset(organisations, ["name"], size=5).after
    assert "Club" not in place
    assert place != slice_of_queryset(organisations, ["name"], size=5).after


def test_a_row_that_has_gone_does_not_lose_the_place(organisations: QuerySet[Any]) -> None:
    page = slice_of_queryset(organisations, ["name"], size=5)
    following = [row.pk for row in slice_of_queryset(organisations, ["name"], size=5, after=page.after).rows]
    page.rows[-1].delete()
    assert [row.pk for row in slice_of_queryset(organisations, ["name"], size=5, after=page.after).rows] == following


def test_when_all_that_was_left_has_gone_the_list_begins_again(organisations: QuerySet[Any]) -> None:
    page = walked(lambda **places: slice_of_queryset(organisations, ["name"], size=5, **places))[-2]
    kept = organisations.exclude(pk__in=[row.pk for row in slice_of_queryset(organisations, ["-name"], size=3).rows])
    assert slice_of_queryset(kept, ["name"], size=5, after=page.after).position == 0


def test_a_page_reads_its_own_rows_and_counts_no_further_than_it_says(
    organisations: QuerySet[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNTED_UP_TO", 20)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = slice_of_queryset(Organisation.objects.all(), ["-created_at"], size=5)
    assert page.total is None
    rows, counted = (query["sql"] for query in asked.captured_queries)
    assert "LIMIT 6" in rows
    assert "LIMIT 21" in counted
    following = slice_of_queryset(Organisation.objects.all(), ["-created_at"], size=5, after=page.after)
    assert (following.position, following.total) == (5, None)


def test_an_index_is_entered_at_the_place(organisations: QuerySet[Any]) -> None:
    place = slice_of_queryset(Organisation.objects.all(), ["-created_at"], size=5).after
    with CaptureQueriesContext(connection) as asked:
        slice_of_queryset(Organisation.objects.all(), ["-created_at"], size=5, after=place)
    sql = asked.captured_queries[0]["sql"]
    assert '"created_at" <= ' in sql
    assert "NULLS" not in sql


def test_a_list_at_hand_is_paged_by_the_same_addresses() -> None:
    def page(**places: str) -> Slice[int | None]:
        rows: list[int | None] = [5, 3, None, 9, 1, 7]
        return slice_of_list(rows, lambda number: number, size=2, **places)

    there = walked(page)
    assert [each.rows for each in there] == [[1, 3], [5, 7], [9, None]]
    assert page(before=there[2].before).rows == [5, 7]
    assert page(before=there[1].before).rows == [1, 3]
    assert page(after="made up").rows == [1, 3]
    down = slice_of_list([1, None, 3], lambda number: number, descending=True, size=3)
    assert down.rows == [3, 1, None]
