"""Who holds a role at an organisation, and the button that ends it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from onemm.people.models import RoleGrant
from onemm.places.models import Organisation
from onemm.web.cells import ConfirmCell, SendCell, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class PeoplePart:
    """Who holds the role, and the form that invites another."""

    table: DrawnTable | None
    title: str
    words: str
    form: Form


def holders_table(
    place: Organisation, grants: Sequence[RoleGrant], address: QueryDict, *, caption: str, end: str
) -> DrawnTable | None:
    """Return those who hold the role there; `end` is the name of the route that ends it. Nobody: no table."""

    def end_role(grant: RoleGrant) -> ConfirmCell:
        url = reverse(end, args=[place.public_id, grant.person.public_id])
        words = f"{grant.person.first_name} can no longer see or do anything at {place.name}, from now on."
        return ConfirmCell("End the role", words, SendCell("Yes, end it", url, kind="danger"))

    table: Table[RoleGrant] = Table(
        caption=caption,
        noun="",
        columns=(
            Column("Name", lambda grant: grant.person.full_name),
            Column("E-mail", lambda grant: grant.person.email),
            Column("Since", lambda grant: When(grant.granted_at)),
            Column("Signed in", lambda grant: When(grant.person.last_login, "ago", otherwise="Not yet")),
            Column("End the role", end_role, unseen=True, kind="do"),
        ),
        tone=lambda grant: "" if grant.person.last_login else "wait",
        empty=Empty(title="Nobody yet", text="Those who hold the role stand here."),
    )
    return table.drawn(grants, address) if grants else None
