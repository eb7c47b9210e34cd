"""What safeguarding will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class AConcernSaysSomething(Refused):
    message = "Tell us what worries you. A few words are enough."


class NotAnUrgency(Refused):
    message = "Choose how urgent it is."


class ConcernIsAboutYou(Refused):
    message = "Somebody else has to answer this concern."


class AnOutcomeIsNeeded(Refused):
    message = "Say how this ended, so that whoever reads it later understands."


class ARestrictionHasAReason(Refused):
    message = "Say why, so that whoever reads it later understands."


class NobodyRestrictsThemselves(Refused):
    message = "Somebody else has to decide this."


class PersonIsRestrictedAlready(Refused):
    message = "Every contact of this person is paused already."


class RestrictionWasLiftedAlready(Refused):
    message = "This restriction was lifted before."
