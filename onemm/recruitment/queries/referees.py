"""Who speaks for an applicant: as the applicant may know it, as staff see it, and as the referee themselves meets
it.
"""

from dataclasses import dataclass
from datetime import datetime

from onemm.recruitment.models import Application, Referee
from onemm.recruitment.queries.records import references_of
from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.references import NAMED_AT_ONCE, public_id_in

State = Referee.State


@dataclass(frozen=True)
class Named:
    """One person whom the applicant named: whether they have answered, never what they said."""

    public_id: str
    name: str
    email: str
    relation: str
    state: str
    asked_at: datetime
    words: str
    may_be_replaced: bool


@dataclass(frozen=True)
class Speaking:
    """Everyone named, how many more names are wanted, and how many more may be given: one to spare, until two have
    answered.
    """

    named: tuple[Named, ...]
    wanted: int
    may_name: int


def speaking_for(application: Application) -> Speaking:
    """Return who was named and how many are wanted still.

    A reference that staff took down counts like one by e-mail.
    """
    referees = [referee for referee in application.referees.all() if referee.state != State.REPLACED]
    standing = sum(referee.state in Referee.STANDING for referee in referees)
    references = references_of(application)
    by_staff = sum(reference.referee_id is None for reference in references)
    answered = len(references) >= REFERENCES_NEEDED
    return Speaking(
        tuple(_named(referee) for referee in referees),
        wanted=max(0, REFERENCES_NEEDED - standing - by_staff),
        may_name=0 if answered else max(0, NAMED_AT_ONCE - standing - by_staff),
    )


def names_are_wanted(application: Application) -> int:
    """Return how many names we need from the applicant now: none before it is sent, while it waits, and after it is
    over.
    """
    if application.state not in {Application.State.SUBMITTED, Application.State.IN_SCREENING}:
        return 0
    return speaking_for(application).wanted


def referee_of_link(key: str) -> Referee | None:
    """Return whose private link this is; `None` when we never wrote it."""
    public_id = public_id_in(key)
    if public_id is None:
        return None
    return Referee.objects.filter(public_id=public_id).select_related("application__person").first()


def _named(referee: Referee) -> Named:
    words = {
        State.ASKED: "We have written to them and wait for their answer.",
        State.ANSWERED: "They have answered. Thank you.",
        State.DECLINED: "They cannot do it. Please name somebody else.",
        State.UNREACHABLE: "We could not reach them. Please name somebody else.",
    }[State(referee.state)]
    return Named(
        referee.public_id,
        referee.name,
        referee.email,
        referee.relation,
        referee.state,
        referee.asked_at,
        words,
        may_be_replaced=referee.state == State.ASKED,
    )
