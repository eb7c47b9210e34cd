"""What a coordinator types about places and programmes."""

from typing import Any, cast

from django import forms

from onemm.places.models import Channel, Organisation, Site
from onemm.web.forms import DateField, Form, PostcodeField

YOUNGEST, OLDEST = 14, 25


class SchoolSearch(Form):
    """A postcode, or words of a name and a town."""

    q = forms.CharField(
        label="Name, town or postcode",
        max_length=100,
        error_messages={"required": "Type a name, a town or a postcode."},
    )


class SiteByHand(Form):
    """A place that is on no register."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Partner", to_field_name="public_id", empty_label=None
    )
    name = forms.CharField(
        label="Name of the place", max_length=200, help_text="As young people call it, like Hathershaw Youth Centre"
    )
    postcode = PostcodeField(label="Postcode")

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _only_one_to_choose(self, "organisation", organisations)


class NewProgramme(Form):
    """One run of mentoring: where, when, for whom, how, and for how many."""

    site = forms.ModelChoiceField(
        Site.objects.none(), label="Where it happens", to_field_name="public_id", empty_label=None
    )
    name = forms.CharField(
        label="What you call it",
        max_length=120,
        help_text="Like Year 11, 2026 to 2027. Mentors and young people see it.",
    )
    starts_on = DateField(label="First day")
    ends_on = DateField(label="Last day", help_text="A year is usual: one hour a month, twelve times.")
    channel = forms.ChoiceField(
        label="How pairs meet", choices=Channel.choices, widget=forms.RadioSelect, initial=Channel.EITHER
    )
    youngest = forms.IntegerField(
        label="Youngest", min_value=YOUNGEST, max_value=OLDEST, initial=14, widget=forms.NumberInput(attrs={"size": 3})
    )
    oldest = forms.IntegerField(
        label="Oldest", min_value=YOUNGEST, max_value=OLDEST, initial=19, widget=forms.NumberInput(attrs={"size": 3})
    )
    supervised = forms.TypedChoiceField(
        label="Is a member of your staff nearby when pairs meet?",
        coerce=lambda answer: answer == "yes",
        initial="yes",
        choices=[("yes", "Yes, always"), ("no", "No, not always")],
        widget=forms.RadioSelect(attrs={"class": "short"}),
        help_text="This decides which check a mentor needs.",
    )
    places_wanted = forms.IntegerField(
        label="How many young people would you like a mentor for?",
        min_value=1,
        max_value=2000,
        widget=forms.NumberInput(attrs={"size": 5}),
    )

    def __init__(self, *args: Any, sites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _only_one_to_choose(self, "site", sites)


def _only_one_to_choose(form: forms.Form, name: str, rows: Any) -> None:
    """Offer these rows; a list of one is no question, so it is not asked."""
    field = cast("forms.ModelChoiceField[Any]", form.fields[name])
    field.queryset = rows
    if len(rows) == 1:
        field.initial = rows[0].public_id
        field.widget = field.hidden_widget()
