"""Letters of the past."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from onemm.lib.clock import now
from onemm.lib.tasks import forget
from onemm.notifications.actions.delivering import deliver_letter
from onemm.notifications.models import Letter


@transaction.atomic
def settle_letters() -> int:
    """Take every waiting letter as delivered on the day it was written, and return how many; those older than a week as
    read too.

    For the demo world, whose months pass in a minute and whose people have no mailboxes.
    """
    Letter.objects.waiting().filter(written_at__lt=now() - timedelta(days=7)).update(read_at=F("written_at"))
    settled = Letter.objects.waiting().update(sent_at=F("written_at"))
    forget(deliver_letter)
    return settled
