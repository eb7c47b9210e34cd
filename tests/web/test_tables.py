"""A table is declared once and drawn by one template: its order, its pages, its filter, its file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory

from onemm.audit.models import Entry
from onemm.places.models import Organisation
from onemm.web import tables
from onemm.web.cells import Beside, ButtonCell, ConfirmCell, LinkCell, Number, SendCell, Small, Tag, TickCell, When
from onemm.web.drawn_tables import Bulk, BulkButton, Empty
from onemm.web.filters import Filter
from onemm.web.tables import Column, Table, TooManyForAFile, csv_answer
from tests.cast import Cast
from tests.reading import as_read

NONE = Empty(title="Nobody yet", text="They come.", label="Add somebody", url="/add/")


class ByName(Filter):
    label = "Find a club"
    q = forms.CharField(label="Name", required=False, max_length=10)

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        return [row for row in rows if (asked["q"] or "") in row["name"]]


CLUBS: Table[dict[str, Any]] = Table(
    caption="Clubs",
    noun="clubs",
    size=3,
    columns=(
        Column(
            "Club",
            lambda row: (LinkCell(row["name"], "/c/"), Small("<b>new</b>")),
            sort="name",
            by=lambda row: row["name"],
        ),
        Column("Hours", lambda row: row["hours"], sort="hours", by=lambda row: row["hours"], number=True),
        Column("State", lambda row: Tag("Late", "late") if row["hours"] == 4 else ""),
        Column("Do", lambda row: ButtonCell("Open", "/c/"), unseen=True, kind="do"),
    ),
    tone=lambda row: "late" if row["hours"] == 4 else "",
    empty=NONE,
    none_found=Empty(title="None by that name", text="Try fewer characters."),
    file="clubs",
)
ROWS = [
    {"name": f"Club {name}", "hours": hours} for name, hours in (("C", 3), ("A", 1), ("D", 4), ("B", 2), ("=E", None))
]


def html(rows: Any = ROWS, asked: str = "", **more: Any) -> str:
    request = RequestFactory().get("/clubs/")
    table = CLUBS.drawn(rows, QueryDict(asked), **more)
    return " ".join(render_to_string("ui/table.html", {"table": table}, request=request).split())


def names(asked: str = "", rows: Any = ROWS) -> list[Any]:
    return [row.cells[0].parts[0].words[-1] for row in CLUBS.drawn(rows, QueryDict(asked)).rows]  # type: ignore[attr-defined]  # a LinkCell


def test_a_column_is_named_once_and_a_phone_shows_the_same_name() -> None:
    page = html()
    assert "Clubs</caption>" in page
    assert '<th scope="row"' in page
    assert 'class="number" data-label="Hours"' in page
    assert '<span class="unseen">Do</span>' in page
    assert "&lt;b&gt;new" in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", ["C", "A", "D"]),
        ("sort=name", ["E", "A", "B"]),
        ("sort=-hours", ["D", "C", "B"]),
        ("sort=hours", ["A", "B", "C"]),
        ("sort=password", ["C", "A", "D"]),
        ("sort=--name", ["C", "A", "D"]),
        ("sort=", ["C", "A", "D"]),
    ],
)
def test_only_declared_orders_are_followed(asked: str, expected: list[str]) -> None:
    assert names(asked) == expected


def test_a_heading_sorts_by_a_link_that_keeps_the_filter_and_leaves_the_page() -> None:
    page = html(asked="q=Club&sort=hours&after=x")
    assert 'aria-sort="ascending"' in page
    assert 'href="?q=Club&amp;sort=-hours"' in page
    assert 'href="?q=Club&amp;sort=name"' in page
    assert page.count('aria-sort="none"') == 1


def test_pages_lead_on_and_back_and_say_where_they_are() -> None:
    first = CLUBS.drawn(ROWS, QueryDict("sort=hours"))
    assert first.pages is not None
    assert (first.pages.words, first.pages.before) == ("1 to 3 of 5 clubs", "")
    second = CLUBS.drawn(ROWS, QueryDict(first.pages.after.removeprefix("?")))
    assert second.pages is not None
    assert (second.pages.words, second.pages.after) == ("4 to 5 of 5 clubs", "")
    assert "sort=hours" in second.pages.before
    assert 'rel="prev"' in html(asked=first.pages.after.removeprefix("?"))


def test_rows_that_nobody_counts_have_pages_only_where_there_is_more_than_one() -> None:
    uncounted = replace(CLUBS, noun="", file="")
    assert replace(uncounted, file="clubs").drawn(ROWS[:3], QueryDict()).pages, "the file is offered there"
    assert uncounted.drawn(ROWS[:3], QueryDict()).pages is None
    pages = uncounted.drawn(ROWS, QueryDict()).pages
    assert pages is not None
    assert pages.words == "1 to 3 of 5"
    last = uncounted.drawn(ROWS, QueryDict(pages.after.removeprefix("?"))).pages
    assert last is not None
    assert last.before


def test_a_filter_narrows_and_is_kept_and_can_be_cleared() -> None:
    page = html(asked="q=B&sort=name", filter=ByName(QueryDict("q=B&sort=name")))
    assert "Club B" in page
    assert "Club A" not in page
    assert 'aria-label="Find a club"' in page
    assert '<input type="hidden" name="sort" value="name">' in page
    assert ">Clear</a>" in page
    assert "None by that name" in html(asked="q=zzz", filter=ByName(QueryDict("q=zzz")))


def test_an_answer_that_is_wrong_narrows_nothing_and_says_so() -> None:
    wrong = ByName(QueryDict("q=" + "x" * 11))
    page = html(filter=wrong)
    assert "Club A" in page
    assert "at most 10 characters" in page
    assert "Club A" in html(filter=ByName(QueryDict("q=%00")))


def test_an_empty_list_says_why_and_has_no_filter() -> None:
    page = html([], filter=ByName(QueryDict()))
    assert "Nobody yet" in page
    assert 'href="/add/"' in page
    assert "<form" not in page
    assert "<table" not in page


def test_many_are_chosen_only_where_something_can_be_done_to_them() -> None:
    table = replace(CLUBS, tick=lambda row: TickCell(row["name"], f"Choose {row['name']}"))
    request = RequestFactory().get("/")
    bulk = Bulk((BulkButton("Remind them"),), "/remind/")
    page = render_to_string("ui/table.html", {"table": table.drawn(ROWS, QueryDict(), bulk=bulk)}, request=request)
    assert page.count('name="chosen"') == 3
    assert 'action="/remind/"' in page
    assert 'name="form_token"' in page
    plain = render_to_string("ui/table.html", {"table": table.drawn(ROWS, QueryDict())}, request=request)
    assert "chosen" not in plain
    assert "Remind them" not in plain


def test_a_cell_can_hold_a_form_of_its_own() -> None:
    cell = SendCell("Take out", "/out/", (("which", "7"),), "danger")
    page = render_to_string(cell.template, {"part": cell}, request=RequestFactory().get("/"))
    assert 'name="which"' in page
    assert 'name="form_token"' in page


def drawn(part: Any) -> str:
    return as_read(render_to_string(part.template, {"part": part}, request=RequestFactory().get("/")))


def test_a_button_may_first_say_what_will_follow() -> None:
    cell = ConfirmCell("Stop", "Nobody can book <it> then.", SendCell("Yes, stop it", "/stop/", (("which", "7"),)))
    page = drawn(Beside((ButtonCell("Open", "/c/"), cell)))
    assert page.index("Open") < page.index("Nobody can book &lt;it&gt; then.") < page.index("Yes, stop it")
    assert 'action="/stop/"' in page
    assert 'name="form_token"' in page
    assert Beside((Small("Tuesdays"), cell, LinkCell("Map", "/m/"))).plain == "Tuesdays; Map"


def test_an_address_in_a_remark_leads_there_where_this_is_wanted() -> None:
    assert 'href="https://meet.example.org/1"' in drawn(Small("At https://meet.example.org/1", links=True))
    assert "href" not in drawn(Small("At https://meet.example.org/1"))
    assert "href" not in drawn(Small("At <a name=x>the desk</a>", links=True))


def test_a_link_says_the_rest_to_those_who_cannot_see() -> None:
    assert '<span class="unseen">: Tuesday</span>' in drawn(LinkCell("Save", "/c/", ": Tuesday"))
    assert "unseen" not in drawn(LinkCell("Save", "/c/"))


def test_a_file_has_every_row_under_the_same_filter_and_starts_no_formula() -> None:
    text, count = CLUBS.csv_of(ROWS, QueryDict("sort=-hours&after=x"))
    assert count == 5
    assert text.splitlines() == [
        "Club,Hours,State",
        "Club D; <b>new</b>,4,Late",
        "Club C; <b>new</b>,3,",
        "Club B; <b>new</b>,2,",
        "Club A; <b>new</b>,1,",
        "Club =E; <b>new</b>,,",
    ]
    assert CLUBS.csv_of(ROWS, QueryDict(), filter=ByName(QueryDict("q=B")))[1] == 1
    formula = replace(CLUBS, columns=(Column("Club", lambda row: row["name"][5:]),))
    assert "'=E" in formula.csv_of(ROWS, QueryDict())[0]


def test_a_file_of_more_than_anyone_waits_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_IN_A_FILE", 4)
    with pytest.raises(TooManyForAFile, match="more than 4 rows"):
        CLUBS.csv_of(ROWS, QueryDict())


def test_who_takes_a_file_of_people_is_kept_in_the_log(rf: RequestFactory, cast: Cast) -> None:
    request = rf.get("/", {"file": "csv"})
    request.user = cast.priya
    answer = csv_answer(request, CLUBS, ROWS)
    assert answer is not None
    assert answer["Content-Disposition"] == 'attachment; filename="clubs.csv"'
    entry = Entry.objects.get(event="list:exported")
    assert (entry.actor, entry.detail) == (cast.priya.public_id, {"list": "clubs", "rows": 5})
    csv_answer(request, replace(CLUBS, personal=False), ROWS)
    assert Entry.objects.filter(event="list:exported").count() == 1
    assert csv_answer(request, replace(CLUBS, file=""), ROWS) is None
    assert csv_answer(rf.get("/"), CLUBS, ROWS) is None


def test_a_queryset_sorts_by_fields_and_a_list_by_a_function(db: None) -> None:
    with pytest.raises(TypeError, match="over a queryset"):
        CLUBS.drawn(Organisation.objects.all(), QueryDict("sort=name"))
    by_field: Table[Any] = replace(CLUBS, columns=(Column("Club", lambda row: row["name"], sort="name"),))
    with pytest.raises(TypeError, match="over a list"):
        by_field.drawn(ROWS, QueryDict("sort=name"))


@pytest.mark.parametrize(
    ("part", "words", "plain"),
    [
        (Number(None), "–", ""),
        (Number(None, otherwise="under 5"), "under 5", "under 5"),
        (Number(1204), "1,204", 1204),
        (Number(0.5, 1), "0.5", 0.5),
        (When(None, otherwise="Not yet"), "Not yet", ""),
    ],
)
def test_a_figure_and_a_day_say_what_there_is(part: Any, words: str, plain: object) -> None:
    assert (part.words, part.plain) == (words, plain)
