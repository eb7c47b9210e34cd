"""Places as tests need them, made through the actions."""

from datetime import timedelta
from itertools import count

from onemm.lib.clock import today
from onemm.people.models import Person
from onemm.places import actions
from onemm.places.models import Channel, Enquiry, Organisation, Programme, School, Site

_numbers = count(1)


def a_school(**changes: object) -> School:
    """A line of the register: an open school in Oldham for pupils of 11 to 18."""
    number = next(_numbers)
    line: dict[str, object] = {
        "urn": 900_000 + number,
        "name": f"Invented Academy {number}",
        "town": "Oldham",
        "postcode": "OL1 1UL",
        "kind": "Academy",
        "lowest_age": 11,
        "highest_age": 18,
        "status": "Open",
        "latitude": 53.5409,
        "longitude": -2.1114,
    }
    return School.objects.create(**{**line, **changes})


def a_partner(**changes: object) -> Organisation:
    return actions.add_partner(**{"name": f"Invented Trust {next(_numbers)}", "by": None, **changes})  # type: ignore[arg-type]  # tests give what they like


def a_site(organisation: Organisation, **changes: object) -> Site:
    given: dict[str, object] = {"name": f"Youth centre {next(_numbers)}", "postcode": "OL1 1UL", "by": None, **changes}
    return actions.add_site(organisation=organisation, **given)  # type: ignore[arg-type]  # as above


def an_open_programme(site: Site, **changes: object) -> Programme:
    """A year from today for ages 14 to 19, however pairs like to meet."""
    given: dict[str, object] = {
        "name": f"Programme {next(_numbers)}",
        "starts_on": today(),
        "ends_on": today() + timedelta(days=365),
        "channel": Channel.EITHER,
        "youngest": 14,
        "oldest": 19,
        "supervised": True,
        "places_wanted": 20,
        "by": None,
        **changes,
    }
    return actions.open_programme(organisation=site.organisation, site=site, **given)  # type: ignore[arg-type]  # as above


def an_enquiry(*, by: Person | None = None, **changes: object) -> Enquiry:
    given: dict[str, object] = {
        "organisation_name": f"Hopeful School {next(_numbers)}",
        "contact_name": "Mary Okafor",
        "contact_email": "mary@hopeful.example",
        "postcode": "OL1 1UL",
        "words": "Ten of our sixth form would like a mentor.",
        **changes,
    }
    return actions.ask_to_join(by=by, **given)  # type: ignore[arg-type]  # as above
