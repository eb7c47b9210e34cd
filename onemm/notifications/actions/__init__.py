"""Everything that changes an e-mail."""

from onemm.notifications.actions.delivering import deliver, deliver_email, retry_email
from onemm.notifications.actions.settling import settle_emails
from onemm.notifications.actions.writing import mark_read, mark_told, note_opening, write_email

__all__ = [
    "deliver",
    "deliver_email",
    "mark_read",
    "mark_told",
    "note_opening",
    "retry_email",
    "settle_emails",
    "write_email",
]
