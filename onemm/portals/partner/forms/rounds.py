"""Starting a round, setting what matters, deciding its proposals, and recording an introduction."""

from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.matching.rules import CHOICES, LABELS, USUAL
from onemm.places.models import Programme
from onemm.web.forms import DateField, Form, WordsField


class RoundForm(Form):
    """Which programme. What matters in it is set on a page of its own, where it can be tried first."""

    programme = forms.ChoiceField(label="Programme")

    def __init__(self, *args: Any, programmes: Mapping[str, Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["programme"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [(public_id, programme.name) for public_id, programme in programmes.items()]


class WeightsForm(Form):
    """What matters: seven choices."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name] = forms.TypedChoiceField(label=label, choices=CHOICES, coerce=int, initial=USUAL)

    @property
    def weights(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in LABELS}


class KeepForm(WeightsForm):
    """The seven choices that were looked at, and the version they were weighed against."""

    instead_of = forms.IntegerField(min_value=0)


class ApproveForm(Form):
    """Which proposals a press of a button means: those ticked, all that are shown, or all from a fit on."""

    which = forms.ChoiceField(choices=[("ticked", "ticked"), ("shown", "shown"), ("above", "above")], required=False)
    fit = forms.IntegerField(
        min_value=0,
        max_value=100,
        required=False,
        error_messages={"invalid": "Give the fit as a whole number from 0 to 100."},
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("which") == "above" and said.get("fit") is None and "fit" not in self.errors:
            self.add_error("fit", "Give the fit from which on you approve, from 0 to 100.")
        return said

    @property
    def what_is_wrong(self) -> str:
        return " ".join(str(text) for texts in self.errors.values() for text in texts)

    @property
    def nobody(self) -> str:
        """What to say when the button meant nobody."""
        if self.cleaned_data["which"] == "above":
            return f"No pair that waits for your yes or no has a fit of {self.cleaned_data['fit']} or more."
        return (
            "No pair here waits for your yes or no."
            if self.cleaned_data["which"] == "shown"
            else "Tick the pairs to approve first."
        )


class DeclineForm(Form):
    """Why not this pair."""

    reason = WordsField(
        label="Why not these two?",
        rows=3,
        max_length=300,
        help_text="For you and your colleagues. Neither of the two reads it, and they are not suggested to each "
        "other again.",
    )


class IntroductionForm(Form):
    """When they met, and who was there."""

    on = DateField(label="When did they meet?")
    words = WordsField(label="Who was there, and how did it go?", rows=4, max_length=1000)
