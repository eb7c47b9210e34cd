"""The standing cast: the same people in every test, in the demo world and in conversation.

Amina mentors Theo. Grace is Theo's guardian. Sam coordinates at Theo's school. Ruth leads mentoring at Amina's
employer. Noor is the safeguarding lead. Priya manages the area. Tom trains. Ada keeps the platform in order. Lena is a
stranger and must see nothing; Lou coordinates at another partner, and must see nothing of Theo's.

Everyone is made on first use, so that a test pays only for the people it names.
"""

from datetime import date, timedelta
from functools import cached_property

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.places.models import Area, Channel, Organisation, Programme, Site


class Cast:
    # --- places ---
    @cached_property
    def area(self) -> Area:
        return Area.objects.get_or_create(
            slug="greater-manchester",
            defaults={"name": "Greater Manchester", "postcode_areas": ["M", "OL", "BL", "SK", "WN"]},
        )[0]

    @cached_property
    def other_area(self) -> Area:
        return Area.objects.get_or_create(
            slug="cardiff", defaults={"name": "Cardiff and the Valleys", "postcode_areas": ["CF", "NP"]}
        )[0]

    @cached_property
    def operator(self) -> Organisation:
        return Organisation.objects.get_or_create(kind="operator", defaults={"name": "One Million Mentors"})[0]

    @cached_property
    def partner(self) -> Organisation:
        return Organisation.objects.create(kind="partner", name="Alder Brook School", area=self.area)

    @cached_property
    def other_partner(self) -> Organisation:
        return Organisation.objects.create(kind="partner", name="Penarth Youth Project", area=self.other_area)

    @cached_property
    def employer(self) -> Organisation:
        return Organisation.objects.create(kind="employer", name="Northern Rail Works", area=self.area)

    @cached_property
    def site(self) -> Site:
        return Site.objects.create(
            organisation=self.partner,
            name="Alder Brook School",
            postcode="OL1 1UL",
            latitude=53.5409,
            longitude=-2.1114,
        )

    @cached_property
    def programme(self) -> Programme:
        return Programme.objects.create(
            organisation=self.partner,
            site=self.site,
            name="Year 11 and sixth form",
            starts_on=today() - timedelta(days=30),
            ends_on=today() + timedelta(days=335),
            channel=Channel.EITHER,
            youngest=14,
            oldest=19,
            places_wanted=20,
        )

    # --- people ---
    @cached_property
    def amina(self) -> Person:
        return self._person("amina", "Amina", "Yusuf", date(1984, 5, 2), Role.MENTOR)

    @cached_property
    def theo(self) -> Person:
        person = Person.objects.create_user(email=None, first_name="Theo", last_name="B", born=years_ago(16))
        grant_role(person=person, role=Role.YOUNG_PERSON, by=None)
        return person

    @cached_property
    def grace(self) -> Person:
        return self._person("grace", "Grace", "Boateng", date(1979, 1, 9))

    @cached_property
    def sam(self) -> Person:
        return self._person("sam", "Sam", "Whitworth", None, Role.COORDINATOR, organisation=self.partner)

    @cached_property
    def lou(self) -> Person:
        return self._person("lou", "Lou", "Pritchard", None, Role.COORDINATOR, organisation=self.other_partner)

    @cached_property
    def ruth(self) -> Person:
        return self._person("ruth", "Ruth", "Adeyemi", None, Role.EMPLOYER_LEAD, organisation=self.employer)

    @cached_property
    def noor(self) -> Person:
        return self._person("noor", "Noor", "Rahman", None, Role.SAFEGUARDING_LEAD)

    @cached_property
    def priya(self) -> Person:
        return self._person("priya", "Priya", "Nair", None, Role.PROGRAMME_MANAGER, area=self.area)

    @cached_property
    def tom(self) -> Person:
        return self._person("tom", "Tom", "Hughes", None, Role.TRAINER)

    @cached_property
    def ada(self) -> Person:
        return self._person("ada", "Ada", "Clarke", None, Role.ADMINISTRATOR)

    @cached_property
    def lena(self) -> Person:
        """A stranger: signed in, with no role at all."""
        return self._person("lena", "Lena", "Novak", date(1990, 3, 3))

    @cached_property
    def other_mentor(self) -> Person:
        """A mentor who is neither Amina nor known to Theo."""
        return self._person("omar", "Omar", "Khalid", date(1990, 3, 3), Role.MENTOR)

    def _person(
        self,
        name: str,
        first: str,
        last: str,
        born: date | None,
        role: Role | None = None,
        organisation: Organisation | None = None,
        area: Area | None = None,
    ) -> Person:
        person = Person.objects.create_user(email=f"{name}@example.org", first_name=first, last_name=last, born=born)
        if role is not None:
            grant_role(person=person, role=role, by=None, organisation=organisation, area=area)
        return person


def years_ago(years: int, days: int = 10) -> date:
    """Return a birth date that makes someone so many years old today, `days` after their birthday."""
    day = today() - timedelta(days=days)
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
