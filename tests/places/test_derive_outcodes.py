import csv
import zipfile
from pathlib import Path

from onemm.places.queries.points import OUTCODES
from tools.derive_outcodes import write_table

LINES = {
    "ol.csv": [
        '"OL1 1UL",10,392577,405143,"","","","","",""',
        '"OL1 1UM",10,392600,405200,"","","","","",""',
        '"OL1 9ZZ",10,10000,900000,"","","","","",""',
    ],
    "m.csv": ['"M1  1AA",10,384690,398330,"","","","","",""', '"M99 9AA",90,0,0,"","","","","",""'],
}


def test_an_outcode_lies_in_the_middle_of_its_postcodes_whatever_one_of_them_does(tmp_path: Path) -> None:
    source = tmp_path / "codepo_gb.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for name, lines in LINES.items():
            archive.writestr(f"Data/CSV/{name}", "\n".join(lines))
    assert write_table(source, tmp_path / "outcodes.csv") == 2
    with (tmp_path / "outcodes.csv").open(encoding="ascii") as file:
        rows = {row["outcode"]: row for row in csv.DictReader(file)}
    assert list(rows) == ["M1", "OL1"]
    assert abs(float(rows["OL1"]["latitude"]) - 53.543) < 0.01


def test_the_table_we_ship_is_tidy() -> None:
    lines = OUTCODES.read_text(encoding="ascii").splitlines()
    assert lines[0] == "outcode,latitude,longitude"
    assert all(len(number.split(".")[1]) == 4 for line in lines[1:] for number in line.split(",")[1:])
