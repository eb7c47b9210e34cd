"""What a programme manager types about targets."""

from django import forms

from onemm.outreach.queries.targets import ANSWERS, TITLES
from onemm.web.forms import Form

GROUPS = [(TITLES[name], [(f"{name}:{value}", label) for value, label in answers]) for name, answers in ANSWERS.items()]


class TargetForm(Form):
    """How many of one group an area would like."""

    group = forms.ChoiceField(label="Of which group?", choices=GROUPS)
    wanted = forms.IntegerField(
        label="How many would you like?",
        min_value=0,
        max_value=100_000,
        help_text="0 takes the target away.",
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )

    def chosen(self) -> tuple[str, str, int]:
        """Return dimension, answer and number."""
        dimension, _, answer = self.cleaned_data["group"].partition(":")
        return dimension, answer, self.cleaned_data["wanted"]
