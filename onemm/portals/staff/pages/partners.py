"""Partners and those who ask to join: the list, one partner, one enquiry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.people.models import RoleGrant
from onemm.places.models import Enquiry, Organisation, Programme
from onemm.portals.staff.pages.employers import area_name
from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.holders import PeoplePart, holders_table
from onemm.portals.staff.pages.notices import Notice
from onemm.web.cells import LinkCell, Part, Small, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.forms import Form
from onemm.web.next_step import Button, Panel
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class PartnersPage:
    """Who waits longest for an answer comes first; then partners, those where nobody coordinates on top."""

    first: Panel | None
    add_url: str
    waiting: DrawnTable | None
    table: DrawnTable
    has_add_below: bool


@dataclass(frozen=True)
class PartnerPage:
    """One partner: who coordinates there, its places and its programmes."""

    name: str
    area: str
    back: str
    notice: Notice | None
    people: PeoplePart
    places: tuple[str, ...]
    programmes: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """What we answered to someone who asked, and the partner that came of it."""

    words: str
    partner: str = ""
    url: str = ""


@dataclass(frozen=True)
class EnquiryPage:
    """Someone asks to join. The two answers stand there until one is given."""

    name: str
    back: str
    contact: str
    email: str
    postcode: str
    area: str
    when: str
    words: str
    answered: Answered | None
    accept_url: str
    decline_url: str
    form: Form


def partners_page(
    rows: QuerySet[Organisation], asked: Filter, waiting: Sequence[Enquiry], address: QueryDict
) -> PartnersPage:
    """Return the list. Each row is an organisation with `.holders`, `.places` and `.running`."""
    table = PARTNERS.drawn(rows, address, filter=asked)
    return PartnersPage(
        first=_first(waiting[0]) if waiting else None,
        add_url=reverse("staff:add_partner"),
        waiting=WAITING.drawn(waiting, address) if len(waiting) > 1 else None,
        table=table,
        has_add_below=bool(waiting) or not table.rows,
    )


def add_page(form: Form) -> FormPage:
    return FormPage(
        title="Add a partner",
        lede="A school, college or youth charity that works with young people. Next, you invite a coordinator there.",
        back=reverse("staff:partners"),
        back_label="Partners",
        form=form,
        button="Add this partner",
    )


def partner_page(
    partner: Organisation, coordinators: Sequence[RoleGrant], form: Form, address: QueryDict
) -> PartnerPage:
    words = "Nothing can begin until somebody does. Invite a coordinator below."
    return PartnerPage(
        name=partner.name,
        area=partner.area.name if partner.area else "",
        back=reverse("staff:partners"),
        notice=None if coordinators else Notice("Nobody coordinates here", (words,), tone="late"),
        people=PeoplePart(
            table=holders_table(partner, coordinators, address, caption="Coordinators", end="staff:end_coordinator"),
            title="Invite a coordinator",
            words="They get a letter that says how to sign in, with a code and a second step. Inviting somebody again "
            "sends the letter again.",
            form=form,
        ),
        places=tuple(f"{site.name}, {site.postcode}" for site in partner.sites.all()),
        programmes=tuple(_programme(programme) for programme in partner.programmes.all()),
    )


def enquiry_page(enquiry: Enquiry, form: Form) -> EnquiryPage:
    return EnquiryPage(
        name=enquiry.organisation_name,
        back=reverse("staff:partners"),
        contact=enquiry.contact_name,
        email=enquiry.contact_email,
        postcode=enquiry.postcode,
        area=area_name(enquiry),
        when=f"{When(enquiry.asked_at).words}, {When(enquiry.asked_at, 'ago').words}",
        words=enquiry.words or "Nothing more was said.",
        answered=None if enquiry.is_waiting else _answered(enquiry),
        accept_url=reverse("staff:accept_enquiry", args=[enquiry.public_id]),
        decline_url=reverse("staff:decline_enquiry", args=[enquiry.public_id]),
        form=form,
    )


def _first(enquiry: Enquiry) -> Panel:
    asked = When(enquiry.asked_at, "ago").words
    words = f"{enquiry.contact_name} asked {asked}. We promise an answer within five working days."
    button = Button("Read and answer", reverse("staff:enquiry", args=[enquiry.public_id]))
    return Panel(enquiry.organisation_name, words, (button,), eyebrow="Waiting longest for an answer")


def _programme(programme: Programme) -> str:
    return f"{programme.name}: {programme.places_wanted} wanted{', closed' if programme.closed_at else ''}"


def _answered(enquiry: Enquiry) -> Answered:
    day, partner = When(enquiry.answered_at).words, enquiry.accepted_as
    if partner is None:
        return Answered(f"We said no on {day}: {enquiry.answer}")
    url = reverse("staff:partner", args=[partner.public_id])
    return Answered(f"They became a partner on {day}:", partner.name, url)


def _name(partner: Any) -> tuple[Part, ...]:
    link = LinkCell(partner.name, reverse("staff:partner", args=[partner.public_id]))
    return (link,) if partner.holders else (link, Small("Nobody coordinates here"))


def _who_asks(enquiry: Enquiry) -> tuple[Part, ...]:
    link = LinkCell(enquiry.organisation_name, reverse("staff:enquiry", args=[enquiry.public_id]))
    return link, Small(enquiry.postcode)


PARTNERS: Table[Any] = Table(
    caption="Your partners",
    noun="partners",
    order=("holders", "name"),
    columns=(
        Column("Partner", _name, in_file=lambda partner: partner.name),
        Column("Area", area_name),
        Column("Coordinators", lambda partner: partner.holders, number=True),
        Column("Places", lambda partner: partner.places, number=True),
        Column("Open programmes", lambda partner: partner.running, number=True),
    ),
    tone=lambda partner: "" if partner.holders else "late",
    empty=Empty(
        title="There are no partners yet",
        text="A partner is a school, college or youth charity. Add the first, then invite a coordinator there.",
    ),
    none_found=Empty(title="No partner has this in its name", text="Try fewer letters, or clear the search."),
    file="partners",
    personal=False,
)
WAITING: Table[Enquiry] = Table(
    caption="Asking to join",
    noun="",
    columns=(
        Column("Organisation", _who_asks),
        Column("Area", area_name),
        Column("Who asks", lambda enquiry: enquiry.contact_name),
        Column("When", lambda enquiry: When(enquiry.asked_at, "ago")),
    ),
    tone=lambda _: "wait",
    empty=Empty(title="Nobody asks to join", text="Those who do stand here until they have an answer."),
    prefix="asking",
)
