"""What the design system will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class TooManyForAFile(Refused):
    """A file of so many rows would keep everyone waiting."""
