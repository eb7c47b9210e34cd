"""Offering times for a talk."""

from collections.abc import Sequence
from typing import Any

from django import forms

from onemm.recruitment.models import Slot
from onemm.recruitment.rules.talks import MOST_AT_ONCE
from onemm.web.forms import DateField, Form


class OfferForm(Form):
    """A row of times on one day."""

    day = DateField(label="Which day?")
    first = forms.TimeField(
        label="When does the first begin?",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text="Like 17:00, by the clock on your wall.",
    )
    how_many = forms.IntegerField(
        label="How many, one after another?",
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=4,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    minutes = forms.TypedChoiceField(
        label="How long is each?",
        coerce=int,
        initial=30,
        choices=[(30, "30 minutes"), (45, "45 minutes"), (60, "An hour")],
    )
    channel = forms.ChoiceField(
        label="How do you talk?", choices=Slot.Channel.choices, widget=forms.RadioSelect(attrs={"class": "short"})
    )
    where = forms.CharField(
        label="Where?", max_length=200, help_text="The link for a video call, the number they ring, or the address."
    )

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(areas) > 1:
            self.fields["area"] = forms.ChoiceField(label="For applicants in which area?", choices=areas)
