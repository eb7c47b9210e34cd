"""What a programme manager types about a campaign."""

from typing import Any

from django import forms

from onemm.places.models import Area, Organisation
from onemm.web.forms import DateField, Form


class NewCampaign(Form):
    """A way of asking people: what it is called, for how long, and what it costs."""

    name = forms.CharField(
        label="What do you call it?",
        max_length=120,
        help_text="Short and plain, such as “Oldham Library poster”. People see it in the link.",
    )
    code_word = forms.CharField(
        label="Code word",
        max_length=24,
        widget=forms.TextInput(attrs={"size": 16, "autocapitalize": "characters", "autocomplete": "off"}),
        help_text="4 to 20 letters and numbers that somebody can remember from a poster, such as OLDHAM50.",
    )
    area = forms.ModelChoiceField(
        Area.objects.none(), label="Area", to_field_name="slug", required=False, empty_label="Not for one area"
    )
    employer = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Employer",
        to_field_name="public_id",
        required=False,
        empty_label="Not for one employer",
        help_text="Whoever comes by it is counted among this employer’s people.",
    )
    starts_on = DateField(label="First day")
    ends_on = DateField(label="Last day", required=False)
    cost_pounds = forms.IntegerField(
        label="What it costs, in pounds",
        min_value=0,
        max_value=10_000_000,
        initial=0,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text="In all. We show what each ready mentor came to.",
    )

    def __init__(self, *args: Any, areas: Any, employers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]  # the fields declared above
        self.fields["employer"].queryset = employers  # type: ignore[attr-defined]  # as above
