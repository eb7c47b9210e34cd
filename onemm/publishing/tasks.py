"""What runs by itself: files that nothing shows are forgotten. Safe to run twice."""

from onemm.lib.tasks import task
from onemm.publishing.actions import forget_unused_files


@task
def forget_files(**_: object) -> None:
    forget_unused_files()
