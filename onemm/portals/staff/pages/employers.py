"""Employers: the list, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.people.models import RoleGrant
from onemm.places.models import Organisation
from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.holders import PeoplePart, holders_table
from onemm.portals.staff.pages.notices import Notice
from onemm.reporting.employers import EmployersView
from onemm.web.cells import LinkCell, Part, Small, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.forms import Form
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class EmployersPage:
    """Those where nobody leads stand on top."""

    add_url: str
    table: DrawnTable


@dataclass(frozen=True)
class EmployerPage:
    """One employer: who leads mentoring there, and how many of its people take part."""

    name: str
    area: str
    back: str
    notice: Notice | None
    people: PeoplePart
    steps: tuple[str, ...]


def employers_page(rows: QuerySet[Organisation], asked: Filter, address: QueryDict) -> EmployersPage:
    return EmployersPage(reverse("staff:add_employer"), EMPLOYERS.drawn(rows, address, filter=asked))


def add_page(form: Form) -> FormPage:
    return FormPage(
        title="Add an employer",
        lede="An organisation whose people mentor. Next, you invite whoever leads mentoring there.",
        back=reverse("staff:employers"),
        back_label="Employers",
        form=form,
        button="Add this employer",
    )


def employer_page(
    employer: Organisation, leads: Sequence[RoleGrant], view: EmployersView, form: Form, address: QueryDict
) -> EmployerPage:
    words = (
        "Nobody can invite this employer’s people, or make their staff link, until somebody does. Invite them below."
    )
    return EmployerPage(
        name=employer.name,
        area=employer.area.name if employer.area else "",
        back=reverse("staff:employers"),
        notice=None if leads else Notice("Nobody leads mentoring here", (words,), tone="late"),
        people=PeoplePart(
            table=holders_table(
                employer, leads, address, caption="Who leads mentoring here", end="staff:end_employer_lead"
            ),
            title="Invite somebody to lead",
            words="They get a letter that says how to sign in, with a code and a second step. They see how many of "
            "their people take part, and a name only where its owner shows it. Inviting somebody again sends the "
            "letter again.",
            form=form,
        ),
        steps=tuple(f"{label}: {people}" for label, people in view.steps),
    )


def area_name(place: Any) -> str:
    """Return the area of an organisation, or of someone who asks for one."""
    return place.area.name if place.area else "Not known"


def _name(employer: Any) -> tuple[Part, ...]:
    link = LinkCell(employer.name, reverse("staff:employer", args=[employer.public_id]))
    return (link,) if employer.holders else (link, Small("Nobody leads mentoring here"))


EMPLOYERS: Table[Any] = Table(
    caption="Your employers",
    caption_unseen=True,
    noun="employers",
    order=("holders", "name"),
    columns=(
        Column("Employer", _name, in_file=lambda employer: employer.name),
        Column("Area", area_name),
        Column("Leads", lambda employer: employer.holders, number=True),
        Column("Here since", lambda employer: When(employer.created_at)),
    ),
    tone=lambda employer: "" if employer.holders else "late",
    empty=Empty(
        title="There are no employers yet",
        text="Add the first, then invite whoever leads mentoring among its people.",
    ),
    none_found=Empty(title="No employer has this in its name", text="Try fewer letters, or clear the search."),
    file="employers",
    personal=False,
)
"""Each row is an organisation with `.holders`."""
