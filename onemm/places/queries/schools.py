"""The register, searched as people search: by a postcode near them, or by words of a name and a town."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Q, Value, When

from onemm.lib.geo import BadPostcode, miles, outcode_of, tidy_postcode
from onemm.places.models import School
from onemm.places.queries.nearby import nearest
from onemm.places.queries.points import locate

FARTHEST_KM = 40.0
MOST_WORDS = 8


@dataclass(frozen=True)
class SchoolFound:
    """One line of the register, how far it is if a postcode was asked for, and whether someone has claimed it."""

    school: School
    km: float | None
    is_claimed: bool

    @property
    def miles(self) -> float | None:
        return None if self.km is None else miles(self.km)


@dataclass(frozen=True)
class SchoolsFound:
    """What a search brought: the schools, the postcode they are near (if one was typed), and whether there were
    more.
    """

    schools: tuple[SchoolFound, ...]
    near: str = ""
    are_more: bool = False


def schools_matching(typed: str, *, limit: int = 50, km: float = FARTHEST_KM) -> SchoolsFound:
    """Return open schools that teach up to 16 or more: near a postcode, nearest first, or with these words in name or
    place.

    A postcode that nobody can place is looked for as written in the addresses of the register.
    """
    words = typed.split()[:MOST_WORDS]
    if not words:
        return SchoolsFound(())
    try:
        postcode = tidy_postcode(typed)
    except BadPostcode:
        return _by_words(words, limit)
    return _near(postcode, km, limit)


def _near(postcode: str, km: float, limit: int) -> SchoolsFound:
    point = locate(postcode)
    if point is None:
        return _schools_found(
            School.objects.with_young_people().filter(postcode__startswith=f"{outcode_of(postcode)} "), limit, postcode
        )
    near = nearest(School.objects.with_young_people(), point, km, limit + 1)
    schools = School.objects.select_related("site").in_bulk([urn for urn, _ in near[:limit]])
    lines = tuple(_line(schools[urn], away) for urn, away in near[:limit] if urn in schools)
    return SchoolsFound(lines, postcode, are_more=len(near) > limit)


def _by_words(words: list[str], limit: int) -> SchoolsFound:
    schools = School.objects.with_young_people()
    for word in words:
        schools = schools.filter(
            Q(name__icontains=word)
            | Q(town__icontains=word)
            | Q(locality__icontains=word)
            | Q(postcode__istartswith=word)
        )
    # Whoever types "oldham" wants Oldham's own schools before those that only stand in a street of that name.
    first = Case(
        When(name__istartswith=words[0], then=Value(0)),
        When(town__istartswith=words[0], then=Value(1)),
        default=Value(2),
    )
    return _schools_found(schools.order_by(first, "name", "urn"), limit)


def _schools_found(schools: "models.QuerySet[School]", limit: int, near: str = "") -> SchoolsFound:
    rows = list(schools.select_related("site")[: limit + 1])
    return SchoolsFound(tuple(_line(school, None) for school in rows[:limit]), near, are_more=len(rows) > limit)


def _line(school: School, km: float | None) -> SchoolFound:
    return SchoolFound(school, km, is_claimed=hasattr(school, "site"))
