"""Forgetting what a job has kept, when its time is over."""

from onemm.jobs.models import Job
from onemm.lib.clock import now

AT_ONCE = 50


def forget_old_jobs() -> int:
    """Delete every job whose time is over, with its rows, some at a time, and return how many there were."""
    old = list(Job.objects.filter(kept_until__lte=now()).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(old), AT_ONCE):
        Job.objects.filter(pk__in=old[start : start + AT_ONCE]).delete()
    return len(old)
