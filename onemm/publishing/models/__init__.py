"""What editors write, what was published of it, and the files in it."""

from onemm.publishing.models.edition import Edition, EditionsAreKept
from onemm.publishing.models.lesson_file import LessonFile
from onemm.publishing.models.manuscript import Manuscript, ManuscriptKind, Revision

__all__ = ["Edition", "EditionsAreKept", "LessonFile", "Manuscript", "ManuscriptKind", "Revision"]
