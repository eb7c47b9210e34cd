"""Where the libraries' own mail goes: into the outbox like every other e-mail."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from onemm.lib.names import tidy_email
from onemm.notifications.actions import write_email
from onemm.people.models import Person


class OutboxBackend(BaseEmailBackend):
    """Turns each message of a library into e-mails, one per reader, kept with the change that caused it.

    Every one of them is secret: what libraries send are sign-in codes and links that open an account.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the e-mails, and return how many messages were taken."""
        for message in email_messages:
            for address in message.recipients():
                known = Person.objects.filter(email=tidy_email(address)).first()
                write_email(
                    kind="account.message",
                    to=known,
                    address=address,
                    values={"subject": str(message.subject), "words": str(message.body)},
                )
        return len(email_messages)
