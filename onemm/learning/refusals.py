"""What training will not do, each as a fact with words for the person who asked."""

from onemm.lib.errors import Refused


class CourseIsUnknown(Refused):
    """There is no course, unit or scenario of this name."""

    message = "We cannot find this part of the training. Open the training page again."


class ReadItFirst(Refused):
    """Questions open when their unit has been read."""

    message = "Read the unit first. Its questions open at the end."


class ReadItAgainFirst(Refused):
    """Two tries that fall short, and the unit asks to be read once more."""

    message = "You have had two tries. Read the unit once more, and then the questions open again."


class UnitHasChanged(Refused):
    """Answers from a phone belong to a text that is no longer the unit's."""

    message = (
        "This unit has changed since you kept it, so these answers do not count. Please read it as it is now; it is "
        "worth it."
    )


class QuestionIsUnanswered(Refused):
    """Questions are scored together."""

    message = "Choose an answer here."


class OptionIsUnknown(Refused):
    """This is not offered where the walk stands now."""

    message = "This choice is not offered here any more. Open the page again and go on from there."


class WalkIsOver(Refused):
    """An ending has been reached."""

    message = "This walk is over. You can begin another one."


class CredentialIsRevoked(Refused):
    """It is no longer valid."""

    message = "This certificate has been revoked. The safeguarding lead can tell you why."


class RevocationReasonIsMissing(Refused):
    """A revocation says why."""

    message = "Say why. It is kept with the certificate, and the holder may read it."


class LanguageIsUnknown(Refused):
    """Not among ours."""

    message = "We do not have this language."
