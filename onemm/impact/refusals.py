"""What impact will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class NotYourQuestion(Refused):
    message = "Only the young person themselves can answer this."


class NotAnAnswer(Refused):
    message = "Choose one of the five answers."


class NotAskedNow(Refused):
    message = "Thank you, you have answered this already. We will ask again later."
