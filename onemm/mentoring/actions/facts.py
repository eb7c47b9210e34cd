"""What mentoring says when it will not do a thing."""

from onemm.lib.errors import Refused


class MatchHasEnded(Refused):
    message = "This pair has said goodbye, so nothing more can be added."


class MatchIsPaused(Refused):
    message = "Meetings of this pair are paused for now. The coordinator will say when they go on."


class MatchIsNotPaused(Refused):
    message = "This pair is not paused."


class ContactIsPaused(Refused):
    """Somebody is restricted. The message must not say who or why."""

    message = "This cannot go ahead for now. The safeguarding lead can say more."


class ConsentDoesNotStand(Refused):
    message = "There is no consent on record that stands today. Record one first."


class MentorIsNotReady(Refused):
    """The mentor may not be given another young person today."""


class MentorIsNotCleared(Refused):
    message = (
        "The mentor’s approval, check or training is not valid today, so no meeting can be arranged. The programme "
        "manager can help."
    )


class NotOfThisPair(Refused):
    message = "Only the two of the pair, or the coordinator who looks after them, can do this."


class OnlyTheTwo(Refused):
    message = "Only the mentor and the young person themselves can do this."
