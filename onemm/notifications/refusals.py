"""What notifications will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class EmailIsNotGivenUp(Refused):
    message = "This e-mail has been sent, or will be tried again without you."


class EmailHasNoReader(Refused):
    message = "An e-mail needs somebody to go to."
