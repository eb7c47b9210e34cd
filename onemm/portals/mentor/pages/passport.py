"""A mentor's passport: what it says and how to show it, or why there is none."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from onemm.clearance.models import Passport
from onemm.clearance.queries import is_cleared
from onemm.clearance.queries.passports import is_good, passport_of, says
from onemm.learning.queries import is_trained
from onemm.people.models import Person
from onemm.portals.mentor.pages.notices import Notice
from onemm.recruitment.models import Application
from onemm.recruitment.queries import application_of
from onemm.web.cells import When
from onemm.web.qr import drawing_of


@dataclass(frozen=True)
class Shown:
    """The page that anyone with the address can see, and the address as a drawing for a camera."""

    address: str
    drawing: SafeString


@dataclass(frozen=True)
class Valid:
    """A passport that stands today; `shown` while its page is open."""

    says: tuple[tuple[str, str], ...]
    shown: Shown | None


@dataclass(frozen=True)
class Offer:
    """A passport for the asking; `had_one` where an earlier one has ended."""

    had_one: bool


@dataclass(frozen=True)
class PassportPage:
    """A passport that stands, the way to one, or why there is none: one of these."""

    lede: str
    valid: Valid | None = None
    offer: Offer | None = None
    is_on_the_way: bool = False
    ended: Notice | None = None


def passport_page(person: Person) -> PassportPage:
    passport = passport_of(person)
    if passport is not None and is_good(passport):
        return PassportPage(f"{SHOWS} It is yours: nobody sees it unless you show it.", valid=_valid(passport))
    if is_cleared(person):
        return PassportPage("", offer=Offer(had_one=passport is not None))
    if _is_on_the_way(person):
        return PassportPage(SHOWS, is_on_the_way=True)
    return PassportPage(SHOWS, ended=ENDED)


def address_of(passport: Passport) -> str:
    """Return where it is shown to anyone who was given the address."""
    return f"{settings.ADDRESS}{reverse('public:passport', args=[passport.key])}"


def _valid(passport: Passport) -> Valid:
    said, address = says(passport), address_of(passport)
    return Valid(
        says=(
            ("Name", said.name),
            ("Check", f"{said.check_level}, dated {When(said.checked_on).words}"),
            ("References and interview", "Two references and an interview"),
            ("Approved", f"{When(said.approved_on).words}, by One Million Mentors"),
            *(("Training", f"{course.title}, passed {When(course.passed_on).words}") for course in said.training),
            ("Valid until", When(passport.expires_on).words),
        ),
        shown=Shown(address, drawing_of(address)) if passport.is_shown else None,
    )


def _is_on_the_way(person: Person) -> bool:
    application = application_of(person)
    is_approved = application is not None and application.state == Application.State.APPROVED
    return not is_approved or not is_trained(person)


SHOWS = "It shows another organisation that we screened and trained you."
ENDED = Notice(
    "wait",
    "There is no valid passport just now",
    "Your programme manager can say more. A passport that you gave away before is no longer valid.",
)
