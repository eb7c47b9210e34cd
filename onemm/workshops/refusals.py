"""What workshops will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class WorkshopIsOver(Refused):
    message = "This workshop was held or cancelled, so it cannot be changed any more."


class WorkshopHasBegun(Refused):
    message = "This workshop has begun, so bookings are closed. If you are at the door, tell the trainer."


class WorkshopMustBeAhead(Refused):
    message = "Choose a day and a time that are still to come."


class PlaceIsUnknown(Refused):
    message = "We do not know where this postcode is. Check it, or use one nearby."


class LinkIsMissing(Refused):
    message = "Give the address of the online room. Only those with a seat see it."


class SeatsAreTaken(Refused):
    message = "More people have a seat than that. Ask some of them first."


class TooManyAtOnce(Refused):
    message = "Very many people want this workshop just now. Nothing was changed. Please press once more."


class TrainersOnly(Refused):
    message = "Only trainers can offer workshops."


class DraftIsGone(Refused):
    message = "Somebody has put this in the diary already, or it was dropped. Look at your workshops again."


class NotYours(Refused):
    message = "This belongs to somebody else."


class WorkshopReasonIsMissing(Refused):
    message = "Say why. Everybody who booked gets these words."


class OfferIsOver(Refused):
    message = "This seat went to somebody else. You are still welcome on another day."


class NothingToAnswer(Refused):
    message = "There is nothing to answer here any more. Look at the page again."


class NoSeatThere(Refused):
    message = "That workshop is full, so we kept your seat in this one. You can join its waiting list from its page."


class DoorsAreShut(Refused):
    message = "The list opens two hours before the start."


class ListIsClosed(Refused):
    message = "This list was closed more than two weeks ago. Ask the programme manager to put it right."


class CodeIsUnknown(Refused):
    message = "Nobody on this list has this code. Look for the name, or add them as a walk-in."


class GaveSeatBack(Refused):
    message = (
        "They are not on this list any more: the seat was given back. If they came all the same, add them at the door "
        "by their address."
    )


class PersonIsUnknown(Refused):
    message = "No mentor or applicant has this address. Ask which one they signed up with, or help them to sign up now."


class WasNotThere(Refused):
    message = "Only those who were there say how it was."


class OpinionWasGiven(Refused):
    message = "You have told us already. Thank you."
