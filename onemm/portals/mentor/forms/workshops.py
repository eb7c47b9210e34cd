"""Looking for a workshop, and saying how it was."""

from django import forms

from onemm.web.forms import DateField, Form, PostcodeField, WordsField

MILES = (2, 5, 10, 20, 50)


class NearMe(Form):
    """Where from, how far, and from which day on."""

    postcode = PostcodeField(label="Near which postcode?", required=False)
    miles = forms.TypedChoiceField(
        label="How far?", coerce=int, required=False, choices=[(n, f"Up to {n} miles") for n in MILES]
    )
    day = DateField(label="From which day?", required=False)


class HowWasIt(Form):
    """One number and, if someone wishes, a few words."""

    value = forms.TypedChoiceField(
        label="How useful was it, from 1 to 5?",
        coerce=int,
        choices=[(n, str(n)) for n in range(1, 6)],
        widget=forms.RadioSelect(attrs={"class": "scale"}),
        help_text="1 is a wasted evening, 5 could not be better.",
    )
    words = WordsField(
        label="What should the trainer keep, or change?",
        required=False,
        rows=3,
        max_length=600,
        help_text="The trainer reads this without your name, once five people have answered.",
    )
