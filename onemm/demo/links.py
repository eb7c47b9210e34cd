"""How to sign in to the demo world as each role."""

from dataclasses import dataclass

from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role

SUFFIX = "@demo.onemm.example"


@dataclass(frozen=True)
class SignInLink:
    """A role, someone who holds it, and the address that signs one in as them."""

    role: str
    who: str
    address: str


STANDING_CAST: tuple[tuple[str, str], ...] = (
    ("mentor", "amina"),
    ("young_person", "theo"),
    ("coordinator", "sam"),
    ("programme_manager", "priya"),
    ("safeguarding_lead", "noor"),
    ("second_safeguarding_lead", "wendy"),
    ("administrator", "ada"),
    ("employer_lead", "ruth"),
    ("trainer", "tom"),
    ("editor", "edith"),
    ("second_editor", "ravi"),
    ("analyst", "anil"),
    ("applicant", "omar"),
    ("stranger", "lena"),
)


def sign_in_links(base: str) -> list[SignInLink]:
    """Return one link for each member of the standing cast who is there, in the order of the journey."""
    people = {
        person.email: person
        for person in Person.objects.filter(email__in=[f"{name}{SUFFIX}" for _, name in STANDING_CAST])
    }
    held = dict(RoleGrant.objects.held().filter(person__in=people.values()).values_list("person_id", "role"))
    links = []
    for role, name in STANDING_CAST:
        person = people.get(f"{name}{SUFFIX}")
        if person is not None:
            title = Role(held[person.pk]).label.lower() if person.pk in held else "no role yet"
            links.append(
                SignInLink(
                    role,
                    f"{person.first_name}, {role.replace('_', ' ') if role in {'applicant', 'stranger'} else title}",
                    f"{base}/demo/{person.public_id}/",
                )
            )
    return links
