"""Everything that changes a letter."""

from onemm.notifications.actions.delivering import deliver, deliver_letter, retry_letter
from onemm.notifications.actions.settling import settle_letters
from onemm.notifications.actions.writing import mark_read, mark_told, note_opening, write_letter

__all__ = [
    "deliver",
    "deliver_letter",
    "mark_read",
    "mark_told",
    "note_opening",
    "retry_letter",
    "settle_letters",
    "write_letter",
]
