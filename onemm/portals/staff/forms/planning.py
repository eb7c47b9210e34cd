"""How much training there could be."""

from django import forms

from onemm.web.forms import Form


class HowMuch(Form):
    """How many workshops, and how large."""

    workshops = forms.IntegerField(
        label="How many workshops?", min_value=1, max_value=50, widget=forms.NumberInput(attrs={"class": "short"})
    )
    seats = forms.IntegerField(
        label="Seats in each?", min_value=2, max_value=100, widget=forms.NumberInput(attrs={"class": "short"})
    )
