"""Tables come in any encoding offices produce, and leave without formulas."""

import pytest

from onemm.lib.refusals import UnreadableTable
from onemm.lib.tables import LARGEST, ImportReport, read_csv, write_csv

TEXT = "Reference,First name\nA1,Siân\nA2,Łucja\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(encoding: str) -> None:
    rows = list(read_csv(TEXT.encode(encoding), needs=["reference", "first_name"]))
    assert [(row.number, row.cells["first_name"]) for row in rows] == [(2, "Siân"), (3, "Łucja")]


def test_windows_1252_is_read() -> None:
    rows = list(read_csv("reference,first_name\nA1,Siân\n".encode("cp1252"), needs=["reference", "first_name"]))
    assert rows[0].cells["first_name"] == "Siân"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_is_found(separator: str) -> None:
    rows = list(read_csv(TEXT.replace(",", separator).encode(), needs=["reference", "first_name"]))
    assert len(rows) == 2


def test_headings_match_whatever_their_case_and_spaces() -> None:
    rows = list(read_csv(b"FIRST_NAME , Ref-erence\nTheo,A1\n", needs=["reference", "first name"]))
    assert rows[0].cells == {"reference": "A1", "first name": "Theo"}


def test_other_columns_are_left_out_and_optional_ones_kept_when_there() -> None:
    rows = list(read_csv(b"a,b,c\n1,2,3\n4\n\n", needs=["a"], may_have=["c", "d"]))
    assert [row.cells for row in rows] == [{"a": "1", "c": "3"}, {"a": "4", "c": ""}]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"name\nTheo\n", "Missing: reference"),
        (b"PK\x03\x04\x00\x00binary", "not a text file"),
        (b"reference\n" + b"x" * LARGEST, "larger than"),
        (b'reference\n"' + b"x" * 200_000, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableTable, match=why):
        list(read_csv(content, needs=["reference"]))


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@sum", "\tx", "＝1"])
def test_no_cell_can_start_a_formula(cell: str) -> None:
    assert f"'{cell}" in write_csv(["a"], [[cell]])


def test_numbers_stay_numbers() -> None:
    assert write_csv(["a", "b"], [[-2, None]]) == "a,b\r\n-2,\r\n"


def test_a_report_adds_up() -> None:
    report = ImportReport(read=2, added=1)
    report.refuse(3, "no name")
    assert report.counts() == {"read": 2, "added": 1, "changed": 0, "unchanged": 0, "refused": 1}
    assert report.reasons == [(3, "no name")]
