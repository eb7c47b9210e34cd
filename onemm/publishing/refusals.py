"""What editing will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class AlreadyBeingWritten(Refused):
    """There is one open manuscript of a unit in a language."""

    message = "This is being written already. Open it from the list, and go on there."


class SomebodyElseSaved(Refused):
    """Two people, one page: nobody's words are overwritten unseen."""

    message = "Somebody saved this while you were writing. Copy your words, open the page again, and put them in."


class PartIsUnknown(Refused):
    """There is no such part, version or course."""

    message = "This part is not there any more. Open the page again."


class NotReadyYet(Refused):
    """Something must be put right first."""

    message = "Something must be put right first. The list on the page says what."


class SomebodyElseMustLook(Refused):
    """Nobody publishes what they wrote."""

    message = "You have written in this yourself. Somebody else has to look it over and publish it."


class PublishedMeanwhile(Refused):
    """A correction or a translation stands for a version that is no longer the newest."""

    message = (
        "A newer version has been published since. Compare the two, and say whether the meaning is still the same."
    )


class WhyIsMissing(Refused):
    """Whoever wrote it needs to know what to change."""

    message = "Say what should change. Whoever wrote it reads your words."


class FileIsRefused(Refused):
    """Not a file that we can show safely; the message says why."""

    message = "We cannot use this file."


class TooManyFiles(Refused):
    """Flooding stops."""

    message = "That is a lot of files in an hour. Wait a little, and go on then."
