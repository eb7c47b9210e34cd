"""News of places, for whoever writes e-mails about it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SomebodyAskedToJoin:
    """A school or youth charity asks to take part."""

    enquiry_id: int


@dataclass(frozen=True)
class EnquiryWasAnswered:
    """A programme manager said yes or no to an enquiry."""

    enquiry_id: int
