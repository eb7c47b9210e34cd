from pathlib import Path

import pytest

from onemm.audit.models import Entry
from onemm.lib.refusals import UnreadableTable
from onemm.places.actions import import_schools
from onemm.places.models import School

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "schools_england_2017.csv"
"""The real register, when it lies beside the project; it is not committed."""
HEADING = "URN,Establishment name,Street,Town,Postcode,Statutory lowest age,Statutory highest age,Establishment status"
GOOD = "100001,City School,1 High Street,London,EC2Y 8BB,11,18,Open"


def register(*lines: str, heading: str = HEADING) -> bytes:
    return "\r\n".join([heading, *lines]).encode("cp1252")


def test_a_register_is_read_and_a_second_run_changes_nothing(db: None) -> None:
    content = register(GOOD, "100002,Café School,,Oldham,ol11ul,4,11,Closed")
    first = import_schools(content=content, by=None)
    assert first.counts() == {"read": 2, "added": 2, "changed": 0, "unchanged": 0, "refused": 0}
    second = import_schools(content=content, by=None)
    assert second.counts() == {"read": 2, "added": 0, "changed": 0, "unchanged": 2, "refused": 0}
    school = School.objects.get(pk=100002)
    assert (school.name, school.postcode, school.status, school.highest_age) == ("Café School", "OL1 1UL", "Closed", 11)
    assert school.latitude is not None
    assert Entry.objects.filter(event="register:imported").count() == 2


def test_a_line_that_differs_is_changed(db: None) -> None:
    import_schools(content=register(GOOD), by=None)
    report = import_schools(content=register(GOOD.replace("Open", "Closed")), by=None)
    assert report.changed == 1
    assert School.objects.get().status == "Closed"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("x,Name,,,OL1 1UL,11,18,Open", "URN"),
        (",Name,,,OL1 1UL,11,18,Open", "URN"),
        ("99999999999,Name,,,OL1 1UL,11,18,Open", "URN"),
        ("100003,,,,OL1 1UL,11,18,Open", "no name"),
        ("100003,Name,,,,11,18,Open", "no postcode"),
        ("100003,Name,,,not one,11,18,Open", "not one"),
        ("100003,Name,,,OL1,11,18,Open", "not whole"),
        ("100003,Name,,,OL1 1UL,eleven,18,Open", "eleven"),
        ("100001,Name,,,OL1 1UL,11,18,Open", "row 2 too"),
    ],
)
def test_a_bad_line_is_refused_with_its_row_and_the_reason_and_the_rest_is_kept(db: None, line: str, why: str) -> None:
    report = import_schools(content=register(GOOD, line), by=None)
    assert (report.read, report.added, report.refused) == (2, 1, 1)
    assert report.reasons[0][0] == 3
    assert why in report.reasons[0][1]


def test_todays_headings_are_understood(db: None) -> None:
    heading = (
        "URN,LA (name),EstablishmentName,StatutoryLowAge,StatutoryHighAge,EstablishmentStatus (name),PhaseOfEducation "
        "(name),Postcode,GOR (name)"
    )
    import_schools(
        content=register(
            '100009,Oldham,"Park, The",11,16,"Open, but proposed to close",Secondary,OL4 1AA,North West',
            heading=heading,
        ),
        by=None,
    )
    school = School.objects.get()
    assert (school.name, school.local_authority, school.phase, school.region) == (
        "Park, The",
        "Oldham",
        "Secondary",
        "North West",
    )
    assert School.objects.with_young_people().exists()


def test_a_list_without_states_and_ages_is_a_list_of_open_schools(db: None) -> None:
    import_schools(content=register("100009,Park,OL4 1AA", heading="URN,Establishment name,Postcode"), by=None)
    school = School.objects.get()
    assert (school.status, school.highest_age) == ("Open", None)


def test_a_place_that_nobody_knows_is_kept_without_a_point(db: None) -> None:
    import_schools(content=register(GOOD.replace("EC2Y 8BB", "BT1 5GS")), by=None)
    assert School.objects.get().latitude is None


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"URN,Establishment name\n1,2"])
def test_a_file_that_is_no_register_is_refused_whole(db: None, content: bytes) -> None:
    with pytest.raises(UnreadableTable):
        import_schools(content=content, by=None)
    assert not School.objects.exists()


def test_progress_counts_what_is_written(db: None) -> None:
    seen: list[tuple[int, int]] = []
    lines = [GOOD.replace("100001", str(200000 + number)) for number in range(1200)]
    import_schools(content=register(*lines), by=None, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(500, 1200), (1000, 1200), (1200, 1200)]


@pytest.mark.skipif(not REAL.exists(), reason="the shared data is not on this machine")
def test_the_real_register_is_read_in_few_queries(db: None, django_assert_max_num_queries: object) -> None:
    # Django gives SQLite at most 999 values a statement, which is 62 schools: 98 statements for 6,022 of them.
    with django_assert_max_num_queries(130):  # type: ignore[operator]  # the fixture has no public type
        report = import_schools(path=REAL, by=None)
    assert report.counts() == {"read": 6022, "added": 6022, "changed": 0, "unchanged": 0, "refused": 0}
    assert School.objects.with_young_people().count() == 2140
    assert import_schools(path=str(REAL), by=None).unchanged == 6022
