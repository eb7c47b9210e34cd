"""Looking at pairs, and saying goodbye."""

from django import forms

from onemm.mentoring.models import Match
from onemm.web.forms import Form, WordsField


class PairsFilter(Form):
    """Which pairs to list."""

    state = forms.ChoiceField(label="Show", required=False, choices=[("", "All that are open"), *Match.State.choices])


class EndingForm(Form):
    """How a match ends, and why."""

    ending = forms.ChoiceField(label="How does it end?", choices=Match.Ending.choices, widget=forms.RadioSelect)
    reason = WordsField(
        label="Why?", max_length=1000, help_text="A few plain words. Only people who look after pairs can read them."
    )
    closing_talk = forms.ChoiceField(
        label="Has there been a closing talk?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        help_text="Together, or with each of them. It helps both to leave well.",
    )
