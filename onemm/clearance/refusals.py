"""What passports will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class NoPassportJustNow(Refused):
    """Something that it would say does not hold today. It must not say which: it could be a restriction."""

    message = "We cannot issue a passport just now. Your programme manager can say more."


class PassportHasEnded(Refused):
    message = "This passport is no longer valid, so there is nothing to take with you."
