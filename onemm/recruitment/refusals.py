"""What recruitment will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class NotEligibleYet(Refused):
    """The answers to the eligibility questions do not lead to an application."""

    message = "From your answers, now is not the time to apply. Look at the questions again."


class HasAnApplication(Refused):
    """One live application per person."""

    message = "You already have an application. Carry on with that one."


class OnlyTheApplicantAnswers(Refused):
    """Nobody fills in, sends or stops another person's application."""

    message = "Only the person who is applying can do that."


class ApplicationWasSent(Refused):
    """After sending, these answers stand as they are."""

    message = "Your application has been sent, so this answer cannot be changed here. Write to us if it is wrong."


class StepIsUnknown(Refused):
    message = "There is no such step."


class AnswerDoesNotFit(Refused):
    """An answer is missing or outside what may be chosen."""


class StepsAreMissing(Refused):
    """The application cannot be sent yet; the message names what is missing."""


class ApplicationIsNotInScreening(Refused):
    message = "This application is not being screened now, so nothing can be recorded on it."


class NobodyScreensThemselves(Refused):
    message = "Nobody works on their own application. Ask a colleague."


class NobodyIsTheirOwnReferee(Refused):
    message = "That is the applicant's own address. A reference comes from somebody else."


class RefereeHasSpoken(Refused):
    """Two references come from two people."""


class RefereesAreNotWantedNow(Refused):
    message = (
        "We ask for the names of people who know you once you have sent your application, and only until it is decided."
    )


class TwoRefereesAreNamed(Refused):
    message = (
        "You have named enough people. Two answers are all we need; name somebody else instead of one who cannot "
        "answer."
    )


class ReferenceIsClosed(Refused):
    message = (
        "Thank you. We need no answer from you any more: it has been given, or the application has been decided "
        "without it."
    )


class ThatIsInTheFuture(Refused):
    message = "That day has not come yet. Give the day on which it happened."


class InterviewWasRecorded(Refused):
    message = "The interview has been recorded already."


class SlotIsTaken(Refused):
    message = "That time is gone. Please choose another one."


class TalksAreNotWantedNow(Refused):
    message = "A time can be chosen while we are looking at your application."


class TalkIsOver(Refused):
    message = "That talk is not to come any more."


class TalkHasNotBegun(Refused):
    message = "The time of that talk is still to come."


class ThatTimeIsYours(Refused):
    message = "You have offered a time that overlaps with this one."


class CheckIsUnderWay(Refused):
    message = "A check is already under way for this person. Record its result first."


class CheckLevelIsNotLawful(Refused):
    """The law does not let us ask for this level for this work."""


class CheckWasIssuedTooEarly(Refused):
    message = "The certificate is dated before we asked for it. It belongs to another check."


class CheckHasExpired(Refused):
    message = "That certificate is three years old or more, so it does not count today. Ask for a new check."


class CertificateWasUsed(Refused):
    message = "That certificate number is already on another check. Look at the number again."


class NobodyToRemind(Refused):
    message = "It waits for nobody but us."


class NotAScreenerHere(Refused):
    message = "Choose somebody who screens where the applicant lives."


class LikenessIsOpen(Refused):
    message = (
        "This applicant is like somebody who was turned away. Look at that first, and say whether it is one person or "
        "two."
    )


class NothingToAppeal(Refused):
    message = "There is no decision to look at again, or it has been looked at."


class AppealIsOver(Refused):
    message = "This appeal has been answered."


class NobodyJudgesTheirOwnDecision(Refused):
    message = "You decided this. Somebody else has to look at it."


class NothingToWeigh(Refused):
    message = "This check waits for no decision."


class YouHaveSaid(Refused):
    message = "You have said what you think. A second person decides with you."


class AlreadyDecided(Refused):
    """The first decision stands; the message says whose it was and when."""


class CriteriaAreNotMet(Refused):
    """Approval needs every criterion; the message lists those that are open."""


class ApprovalIsOnHold(Refused):
    """A restriction stands. Its reason stays with the safeguarding lead."""

    message = "This approval is on hold. Speak to the safeguarding lead before you go on."
