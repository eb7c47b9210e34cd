"""Where the libraries' own mail goes: into the outbox like every other letter."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from onemm.lib.names import tidy_email
from onemm.notifications.actions import write_letter
from onemm.people.models import Person


class OutboxBackend(BaseEmailBackend):
    """Turns each message of a library into letters, one per reader, kept with the change that caused it.

    Every one of them is secret: what libraries send are sign-in codes and links that open an account.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the letters, and return how many messages were taken."""
        for message in email_messages:
            for address in message.recipients():
                known = Person.objects.filter(email=tidy_email(address)).first()
                write_letter(
                    to=known,
                    address=address,
                    kind="account",
                    subject=str(message.subject),
                    body=str(message.body).strip(),
                    secret=True,
                )
        return len(email_messages)
