from onemm.people.models.card import SignInCard
from onemm.people.models.consent import Consent, Guardianship
from onemm.people.models.person import Person, PersonManager, PersonQuerySet
from onemm.people.models.role import RoleGrant, RoleGrantQuerySet
from onemm.people.models.trying import Trying

__all__ = [
    "Consent",
    "Guardianship",
    "Person",
    "PersonManager",
    "PersonQuerySet",
    "RoleGrant",
    "RoleGrantQuerySet",
    "SignInCard",
    "Trying",
]
