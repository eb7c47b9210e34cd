import random

import pytest

from onemm.lib.geo import Point, kilometres_between
from onemm.places.models import Site
from onemm.places.queries import locate, schools_matching, sites_near
from tests.cast import Cast
from tests.factories.places import a_school

OLDHAM = Point(53.5409, -2.1114)


def scatter(cast: Cast, number: int) -> list[Site]:
    chance = random.Random(7)
    return Site.objects.bulk_create(
        Site(
            organisation=cast.partner,
            name=f"Place {at}",
            postcode="OL1 1UL",
            latitude=chance.uniform(52.5, 54.5),
            longitude=chance.uniform(-3.5, -1),
        )
        for at in range(number)
    )


@pytest.mark.parametrize(("km", "limit"), [(1, 5), (10, 5), (60, 5), (60, 500), (500, 7)])
def test_what_is_near_is_what_a_walk_through_every_row_finds(cast: Cast, km: float, limit: int) -> None:
    sites = scatter(cast, 400)
    every = sorted((kilometres_between(OLDHAM, site.point), site.pk) for site in sites)
    expected = [pk for away, pk in every if away <= km][:limit]
    found = sites_near(OLDHAM, km, limit)
    assert [near.site.pk for near in found] == expected
    assert all(near.km <= km for near in found)


def test_what_is_near_costs_few_queries_however_far_it_looks(cast: Cast, django_assert_max_num_queries: object) -> None:
    scatter(cast, 50)
    with django_assert_max_num_queries(6):  # type: ignore[operator]  # the fixture has no public type
        names = [near.site.organisation.name for near in sites_near(OLDHAM, 80, 50)]
    assert names


def test_schools_near_a_postcode_come_nearest_first(db: None) -> None:
    far, near = a_school(latitude=53.6, longitude=-2.3), a_school()
    a_school(latitude=51.5, longitude=-0.1)
    found = schools_matching("ol1 1ul")
    assert [line.school for line in found.schools] == [near, far]
    assert found.near == "OL1 1UL"
    assert found.schools[0].km is not None
    assert found.schools[0].miles is not None
    assert found.schools[0].miles < found.schools[0].km < 2


def test_every_word_must_stand_in_the_name_or_the_place(db: None) -> None:
    wanted = a_school(name="St Mary’s College", town="Oldham")
    a_school(name="St Mary’s College", town="Leeds")
    street = a_school(name="New Academy", locality="Oldham Road", town="Oldham")
    assert [line.school for line in schools_matching("mary oldham").schools] == [wanted]
    assert [line.school for line in schools_matching("oldham").schools] == [street, wanted]
    assert schools_matching("oldham").schools[0].km is None
    assert schools_matching("oldham").schools[0].miles is None
    assert schools_matching("  ").schools == ()
    assert schools_matching("no such school").schools == ()


def test_closed_schools_and_schools_for_children_are_left_out(db: None) -> None:
    a_school(status="Closed")
    a_school(highest_age=11)
    a_school(highest_age=None)
    assert schools_matching("invented").schools == ()
    assert schools_matching("OL1 1UL").schools == ()


def test_a_postcode_that_nobody_can_place_is_looked_for_as_written(db: None) -> None:
    school = a_school(postcode="BT1 5GS", latitude=None, longitude=None)
    assert locate("BT1 1AA") is None
    found = schools_matching("BT1 1AA")
    assert [(line.school, line.km) for line in found.schools] == [(school, None)]


def test_a_long_answer_says_that_there_is_more(db: None) -> None:
    for _ in range(4):
        a_school()
    for typed in ("invented", "OL1 1UL"):
        assert len(schools_matching(typed, limit=3).schools) == 3
        assert schools_matching(typed, limit=3).are_more
        assert not schools_matching(typed, limit=4).are_more
