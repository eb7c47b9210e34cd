"""Certificates: the list, and one that may be revoked."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from onemm.learning.models import Credential
from onemm.web.cells import LinkCell, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.forms import Form
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class CredentialsPage:
    """The newest certificates first."""

    lede: str
    table: DrawnTable


@dataclass(frozen=True)
class CredentialPage:
    """One certificate; the form stands there while it is valid."""

    name: str
    course: str
    back: str
    issued: str
    state: Tag
    since: str
    why: str
    form: Form | None


def credentials_page(rows: QuerySet[Credential], asked: Filter, address: QueryDict) -> CredentialsPage:
    lede = "What mentors can show for a course. Revoke one when it should no longer be relied on."
    return CredentialsPage(lede, CREDENTIALS.drawn(rows, address, filter=asked))


def credential_page(credential: Credential, form: Form) -> CredentialPage:
    revoker = credential.revoked_by.full_name if credential.revoked_by else ""
    issued = When(credential.issued_at).words
    return CredentialPage(
        name=credential.person.full_name,
        course=credential.course_title,
        back=reverse("staff:credentials"),
        issued=f"{issued}, version {credential.version}, {credential.minutes} minutes",
        state=Tag.of(credential.standing),
        since="" if credential.is_valid else f"on {When(credential.revoked_at).words} by {revoker}",
        why="" if credential.is_valid else credential.revoked_why,
        form=form if credential.is_valid else None,
    )


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
