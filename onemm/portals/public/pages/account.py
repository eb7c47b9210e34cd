"""Coming in with a card, and everyone's own account: who they are here, and where they are signed in."""

from dataclasses import dataclass

from django.http import QueryDict

from onemm.people.models import Person
from onemm.people.queries import HeldRole, SignedIn, roles_of, sessions_of
from onemm.web.cells import Part, SendCell, Small, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

OTHERS = "others"
"""What the form sends that ends every session but this one."""
ALONE = "You are signed in here, and nowhere else that we know of."


@dataclass(frozen=True)
class CardPage:
    """Signing in with the code on a card."""

    form: Form


@dataclass(frozen=True)
class RoleLine:
    """A role, and where and since when it is held."""

    name: str
    words: str


@dataclass(frozen=True)
class YouPage:
    """Who is signed in, and by which roles."""

    name: str
    lede: str
    roles: tuple[RoleLine, ...]


@dataclass(frozen=True)
class SessionsPage:
    """Where someone is signed in, or that we know of nothing; `others` ends all the rest, where there is a rest."""

    table: DrawnTable | None
    alone: str
    others: str
    lede: str = "Something here that is not yours? End it, then change your password."


def you_page(person: Person) -> YouPage:
    return YouPage(
        name=person.full_name,
        lede=person.email or "You sign in with a card from your school or youth group.",
        roles=tuple(RoleLine(role.name, _held(role)) for role in roles_of(person)),
    )


def sessions_page(person: Person, *, here: str, address: QueryDict) -> SessionsPage:
    sessions = sessions_of(person, here=here)
    return SessionsPage(
        table=SESSIONS.drawn(sessions, address) if sessions else None,
        alone="" if sessions else ALONE,
        others=OTHERS if len(sessions) > 1 else "",
    )


def _held(role: HeldRole) -> str:
    since = f"since {When(role.since).words}"
    return f"{role.place}, {since}" if role.place else since


def _device(session: SignedIn) -> tuple[Part, ...]:
    return (Text(session.device), Small("This device")) if session.is_here else (Text(session.device),)


def _end(session: SignedIn) -> Part:
    if session.is_here:
        return Text("")
    return SendCell("Sign out", values=(("end", str(session.number)),), unseen=session.device)


SESSIONS: Table[SignedIn] = Table(
    caption="Where you are signed in",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Device", _device),
        Column("Since", lambda session: When(session.since, "j F Y, H:i")),
        Column("Network address", lambda session: session.address),
        Column("End it", _end, unseen=True, kind="do"),
    ),
    empty=Empty(title="Nowhere else", text=ALONE),
)
