"""What people will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class CardsAreForThoseWithoutAnAddress(Refused):
    message = (
        "Cards are for young people, and for mentors without an e-mail address. Everybody else signs in with theirs."
    )


class ConsentDoesNotHold(Refused):
    """The consent is from the wrong person, too old, in the future, or without the guardian's name."""


class BirthDateIsUnknown(Refused):
    message = "We need the birth date first: it decides who must say yes."


class ConsentAlreadyStands(Refused):
    message = "A consent is already on record and has not been withdrawn."


class ConsentWasAlreadyWithdrawn(Refused):
    message = "This consent was withdrawn before. Nothing more is needed."


class NotAPartner(Refused):
    """Only partners have coordinators."""

    message = "Only a partner that works with young people has coordinators."


class NotAnEmployer(Refused):
    """Only employers have leads."""

    message = "Only an employer has somebody who leads mentoring among its staff."


class PersonCannotCoordinate(Refused):
    """The address belongs to a young person, or to someone who has left."""

    message = "The person with this e-mail address cannot be a coordinator. Check the address with them."


class PersonCannotLead(Refused):
    """As above, for an employer."""

    message = "The person with this e-mail address cannot lead mentoring at an employer. Check the address with them."


class AddressIsTaken(Refused):
    message = "Somebody else has this e-mail address."
