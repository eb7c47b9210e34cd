"""Answering a concern."""

from collections.abc import Sequence
from typing import Any

from django import forms

from onemm.safeguarding.models import Concern
from onemm.web.forms import Form, WordsField


class TriageForm(Form):
    """How urgent it is, in the lead's judgement."""

    urgency = forms.ChoiceField(
        label="How urgent is it, in your judgement?", choices=Concern.Urgency.choices, widget=forms.RadioSelect
    )


class OutcomeForm(Form):
    """How it ended."""

    outcome = WordsField(label="What came of it?", help_text="What you found, what was done, and who was told.")


class WhoForm(Form):
    """Looking for someone who is in a pair."""

    who = forms.CharField(label="Find somebody by name", required=False, max_length=80)


class RestrictionForm(Form):
    """Whose contact to pause, and why."""

    person = forms.ChoiceField(label="Whose contact?", widget=forms.RadioSelect)
    reason = WordsField(label="Why?", rows=3, help_text="Only safeguarding leads can read this.")
    who = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(people)
