"""What outreach will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused
from onemm.outreach.rules.inviting import LETTERS_A_WEEK
from onemm.outreach.rules.sources import LONGEST_WORD, SHORTEST_WORD


class CodeWordIsTaken(Refused):
    message = "Another campaign has this code word. Choose another one."


class CodeWordIsTooShort(Refused):
    message = f"A code word has {SHORTEST_WORD} to {LONGEST_WORD} letters and numbers, without accents."


class CampaignEndsTooEarly(Refused):
    message = "It would be over before it starts. Look at the two days again."


class CampaignNeedsAnEmployer(Refused):
    message = "Only an employer can stand here."


class CampaignHasEnded(Refused):
    message = "This campaign has ended already."


class YouHaveNoEmployerHere(Refused):
    message = "No employer is on your record, so there is nobody to show your name to."


class NothingWasSentYet(Refused):
    message = "These questions come after you have sent your application."


class YouWereAskedAlready(Refused):
    message = (
        "You have been through these questions. We cannot tell which answers are yours, so they cannot be changed."
    )


class NoSuchTarget(Refused):
    message = "There is no such group. Choose one from the list."


class InvitationIsOver(Refused):
    message = (
        "This invitation is over: it was answered, or sixty days have passed. You can still answer the four questions."
    )


class OnlyMentorsInvite(Refused):
    message = "You can invite people once you are approved as a mentor."


class EnoughLettersThisWeek(Refused):
    message = (
        f"You have sent {LETTERS_A_WEEK} letters in the last seven days. Give people your own link, or come back in a "
        "few days."
    )


class WeMayNotWrite(Refused):
    """Said in one way whatever the reason, so that nobody learns what someone else asked of us."""

    message = (
        "We cannot write to this address: they have been asked already, or do not wish to be. You can give them your "
        "link yourself."
    )


class AddressIsWrong(Refused):
    message = "This is not an e-mail address."


class ExpectationsAreOpen(Refused):
    message = "Read the seven honest statements first, and say yes to each. They take two minutes."


class NumberIsWrong(Refused):
    message = "Give the whole number with its area code, like 0161 496 0000."


class CallersNameIsMissing(Refused):
    message = "Ask for both names. One letter is enough, if that is the name."


class WeAreThere(Refused):
    message = "Good news: we are open where you live. You need not wait."
