"""What matching will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import MoveRefused, Refused


class ARoundIsRunning(Refused):
    message = "A round for this programme is running. Its proposals will be here in a minute or two."


class NobodyIsWaiting(Refused):
    message = "Nobody is waiting for a mentor in this programme: add young people first, with their consent."


class NothingMatters(Refused):
    message = "Choose at least one thing that matters."


class ADeclineHasAReason(Refused):
    message = "Say in a few words why not, so that the next round does better."


class MentorHasNoRoom(Refused):
    message = "This mentor has since been asked about somebody else. Run another round to find the next best."


class HasAProposalAlready(Refused):
    message = "This young person has been asked about another mentor. Wait for the answer first."


class ProposalIsOver(Refused):
    message = "This did not go ahead, so there is nothing to answer any more."


class NotYourProposal(Refused):
    message = "Only the person who was asked can answer."


class AlreadyAnswered(Refused):
    message = "You have already said yes. Thank you: we will be in touch."


class NotBothHaveSaidYes(Refused):
    message = "Both have to say yes before they are introduced."


class NothingHasChanged(Refused):
    message = "This is what the programme goes by already, so there is nothing to keep."


class WeightsHaveMovedOn(Refused):
    message = (
        "Somebody has changed what matters while you were looking. Look at the preview again, which now starts from "
        "there."
    )


class NobodyHasLostAnybody(Refused):
    message = "Everybody in this round has somebody, or waits no more, so there is nobody to look again for."


class DoesNotFit(Refused):
    message = "This mentor is no longer among the best five. Look again: the list may have changed."


class DecidedBefore(MoveRefused):
    message = "This suggestion does not stand any more."


class PairsAreBeingAsked(Refused):
    message = "Pairs of this round are being asked just now. Wait until they are done, and then approve the others."


class NobodyToApprove(Refused):
    message = "No pair here waits for your yes or no."


class TooManyToTry(Refused):
    message = (
        "There are too many mentors to try this on the spot. Run a round instead, and compare it with the last one."
    )
