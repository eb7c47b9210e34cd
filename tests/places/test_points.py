import re

import pytest

from onemm.lib.geo import Point, kilometres_between
from onemm.places import actions
from onemm.places.models import Area, Postcode
from onemm.places.queries import area_of, locate, points_of
from onemm.places.queries.points import outcodes
from onemm.places.rules.code_point_open import ATTRIBUTION
from onemm.places.rules.national_grid import point_of_grid

UK_POSTCODE_AREAS = set(
    re.findall(
        "[A-Z]+",
        "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK "
        "FY G GL GU HA HD HG HP "
        "HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO "
        "PR RG RH RM S SA SE SG SK "
        "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE",
    )
)


def test_the_grid_becomes_degrees_as_the_ordnance_survey_says() -> None:
    # OS guide, annex C: this reference is 52°39′27.2531″N 1°43′4.5177″E on Airy's ellipsoid, which the change of datum
    # moves to:
    point = point_of_grid(651409.903, 313177.270)
    assert kilometres_between(point, Point(52.657979, 1.716052)) < 0.01


def test_the_built_in_table_covers_great_britain_and_honestly_not_northern_ireland() -> None:
    table = outcodes()
    assert len(table) > 2850
    letters = {re.match("[A-Z]+", outcode).group() for outcode in table}  # type: ignore[union-attr]  # every outcode begins with letters
    assert letters == UK_POSTCODE_AREAS - {"BT"}
    assert all(49 < point.latitude < 61 and -9 < point.longitude < 2 for point in table.values())
    assert list(table) == sorted(table)
    assert "Open Government Licence" in ATTRIBUTION


@pytest.mark.parametrize("typed", ["OL1 1UL", "ol11ul", " Ol1-1ul ", "OL1"])
def test_a_postcode_is_found_however_it_is_typed(db: None, typed: str) -> None:
    point = locate(typed)
    assert point is not None
    assert kilometres_between(point, Point(53.5444, -2.1169)) < 2


@pytest.mark.parametrize("typed", ["", "Oldham", "BT1 5GS", "ZZ9 9ZZ"])
def test_nobody_pretends_to_know_where_an_unknown_postcode_is(db: None, typed: str) -> None:
    assert locate(typed) is None


def test_an_imported_postcode_is_better_than_the_middle_of_its_district(db: None) -> None:
    Postcode.objects.create(postcode="OL1 1UL", latitude=53.5, longitude=-2.1)
    assert locate("OL1 1UL") == Point(53.5, -2.1)
    assert locate("OL1 1UM") == outcodes()["OL1"]
    assert set(points_of(["OL1 1UL", "M1", "BT1 1AA"])) == {"OL1 1UL", "M1"}


def test_the_areas_divide_the_whole_country_and_nothing_twice(db: None) -> None:
    assert actions.load_areas() == Area.objects.count() == 23
    letters = [letters for area in Area.objects.all() for letters in area.postcode_areas]
    assert len(letters) == len(set(letters))
    assert set(letters) == UK_POSTCODE_AREAS
    assert {"Greater Manchester", "West Midlands", "Cardiff and the Valleys", "London"} <= {
        str(area) for area in Area.objects.all()
    }


def test_loading_the_areas_again_changes_nothing_and_mends_what_was_changed(db: None) -> None:
    actions.load_areas()
    assert actions.load_areas() == 0
    Area.objects.filter(slug="london").update(postcode_areas=["SE"])
    assert actions.load_areas() == 1
    assert "EC" in Area.objects.get(slug="london").postcode_areas


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("m1 1aa", "greater-manchester"), ("ME1 1AA", "south-east"), ("BT1", "northern-ireland"), ("CF10 1AA", "cardiff")],
)
def test_a_postcode_is_in_one_area(db: None, typed: str, slug: str) -> None:
    actions.load_areas()
    area = area_of(typed)
    assert area is not None
    assert area.slug == slug


def test_a_postcode_of_no_area_is_in_none(db: None) -> None:
    actions.load_areas()
    assert area_of("GY1 1AA") is None
    assert area_of("somewhere") is None
