"""Saying what worries you, and what happens then."""

from dataclasses import dataclass

from onemm.web.forms import Form


@dataclass(frozen=True)
class ConcernPage:
    """The form stands beside what happens next and whom to ring."""

    form: Form
    lede: str = (
        "Tell us here. You need not be sure, and you need not say who you are. Nobody gets into trouble for asking."
    )


@dataclass(frozen=True)
class RaisedPage:
    """It was sent, and this is what we do with it."""

    lede: str = (
        "The safeguarding lead has been told and will read what you wrote within one working day, the most urgent "
        "first."
    )
