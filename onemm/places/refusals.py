"""What places will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused
from onemm.places.rules.ages import OLDEST, YOUNGEST


class EnquiryWasAnsweredAlready(Refused):
    """A colleague was quicker."""

    message = "This enquiry has been answered already. Open the list again to see who has it."


class NameIsTaken(Refused):
    """Another organisation of this kind has the name."""

    message = "There is already an organisation with this name. Look for it in the list, or add the town to the name."


class SiteIsAnothers(Refused):
    message = "Choose one of your own places."


class ProgrammeNameIsTaken(Refused):
    message = "You have a programme with this name. Add the year, or the group it is for."


class ProgrammeHasBadDates(Refused):
    message = "The last day must come after the first."


class ProgrammeHasBadAges(Refused):
    message = f"Ages go from {YOUNGEST} to {OLDEST}, the youngest first."


class NoPlacesWanted(Refused):
    message = "Say how many young people you would like a mentor for: at least one."


class SchoolIsClaimed(Refused):
    """A partner has claimed this line of the register."""

    message = "This school has been claimed already. If it is yours, tell us, and we will put it right with you."


class SchoolTeachesYoungerPupils(Refused):
    """The school is closed, or nobody there is old enough."""

    message = "This school is not open, or does not teach pupils of 16 or over, so it cannot be a place for mentoring."


class PostcodeIsUnknown(Refused):
    """Nobody can say where this postcode is."""

    message = "We do not know where this postcode is. Check it, or ask us to add it."


class SiteIsThereAlready(Refused):
    """The organisation has a place of this name at this postcode."""

    message = "You have this place already."
