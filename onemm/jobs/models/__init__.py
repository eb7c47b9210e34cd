"""Jobs, and the rows of the lists they work through."""

from onemm.jobs.models.jobs import Job, JobQuerySet
from onemm.jobs.models.rows import JobRow, JobRowQuerySet

__all__ = ["Job", "JobQuerySet", "JobRow", "JobRowQuerySet"]
