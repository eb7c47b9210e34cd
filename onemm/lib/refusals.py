"""What the ground of the house says no to."""

from onemm.lib.errors import Refused


class UnreadableTable(Refused):
    """The file as a whole cannot be used; the message says why, for the person who chose it."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="file")
