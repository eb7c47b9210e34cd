"""E-mails of the past."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from onemm.lib.clock import now
from onemm.lib.tasks import forget
from onemm.notifications.actions.delivering import deliver_email
from onemm.notifications.models import Email


@transaction.atomic
def settle_emails() -> int:
    """Take every waiting e-mail as delivered on the day it was written, and return how many; those older than a week as
    read too.

    For the demo world, whose months pass in a minute and whose people have no mailboxes.
    """
    Email.objects.waiting().filter(written_at__lt=now() - timedelta(days=7)).update(read_at=F("written_at"))
    settled = Email.objects.waiting().update(sent_at=F("written_at"))
    forget(deliver_email)
    return settled
