from django import forms

from onemm.web.forms import Form, PostcodeField


class WaitingForm(Form):
    """Who would like to hear when we open near them."""

    postcode = PostcodeField(label="Your postcode", help_text="The first half is enough, such as BT1.")
    first_name = forms.CharField(
        label="Your first name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    email = forms.EmailField(label="Your e-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
