"""Saying what worries you."""

from collections.abc import Sequence
from typing import Any

from django import forms

from onemm.safeguarding.models import Concern
from onemm.web.forms import Form, WordsField


class ConcernForm(Form):
    """Three short questions, of which only the first two need an answer."""

    words = WordsField(label="What worries you?", rows=6, help_text="In your own words. A few are enough.")
    urgency = forms.ChoiceField(label="How urgent is it?", choices=Concern.Urgency.choices, widget=forms.RadioSelect)
    about = forms.ChoiceField(
        label="Is it about somebody you are matched with?", required=False, widget=forms.RadioSelect
    )
    about_whom = forms.CharField(
        label="Who is it about?",
        required=False,
        max_length=200,
        help_text="A name, or “a mentor at my school”. Leave it empty if you are not sure.",
    )
    reply_to = forms.CharField(
        label="How can we reach you?",
        required=False,
        max_length=200,
        help_text="A phone number or an e-mail address. You do not have to say who you are; then we cannot answer you.",
    )
    page = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, matched_with: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["about"]
        if matched_with and isinstance(field, forms.ChoiceField):
            field.choices = [("", "No, or I would rather not say"), *matched_with]
        else:
            del self.fields["about"]
