"""What a safeguarding lead says about how checks are asked for."""

from django import forms

from onemm.recruitment.rules.checks import Nation
from onemm.web.forms import Form


class CheckRouteForm(Form):
    """Where applicants of a nation fill in the form, and when it goes out."""

    nation = forms.ChoiceField(
        label="For applicants who live in", choices=[(nation.value, nation.value) for nation in Nation]
    )
    address = forms.URLField(
        label="Address of the form",
        assume_scheme="https",
        max_length=300,
        help_text="The page of the body that sends our checks to the authorities. It begins with https://",
    )
    words = forms.CharField(
        label="What they need there",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as our reference. It stands in the letter, so write no password here.",
    )
    from_sending = forms.BooleanField(
        label="Ask as soon as an application is sent",
        required=False,
        help_text="The check takes longest of all, so this saves days. People are then asked before anybody has "
        "read what they wrote.",
    )
