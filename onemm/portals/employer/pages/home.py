"""An employer's own page: how far its people have come, its staff link, and the names of those who offered theirs."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from onemm.outreach.models import Campaign
from onemm.places.models import Organisation
from onemm.reporting.employers import EmployersView, employers_view
from onemm.web.cells import Part, Small, Text
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.qr import drawing_of
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class EmployerCard:
    """One of the employers at which the reader leads mentoring."""

    name: str
    url: str


@dataclass(frozen=True)
class EmployersPage:
    """Several to choose from, or none."""

    employers: tuple[EmployerCard, ...]


@dataclass(frozen=True)
class StepRow:
    """How many came so far, as it may be told."""

    step: str
    small: str
    count: str


@dataclass(frozen=True)
class StaffLink:
    """The address to put where people look, with its drawing and its code word."""

    address: str
    drawing: str
    code_word: str


@dataclass(frozen=True, kw_only=True)
class PlacePage:
    """One employer. With neither a letter nor a link, inviting people is the first thing to do."""

    employer: str
    is_new: bool
    invite_url: str
    steps: DrawnTable
    names: tuple[str, ...]
    link: StaffLink | None
    make_link_url: str


def employers_page(employers: Iterable[Organisation]) -> EmployersPage:
    return EmployersPage(
        tuple(EmployerCard(each.name, reverse("employer:place", args=[each.public_id])) for each in employers)
    )


def place_page(employer: Organisation) -> PlacePage:
    link = Campaign.objects.staff_links().filter(employer=employer).first()
    view, at = employers_view(employer), [employer.public_id]
    return PlacePage(
        employer=employer.name,
        is_new=not view.letters and link is None,
        invite_url=reverse("employer:invite", args=at),
        steps=STEPS.drawn(_steps(view), {}),
        names=view.names,
        link=_link(link) if link else None,
        make_link_url=reverse("employer:staff_link", args=at),
    )


def _link(link: Campaign) -> StaffLink:
    address = f"{settings.ADDRESS.rstrip('/')}{reverse('public:from_campaign', args=[link.slug])}"
    return StaffLink(address, drawing_of(f"{address}?by=qr"), link.code_word)


def _steps(view: EmployersView) -> list[StepRow]:
    return [
        StepRow("Letters sent", f"{view.letters_accepted} said “tell me more”", str(view.letters)),
        *(StepRow(step, "", count) for step, count in view.steps),
        StepRow("Hours given to young people", "", view.hours),
    ]


def _step(row: StepRow) -> tuple[Part, ...]:
    return (Text(row.step), Small(row.small)) if row.small else (Text(row.step),)


STEPS: Table[StepRow] = Table(
    caption="How far your people have come",
    caption_unseen=True,
    noun="",
    columns=(Column("Step", _step), Column("People", lambda row: row.count, number=True)),
    empty=Empty(title="Nobody yet", text="Invite your people, or make your staff link."),
)
