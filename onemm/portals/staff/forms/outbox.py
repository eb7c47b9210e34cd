"""Looking through the outbox."""

from django import forms

from onemm.notifications.models import Email
from onemm.web.forms import Form


class OutboxFilter(Form):
    """Which e-mails to list."""

    standing = forms.ChoiceField(label="Show", required=False, choices=[("", "All e-mails"), *Email.Standing.choices])
    words = forms.CharField(label="With the words", required=False, max_length=80)
