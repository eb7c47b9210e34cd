"""What notifications will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class LetterIsNotGivenUp(Refused):
    message = "This letter has been sent, or will be tried again without you."


class LetterHasNoReader(Refused):
    message = "A letter needs somebody to go to."
