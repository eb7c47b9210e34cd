"""A partner's places: those that are theirs, and the search of the register for one more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.people.access import Scope
from onemm.places.models import Organisation, Programme, Site
from onemm.places.queries import SchoolFound, SchoolsFound
from onemm.portals.partner.forms.places import SchoolSearch, SiteByHand
from onemm.web.cells import Part, Small, Tag, Text
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table
from onemm.web.templatetags.ui_figures import miles

FIND = "Find your school"
YOURS = "Your places"
BY_HAND = "Add a place by hand"
OFF_THE_LIST = "Youth groups, and schools outside England, are not on the list: add your place by hand."
CROW_FLIES = "Distances are as the crow flies, between the middles of postcodes or postcode districts."


@dataclass(frozen=True)
class Header:
    """What the page is about; with `has_add`, its own button adds a place by hand."""

    title: str
    lede: str
    back: str = ""
    has_add: bool = False


@dataclass(frozen=True)
class Schools:
    """What a search brought, with what should be known about it."""

    table: DrawnTable
    notes: tuple[str, ...]
    has_any: bool


@dataclass(frozen=True, kw_only=True)
class PlacesPage:
    """The places, and the search. `first` says that a programme comes next, where there is a place and no programme."""

    header: Header | None
    first: str
    sites: DrawnTable | None
    search: SchoolSearch
    search_heading: str
    schools: Schools | None
    is_new: bool
    add_url: str
    open_url: str


@dataclass(frozen=True)
class AddPlacePage:
    """A place that is on no register."""

    back_url: str
    form: SiteByHand


@dataclass(frozen=True)
class ClaimCell:
    """The button that claims a school; with several partners, for which of them."""

    school: str
    url: str
    urn: int
    partners: tuple[tuple[str, str], ...]
    template: ClassVar[str] = "partner/places/_claim.html"

    @property
    def only(self) -> str:
        """The partner, where there is nothing to choose."""
        return self.partners[0][0] if len(self.partners) == 1 else ""

    @property
    def plain(self) -> str:
        return ""


def places_page(
    scope: Scope, partners: Sequence[Organisation], search: SchoolSearch, found: SchoolsFound | None, address: QueryDict
) -> PlacesPage:
    """Return the places within a scope; while someone searches, what was found instead."""
    sites = sites_in(scope)
    count = 0 if found else sites.count()
    has_programmes = not found and Programme.objects.open().visible_to(scope).exists()
    return PlacesPage(
        header=_header(is_search=found is not None, count=count, has_programmes=has_programmes),
        first=first_words(count) if count and not has_programmes else "",
        sites=replace(SITES, caption_unseen=has_programmes).drawn(sites, address) if count else None,
        search=search,
        search_heading="" if found else "Add another school" if count else "Search the list of schools",
        schools=_schools(found, partners) if found else None,
        is_new=found is None and not count,
        add_url=reverse("partner:add_place"),
        open_url=reverse("partner:open_programme"),
    )


def add_place_page(form: SiteByHand) -> AddPlacePage:
    return AddPlacePage(reverse("partner:places"), form)


def sites_in(scope: Scope) -> QuerySet[Site]:
    return Site.objects.visible_to(scope).select_related("organisation", "school")


def first_words(count: int) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"You have {places}. A programme says when pairs meet there, and how many mentors you would like."


def _header(*, is_search: bool, count: int, has_programmes: bool) -> Header | None:
    if is_search:
        lede = "Claim it, and it becomes a place where mentoring can happen."
        return Header(FIND, lede, back=reverse("partner:places"))
    if not count:
        lede = "Claim it from the government’s list, and it becomes a place where mentoring can happen."
        return Header(FIND, lede)
    if has_programmes:
        return Header(YOURS, "Where your pairs can meet. Each programme runs at one of them.", has_add=True)
    return None


def _schools(found: SchoolsFound, partners: Sequence[Organisation]) -> Schools:
    table = _table(found.near, partners).drawn(found.schools, {})
    notes = []
    if found.are_more:
        many = len(found.schools)
        notes.append(f"These are the first {many}. Add the town, or a whole postcode, to see fewer.")
    if found.near and found.schools:
        notes.append(CROW_FLIES)
    return Schools(table, tuple(notes), bool(found.schools))


def _table(near: str, partners: Sequence[Organisation]) -> Table[SchoolFound]:
    distance = (Column("Distance", _distance),) if near else ()
    own = {partner.pk for partner in partners}
    choices = tuple((partner.public_id, partner.name) for partner in partners)
    return Table(
        caption=f"Schools near {near}" if near else "Schools with these words",
        noun="",
        columns=(
            Column("School", lambda line: (Text(line.school.name), Small(line.school.kind))),
            Column("Where", _where),
            Column("Ages", _ages),
            *distance,
            Column("Claim", lambda line: _claim(line, own, choices), unseen=True, kind="do"),
        ),
        empty=Empty(title="No school found", text=_nothing(near), label=BY_HAND, url=reverse("partner:add_place")),
    )


def _nothing(near: str) -> str:
    if near:
        return f"The list has no open school near {near} that teaches pupils of 16 or over. {OFF_THE_LIST}"
    words = "No open school that teaches pupils of 16 or over has all these words in its name or town."
    return f"{words} Try fewer words, or a postcode. {OFF_THE_LIST}"


def _where(line: SchoolFound) -> str:
    return f"{line.school.town or line.school.local_authority}, {line.school.postcode}"


def _ages(line: SchoolFound) -> str:
    lowest, highest = line.school.lowest_age, line.school.highest_age
    return str(highest) if lowest is None else f"{lowest} to {highest}"


def _distance(line: SchoolFound) -> str:
    return "" if line.km is None else f"about {miles(line.km)}"


def _claim(line: SchoolFound, own: set[int], partners: tuple[tuple[str, str], ...]) -> Part:
    if line.is_claimed:
        return Tag("Yours", "good") if line.school.site.organisation_id in own else Tag("Claimed already")
    url = reverse("partner:claim_school", args=[line.school.urn])
    return ClaimCell(line.school.name, url, line.school.urn, partners)


SITES: Table[Site] = Table(
    caption=YOURS,
    noun="",
    order=("name",),
    columns=(
        Column("Place", lambda site: site.name),
        Column("Postcode", lambda site: site.postcode),
        Column("Partner", lambda site: site.organisation.name),
        Column(
            "From the list of schools",
            lambda site: f"Yes, number {site.school_id}" if site.school_id else "No, added by hand",
        ),
    ),
    empty=Empty(title="You have no places yet", text="Search for your school, and press Claim."),
)
