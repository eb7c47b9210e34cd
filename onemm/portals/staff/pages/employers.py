"""The list of employers."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.places.models import Organisation
from onemm.web.cells import LinkCell, Part, Small, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class EmployersPage:
    """Those where nobody leads stand on top."""

    table: DrawnTable


def employers_page(rows: QuerySet[Organisation], asked: Filter, address: QueryDict) -> EmployersPage:
    return EmployersPage(EMPLOYERS.drawn(rows, address, filter=asked))


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
        Column("Area", lambda employer: employer.area.name if employer.area else "Not known"),
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
