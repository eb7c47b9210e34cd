"""Where the demo world is set: the operator, its staff, twelve partners, their sites and programmes, an employer or
two.
"""

from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files

from onemm.demo.clockwork import days_ago
from onemm.demo.links import SUFFIX
from onemm.lib.clock import today
from onemm.people.actions.people import add_person
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.places import actions as places
from onemm.places.models import Area, Channel, Organisation, Programme, School

SCHOOLS = files("onemm.demo") / "data" / "invented_schools.csv"


@dataclass(frozen=True)
class Staff:
    """The operator's people."""

    ada: Person
    priya: Person
    noor: Person


@dataclass(frozen=True)
class Partner:
    """A partner with its coordinator and its programme."""

    organisation: Organisation
    coordinator: Person
    programme: Programme
    area: str


@dataclass(frozen=True)
class _Plan:
    """One partner to make: its name in the register (or a youth charity's, with a postcode), and how it runs its
    year.
    """

    area: str
    name: str
    coordinator: tuple[str, str]
    programme: str
    started: int
    channel: Channel
    ages: tuple[int, int]
    postcode: str = ""


PLANS: tuple[_Plan, ...] = (
    _Plan(
        "greater-manchester",
        "Alder Brook School",
        ("Sam", "Whitworth"),
        "Year 11 and sixth form",
        250,
        Channel.EITHER,
        (14, 19),
    ),
    _Plan(
        "greater-manchester",
        "Irwell Bank College",
        ("Denise", "Fairclough"),
        "First steps to work",
        180,
        Channel.EITHER,
        (16, 19),
    ),
    _Plan(
        "greater-manchester",
        "Pennine Gate Academy",
        ("Yasmin", "Aslam"),
        "Year 10 futures",
        120,
        Channel.FACE_TO_FACE,
        (14, 16),
    ),
    _Plan(
        "greater-manchester",
        "Loom Street Youth Club",
        ("Callum", "Ogden"),
        "Loom Street mentors",
        210,
        Channel.EITHER,
        (14, 21),
        "OL8 9ZA",
    ),
    _Plan(
        "west-midlands",
        "Aston Furnace School",
        ("Baljit", "Sandhu"),
        "Sixth form and beyond",
        200,
        Channel.EITHER,
        (16, 19),
    ),
    _Plan(
        "west-midlands",
        "Sandwell Canal Academy",
        ("Joanne", "Pargeter"),
        "Year 11 mentoring",
        150,
        Channel.FACE_TO_FACE,
        (14, 17),
    ),
    _Plan(
        "west-midlands",
        "Coventry Ribbon School",
        ("Kwame", "Boakye"),
        "Apprenticeships and work",
        90,
        Channel.EITHER,
        (15, 19),
    ),
    _Plan("cardiff", "Butetown Quay School", ("Lou", "Pritchard"), "Blwyddyn 12 and 13", 190, Channel.EITHER, (16, 19)),
    _Plan("cardiff", "Rhymney Vale School", ("Eleri", "Howells"), "Valley futures", 100, Channel.ONLINE, (14, 18)),
    _Plan(
        "london", "Hackney Marsh Academy", ("Femi", "Balogun"), "Sixth form mentoring", 220, Channel.EITHER, (16, 19)
    ),
    _Plan("london", "Deptford Anchor School", ("Rosa", "Mendes"), "Year 11 and 12", 140, Channel.EITHER, (15, 18)),
    _Plan(
        "london",
        "Lea Bridge Young Makers",
        ("Tunde", "Alabi"),
        "Makers and mentors",
        80,
        Channel.EITHER,
        (14, 25),
        "E5 9ZB",
    ),
)


def staff() -> Staff:
    """Make the operator and its people:

    Ada everywhere, Priya in her area, Noor and Wendy for safety, Tom, Edith, Ravi and Anil.
    """
    places.load_areas()
    places.add_organisation(kind=Organisation.Kind.OPERATOR, name="One Million Mentors", by=None)
    ada = _member("Ada", "Clarke", Role.ADMINISTRATOR)
    noor = _member("Noor", "Rahman", Role.SAFEGUARDING_LEAD)
    _member("Wendy", "Okafor", Role.SAFEGUARDING_LEAD)  # what a check showed is weighed by two
    priya = _member("Priya", "Nair", Role.PROGRAMME_MANAGER, area=Area.objects.get(slug="greater-manchester"))
    for slug, first, last in (
        ("west-midlands", "Gurpreet", "Gill"),
        ("cardiff", "Rhian", "Morgan"),
        ("london", "Marcus", "Campbell"),
    ):
        _member(first, last, Role.PROGRAMME_MANAGER, area=Area.objects.get(slug=slug))
    _member("Tom", "Hughes", Role.TRAINER)
    _member("Edith", "Lomax", Role.EDITOR)
    _member("Ravi", "Mistry", Role.EDITOR)
    _member("Anil", "Mehta", Role.ANALYST)
    works = places.add_employer(name="Northern Rail Works", by=ada, postcode="M12 9ZC")
    _member("Ruth", "Adeyemi", Role.EMPLOYER_LEAD, organisation=works)
    return Staff(ada, priya, noor)


def partners(by: Person) -> list[Partner]:
    """Read the invented register, then make each partner with its coordinator, site and programme, in the past."""
    places.import_schools(content=SCHOOLS.read_bytes(), by=by)
    return [_partner(plan, by) for plan in PLANS]


def _partner(plan: _Plan, by: Person) -> Partner:
    with days_ago(plan.started + 20):
        area = Area.objects.get(slug=plan.area)
        organisation = places.add_partner(name=plan.name, by=by, area=area)
        first, last = plan.coordinator
        coordinator = _member(first, last, Role.COORDINATOR, organisation=organisation)
        school = School.objects.filter(name=plan.name).first()
        if school is not None:
            site = places.claim_school(school=school, organisation=organisation, by=coordinator)
        else:
            site = places.add_site(organisation=organisation, name=plan.name, postcode=plan.postcode, by=coordinator)
        programme = places.open_programme(
            organisation=organisation,
            site=site,
            by=coordinator,
            name=plan.programme,
            channel=plan.channel,
            starts_on=today(),
            ends_on=today() + timedelta(days=400),
            youngest=plan.ages[0],
            oldest=plan.ages[1],
            supervised=True,
            places_wanted=45,
        )
    return Partner(organisation, coordinator, programme, plan.area)


def _member(
    first: str, last: str, role: Role, *, organisation: Organisation | None = None, area: Area | None = None
) -> Person:
    person = add_person(first_name=first, last_name=last, email=f"{first.lower()}{SUFFIX}", by=None)
    grant_role(person=person, role=role, by=None, organisation=organisation, area=area)
    return person
