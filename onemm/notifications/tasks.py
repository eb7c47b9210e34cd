"""What runs regularly about e-mails."""

from datetime import timedelta

from onemm.lib.clock import now
from onemm.lib.tasks import enqueue, task
from onemm.notifications.actions import deliver_email
from onemm.notifications.models import Email

OVERDUE = timedelta(minutes=2)
MOST_AT_ONCE = 500


@task
def deliver_waiting_emails(**_: object) -> None:
    """Ask again for every e-mail that should have gone out two minutes ago: its task was lost, or its last try
    failed.
    """
    overdue = (
        Email.objects.to_try(now())
        .filter(written_at__lte=now() - OVERDUE)
        .order_by("due_at")
        .values_list("pk", flat=True)
    )
    for email_id in overdue[:MOST_AT_ONCE]:
        enqueue(deliver_email, email_id=email_id)
