"""Looking through the outbox."""

from django import forms

from onemm.notifications.queries import STANDINGS
from onemm.web.forms import Form


class OutboxFilter(Form):
    """Which letters to list."""

    standing = forms.ChoiceField(label="Show", required=False, choices=[("", "All letters"), *STANDINGS])
    words = forms.CharField(label="With the words", required=False, max_length=80)
