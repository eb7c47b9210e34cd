"""Saying that you met, and how it goes."""

from django import forms

from onemm.web.forms import Form, WordsField


class MetForm(Form):
    """We met: for how long, and one line if there is something to say."""

    minutes = forms.TypedChoiceField(
        label="For how long?",
        coerce=int,
        initial=60,
        widget=forms.RadioSelect(attrs={"class": "short"}),
        choices=[(30, "30 minutes"), (45, "45 minutes"), (60, "1 hour"), (90, "1½ hours")],
    )
    words = forms.CharField(
        label="What was good about it?", max_length=200, required=False, help_text="One line. You both see this."
    )


class PulseForm(Form):
    """How it is going, from 1 to 10."""

    value = forms.TypedChoiceField(
        label="How is it going with your mentor, from 1 to 10?",
        coerce=int,
        choices=[(n, str(n)) for n in range(1, 11)],
        widget=forms.RadioSelect(attrs={"class": "scale"}),
        help_text="1 is not at all well, 10 could not be better.",
    )
    words = WordsField(
        label="Anything you want your coordinator to know?",
        required=False,
        max_length=500,
        help_text="Your mentor never sees this. Your coordinator does.",
    )
