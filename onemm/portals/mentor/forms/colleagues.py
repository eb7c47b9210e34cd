from django import forms

from onemm.web.forms import Form


class LetterForm(Form):
    """Someone whom a mentor would like us to write to."""

    first_name = forms.CharField(
        label="Their first name", max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    email = forms.EmailField(label="Their e-mail address", widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    told = forms.BooleanField(
        label="They know that we will write to them.",
        help_text="We write once, in your name, and forget the address once it is answered.",
    )
