"""What someone may know about their own account."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession

from onemm.people.models import Person
from onemm.people.roles import Role

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android phone or tablet"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class HeldRole:
    """A role and where it is held; `place` is empty for one that is held everywhere or nowhere in particular."""

    name: str
    place: str
    since: datetime


@dataclass(frozen=True)
class SignedIn:
    """One place where someone is signed in. `device` is said in words, as far as the browser tells it."""

    number: int
    device: str
    address: str
    since: datetime
    is_here: bool


def roles_of(person: Person) -> tuple[HeldRole, ...]:
    """Return the roles someone holds today. One query."""
    grants = person.grants.held().select_related("organisation", "area").order_by("granted_at", "pk")
    return tuple(
        HeldRole(
            Role(grant.role).label,
            grant.organisation.name if grant.organisation else grant.area.name if grant.area else "",
            grant.granted_at,
        )
        for grant in grants
    )


def sessions_of(person: Person, *, here: str) -> tuple[SignedIn, ...]:
    """Return where someone is signed in, this one first and then the newest; what has run out is left out."""
    alive = [session for session in UserSession.objects.filter(user=person).order_by("-created_at") if session.exists()]
    places = [
        SignedIn(
            session.pk,
            device_in(session.user_agent),
            str(session.ip),
            session.created_at,
            session.session_key == here,
        )
        for session in alive
    ]
    return tuple(sorted(places, key=lambda place: not place.is_here))


def device_in(user_agent: str) -> str:
    """Say in words what a browser calls itself: `Firefox on Windows`."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    device = next((name for sign, name in DEVICES if sign in user_agent), "")
    return f"{browser or 'A browser'} on {device}" if device else browser or "A browser that does not say what it is"
