"""An employer's own page: how many of its people take part, its staff link, and the names of those who offered theirs.

Nothing on it has a clock, so it reads nothing from the worklist.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from onemm.outreach.models import Campaign
from onemm.places.models import Organisation
from onemm.reporting.employers import employers_view
from onemm.web.next_step import Button, Panel
from onemm.web.qr import drawing_of


@dataclass(frozen=True)
class EmployerCard:
    """One employer that someone leads mentoring at."""

    name: str
    url: str


@dataclass(frozen=True)
class EmployersPage:
    """Where someone leads at several."""

    employers: tuple[EmployerCard, ...]


@dataclass(frozen=True)
class StaffLink:
    """The link for everyone who works there, as an address, a drawing and a code word."""

    address: str
    qr: str
    code_word: str


@dataclass(frozen=True)
class PlacePage:
    """One employer. While nobody has been asked, the page opens with asking."""

    name: str
    first: Panel | None
    invite: str
    letters: str
    letters_accepted: str
    steps: tuple[tuple[str, str], ...]
    hours: str
    names: tuple[str, ...]
    link: StaffLink | None
    make_link: str


def employers_page(employers: Sequence[Organisation]) -> EmployersPage:
    return EmployersPage(
        tuple(
            EmployerCard(employer.name, reverse("employer:place", args=[employer.public_id])) for employer in employers
        )
    )


def place_page(employer: Organisation) -> PlacePage:
    view = employers_view(employer)
    campaign = Campaign.objects.staff_links().filter(employer=employer).first()
    invite = reverse("employer:invite", args=[employer.public_id])
    return PlacePage(
        name=employer.name,
        first=None if view.letters or campaign is not None else _ask(employer.name, invite),
        invite=invite,
        letters=str(view.letters),
        letters_accepted=f"{view.letters_accepted} said “tell me more”",
        steps=view.steps,
        hours=view.hours,
        names=view.names,
        link=_staff_link(campaign) if campaign is not None else None,
        make_link=reverse("employer:staff_link", args=[employer.public_id]),
    )


def _ask(name: str, invite: str) -> Panel:
    words = (
        "Send us a list of addresses, and each gets one letter with a link. Nobody is signed up by it: each decides, "
        "answers four questions, and is checked like everybody else."
    )
    return Panel("Ask your people", words, (Button("Invite by letter", invite),), eyebrow=name)


def _staff_link(campaign: Campaign) -> StaffLink:
    address = f"{settings.ADDRESS.rstrip('/')}{reverse('public:from_campaign', args=[campaign.slug])}"
    return StaffLink(address, drawing_of(f"{address}?by=qr"), campaign.code_word)
