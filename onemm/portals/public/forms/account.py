from django import forms
from django.http import HttpRequest

from onemm.people.models import Person
from onemm.web.forms import Form


class SignUp(forms.Form):
    """What a new account is asked beside the address and a password."""

    first_name = forms.CharField(
        label="First name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label="Last name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    field_order = ("first_name", "last_name", "email", "password1")

    def signup(self, request: HttpRequest, person: Person) -> None:
        """The library calls this once the account is kept; it has already taken the names from the form."""


class CardCode(Form):
    """The code on a sign-in card."""

    code = forms.CharField(
        label="The code on your card",
        max_length=40,
        help_text="Three groups of four letters and numbers. Capitals and dashes do not matter.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false", "size": 16}
        ),
    )
