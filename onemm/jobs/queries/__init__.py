"""What pages want to know about jobs."""

from onemm.jobs.queries.progress import Progress, newest_job, progress_of
from onemm.jobs.queries.reports import Report, refused_rows, report_of

__all__ = ["Progress", "Report", "newest_job", "progress_of", "refused_rows", "report_of"]
