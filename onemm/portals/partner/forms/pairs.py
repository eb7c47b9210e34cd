"""Looking at pairs, and saying goodbye."""

from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.mentoring.models import Match
from onemm.web.filters import Filter
from onemm.web.forms import Form, WordsField


class PairsFilter(Filter):
    """Which pairs to list."""

    label = "Filter pairs"

    state = forms.ChoiceField(label="Show", required=False, choices=[("", "All that are open"), *Match.State.choices])

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        return rows.filter(state=asked["state"]) if asked["state"] else rows.open()


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

    def goodbye(self) -> dict[str, Any]:
        """Return what was said, as the action takes it."""
        return {
            "ending": self.cleaned_data["ending"],
            "reason": self.cleaned_data["reason"],
            "closing_talk_held": self.cleaned_data["closing_talk"] == "yes",
        }
