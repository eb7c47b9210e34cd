"""What an action says when it will not do a thing."""

import re
from typing import ClassVar


class Refused(Exception):
    """A rule said no. The message is written for the person who asked, and safe to show.

    Each context names its own facts as subclasses, in its `refusals`: `class MatchHasEnded(Refused)`.
    """

    message = "That cannot be done."
    code: ClassVar[str] = "refused"
    """Which refusal it is, for a program that asks: made of the class’s name, `match_has_ended`. A class that is
    renamed keeps its old code by saying `code = "…"`.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "code" not in cls.__dict__:
            cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, message: str = "", *, field: str | None = None) -> None:
        super().__init__(message or self.message)
        self.field = field
        """The form field the message belongs to; `None` for the form as a whole."""

    def __str__(self) -> str:
        return str(self.args[0])


class MoveRefused(Refused):
    """A lifecycle does not allow this move."""
