"""What mentoring will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused
from onemm.mentoring.rules import LONGEST, SHORTEST


class AgeIsOutsideTheProgramme(Refused):
    """The programme is for other ages; the message says which."""


class ReferenceIsTaken(Refused):
    message = "This reference already belongs to a young person in this programme."


class ReferenceIsMissing(Refused):
    message = "Give a reference: your own short name or number for this young person."


class YoungPersonsNameIsMissing(Refused):
    message = "Give the first name."


class IsInAnotherProgramme(Refused):
    message = "This young person is already in a programme. They can be in one at a time."


class IsSomebodyElse(Refused):
    message = "This reference belongs to a young person with another name or birth date."


class WishIsUnknown(Refused):
    """Something was chosen that is not on the list; the message says what."""


class HasAMentor(Refused):
    message = "This young person has a mentor. End the match first, with a closing talk if they want one."


class MatchHasEnded(Refused):
    message = "This pair has said goodbye, so nothing more can be added."


class MatchIsPaused(Refused):
    message = "Meetings of this pair are paused for now. The coordinator will say when they go on."


class MatchIsNotPaused(Refused):
    message = "This pair is not paused."


class ContactIsPaused(Refused):
    """Someone is restricted. The message must not say who or why."""

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


class AlreadyHasAMentor(Refused):
    message = "This young person already has a mentor."


class HasLeftTheProgramme(Refused):
    message = "This young person has left the programme."


class ProgrammeIsClosed(Refused):
    message = "This programme is closed."


class IntroductionIsStillToCome(Refused):
    message = "Record the introduction once it has taken place: the day cannot be in the future."


class AlreadyAgreed(Refused):
    message = "You have already agreed."


class TimeIsOver(Refused):
    message = "Choose today or a day to come. To write down a meeting that has been, use “Log a session”."


class TimeIsStillToCome(Refused):
    message = "A meeting can be written down once it has begun. For one to come, use “Plan a session”."


class BeforeTheIntroduction(Refused):
    message = "The two had not been introduced by then. Look at the day again."


class AlreadyMeetingThen(Refused):
    message = "There is already a session of this pair at that time."


class NotAPossibleLength(Refused):
    message = f"A session lasts between {SHORTEST} and {LONGEST} minutes."


class SessionIsSettled(Refused):
    message = "This session has already been written down or called off."


class ContactDetailsStayOut(Refused):
    message = (
        "Please leave out phone numbers, e-mail addresses, social media names and links. Your coordinator sets up "
        "meetings online."
    )


class NotAPossiblePulse(Refused):
    message = "Choose a number from 1 to 10."


class AnEndingHasAReason(Refused):
    message = "Say in a few words why it ends."


class NotAnEnding(Refused):
    message = "Choose how it ends: planned, early or broken off."


class Misspelt(Refused):
    """A row cannot be understood; the message says which cell and what was expected."""
