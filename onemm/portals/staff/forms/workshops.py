"""What a trainer types: a workshop, another date, a reason, a code or an address at the door."""

from typing import Any

from django import forms

from onemm.web.forms import DateField, Form, PostcodeField, TimeField, WordsField, moment
from onemm.workshops.actions.offering import Details
from onemm.workshops.models import Workshop

MOST_SEATS = 200


class Day(Form):
    """When it begins."""

    day = DateField(label="Which day?")
    time = TimeField(label="At what time does it begin?")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["starts_at"] = moment(cleaned.get("day"), cleaned.get("time"))
        return cleaned


class What(Form):
    """What a workshop is, but for when."""

    title = forms.CharField(label="What is it called?", max_length=120)
    covers = WordsField(
        label="What does it cover?",
        rows=3,
        max_length=600,
        help_text="Two or three sentences, as you would say them to somebody new.",
    )
    minutes = forms.IntegerField(
        label="How many minutes?",
        min_value=15,
        max_value=480,
        initial=120,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    seats = forms.IntegerField(
        label="How many seats?",
        min_value=1,
        max_value=MOST_SEATS,
        initial=12,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    channel = forms.ChoiceField(
        label="How do you meet?",
        choices=Workshop.Channel.choices,
        initial=Workshop.Channel.FACE_TO_FACE,
        widget=forms.RadioSelect,
    )
    venue = forms.CharField(
        label="Where?", max_length=200, required=False, help_text="Face to face: the building and the room."
    )
    postcode = PostcodeField(
        label="Its postcode", required=False, help_text="People find workshops by how far they are."
    )
    access_notes = WordsField(
        label="Getting in",
        rows=3,
        max_length=600,
        required=False,
        help_text="Step-free way in, hearing loop, parking, which bell to ring.",
    )
    link = forms.URLField(
        label="Address of the online room",
        required=False,
        assume_scheme="https",
        help_text="Online: only those with a seat see it.",
    )

    def details(self) -> Details:
        names = ("title", "covers", "channel", "minutes", "seats", "venue", "postcode", "access_notes", "link")
        return Details(**{name: self.cleaned_data[name] for name in names})


class NewWorkshop(Day, What):
    """Everything at once; when comes after what."""

    field_order = ("title", "covers", "day", "time", "minutes", "seats", "channel")


class Reason(Form):
    reason = WordsField(
        label="Why?", rows=3, max_length=600, help_text="Everybody who booked or waits gets these words."
    )


class Door(Form):
    code = forms.CharField(
        label="Code",
        max_length=12,
        help_text="Six letters and digits, on their phone or in their letter.",
        widget=forms.TextInput(
            attrs={"class": "short", "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class FromTheDoor(Form):
    """One thing that was done at the door, perhaps without a line: a tick, or someone who walked in; and when, by the
    phone's clock.
    """

    booking = forms.CharField(max_length=12, required=False)
    here = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], required=False)
    email = forms.EmailField(required=False)
    at = forms.DateTimeField()


class WalkIn(Form):
    email = forms.EmailField(label="Their e-mail address", help_text="The one that they signed up with.")
