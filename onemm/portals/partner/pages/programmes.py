"""A partner's programmes: each one run of mentoring at one of its places."""

from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value
from django.db.models import When as WhenRows
from django.http import QueryDict
from django.urls import reverse

from onemm.people.access import Scope
from onemm.places.models import Programme
from onemm.portals.partner.forms.places import NewProgramme
from onemm.portals.partner.pages.places import FIND, sites_in
from onemm.web.cells import LinkCell, Part, Small, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.next_step import Button, Panel
from onemm.web.tables import Column, Table

OPEN_ONE = "Open a programme"


@dataclass(frozen=True)
class ProgrammesPage:
    """Every programme, those that are open on top. Without one, `first` says what comes first."""

    first: Panel | None
    table: DrawnTable
    open_url: str
    places_url: str


@dataclass(frozen=True, kw_only=True)
class ProgrammePage:
    """One programme: what was asked for, and while it is open, what may be done."""

    name: str
    site: str
    back_url: str
    state: Tag
    closed: str
    facts: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...]
    close_url: str


@dataclass(frozen=True)
class OpenPage:
    """Opening a programme."""

    back_url: str
    form: NewProgramme


def programmes_page(scope: Scope, address: QueryDict) -> ProgrammesPage:
    table = PROGRAMMES.drawn(_open_first(scope), address)
    return ProgrammesPage(
        first=None if table.rows else _first(has_places=sites_in(scope).exists()),
        table=table,
        open_url=reverse("partner:open_programme"),
        places_url=reverse("partner:places"),
    )


def programme_page(programme: Programme) -> ProgrammePage:
    at, is_open = [programme.public_id], programme.closed_at is None
    closed = f"It was closed on {When(programme.closed_at).words}. No more young people can join it."
    return ProgrammePage(
        name=programme.name,
        site=programme.site.name,
        back_url=reverse("partner:programmes"),
        state=Tag.of(programme.standing),
        closed="" if is_open else closed,
        facts=facts_of(programme),
        buttons=_buttons(programme) if is_open else (),
        close_url=reverse("partner:close_programme", args=at) if is_open else "",
    )


def open_page(form: NewProgramme) -> OpenPage:
    return OpenPage(reverse("partner:programmes"), form)


def facts_of(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Return what was asked for."""
    return (
        ("Mentors wanted", str(programme.places_wanted)),
        ("First and last day", _days(programme)),
        ("Place", f"{programme.site.name}, {programme.site.postcode}"),
        ("How pairs meet", programme.get_channel_display()),
        ("Ages", _ages(programme)),
        ("Staff nearby", "Yes, always" if programme.supervised else "No, not always"),
        ("Partner", programme.organisation.name),
    )


def _open_first(scope: Scope) -> QuerySet[Programme]:
    closed = Case(WhenRows(closed_at=None, then=Value(0)), default=Value(1))
    return Programme.objects.visible_to(scope).select_related("site", "organisation").annotate(closed=closed)


def _first(*, has_places: bool) -> Panel:
    if has_places:
        words = "Say when pairs meet, for which ages, and how many mentors you would like. It takes about two minutes."
        button = Button(OPEN_ONE, reverse("partner:open_programme"))
    else:
        words = (
            "First say where mentoring happens: claim your school from the government’s list, or add your place. Then "
            "open a programme there."
        )
        button = Button(FIND, reverse("partner:places"))
    return Panel("Open your first programme", words, (button,))


def _buttons(programme: Programme) -> tuple[Button, ...]:
    return (
        Button("Add young people", reverse("partner:young_people")),
        Button("Run matching", reverse("partner:rounds"), kind="quiet"),
        Button("What matters", reverse("partner:weights", args=[programme.public_id]), kind="quiet"),
    )


def _name(programme: Programme) -> tuple[Part, ...]:
    link = LinkCell(programme.name, reverse("partner:programme", args=[programme.public_id]))
    return link, Small(programme.site.name)


def _days(programme: Programme) -> str:
    return f"{When(programme.starts_on).words} to {When(programme.ends_on).words}"


def _ages(programme: Programme) -> str:
    return f"{programme.youngest} to {programme.oldest}"


PROGRAMMES: Table[Programme] = Table(
    caption="All your programmes",
    noun="",
    order=("closed", "closed_at", "-starts_on", "name"),
    columns=(
        Column("Programme", _name),
        Column("When", _days),
        Column("How pairs meet", lambda programme: programme.get_channel_display()),
        Column("Ages", _ages),
        Column("Mentors wanted", lambda programme: programme.places_wanted, number=True),
        Column("State", lambda programme: Tag.of(programme.standing)),
    ),
    empty=Empty(title="No programme yet", text="Open one at one of your places."),
)
