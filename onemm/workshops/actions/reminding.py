"""Two days before, everyone with a seat hears of it once."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.workshops.actions import emails
from onemm.workshops.models import Booking
from onemm.workshops.rules import REMIND_BEFORE, reminder_due


@transaction.atomic
def remind_everybody() -> int:
    """Write to whoever has a seat in a workshop that begins within two days and has not been reminded.

    Returns how many.
    """
    at = now()
    soon = Booking.objects.booked().filter(
        reminded_at=None,
        workshop__state__in=("planned", "moved"),
        workshop__starts_at__gt=at,
        # A day more than asked for, because two days hold 47 to 49 hours; the rule itself decides.
        workshop__starts_at__lt=at + REMIND_BEFORE + timedelta(days=1),
    )
    due = [
        booking
        for booking in soon.select_for_update(of=("self",)).select_related("workshop", "person").order_by("pk")
        if reminder_due(at, booking.workshop.starts_at)
    ]
    for booking in due:
        booking.reminded_at = at
        booking.save(update_fields=["reminded_at"])
        audit.record("booking:reminded", subject=booking, by=None)
        emails.tell_reminder(booking)
    return len(due)
