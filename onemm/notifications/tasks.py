"""What runs regularly about letters."""

from datetime import timedelta

from onemm.lib.clock import now
from onemm.lib.tasks import enqueue, task
from onemm.notifications.actions import deliver_letter
from onemm.notifications.models import Letter

OVERDUE = timedelta(minutes=2)
MOST_AT_ONCE = 500


@task
def deliver_waiting_letters(**_: object) -> None:
    """Ask again for every letter that should have gone out two minutes ago: its task was lost, or its last try
    failed.
    """
    overdue = (
        Letter.objects.to_try(now())
        .filter(written_at__lte=now() - OVERDUE)
        .order_by("due_at")
        .values_list("pk", flat=True)
    )
    for letter_id in overdue[:MOST_AT_ONCE]:
        enqueue(deliver_letter, letter_id=letter_id)
