"""What an action says when it will not do a thing."""


class Refused(Exception):
    """A rule said no. The message is written for the person who asked, and safe to show.

    Each context names its own facts as subclasses: `class MatchHasEnded(Refused)`.
    """

    message = "That cannot be done."

    def __init__(self, message: str = "", *, field: str | None = None) -> None:
        super().__init__(message or self.message)
        self.field = field
        """The form field the message belongs to; `None` for the form as a whole."""

    def __str__(self) -> str:
        return str(self.args[0])


class MoveRefused(Refused):
    """A lifecycle does not allow this move."""
