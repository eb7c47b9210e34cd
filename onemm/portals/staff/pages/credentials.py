"""The list of certificates."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.learning.models import Credential
from onemm.web.cells import LinkCell, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class CredentialsPage:
    """The newest certificates first."""

    table: DrawnTable


def credentials_page(rows: QuerySet[Credential], asked: Filter, address: QueryDict) -> CredentialsPage:
    return CredentialsPage(CREDENTIALS.drawn(rows, address, filter=asked))


def _name(credential: Credential) -> LinkCell:
    return LinkCell(credential.person.full_name, reverse("staff:credential", args=[credential.public_id]))


NONE = Empty(title="No certificate of that name", text="Certificates appear here when mentors pass a course.")
CREDENTIALS: Table[Credential] = Table(
    caption="Certificates",
    caption_unseen=True,
    dense=True,
    noun="certificates",
    order=("-issued_at", "-pk"),
    columns=(
        Column("Name", _name, sort="name", by=("person__last_name", "person__first_name")),
        Column("Course", lambda credential: credential.course_title),
        Column("Issued", lambda credential: When(credential.issued_at), sort="issued", by=("issued_at",)),
        Column("State", lambda credential: Tag.of(credential.standing)),
    ),
    empty=Empty(title="No certificate yet", text=NONE.text),
    none_found=NONE,
    file="certificates",
)
