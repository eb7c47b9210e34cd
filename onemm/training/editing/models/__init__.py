"""What editors write, what was published of it, and the files in it."""

from onemm.training.editing.models.edition import Edition, EditionsAreKept
from onemm.training.editing.models.lesson_file import LessonFile, LessonLanguage
from onemm.training.editing.models.manuscript import Kind, Manuscript, Revision

__all__ = ["Edition", "EditionsAreKept", "Kind", "LessonFile", "LessonLanguage", "Manuscript", "Revision"]
