"""What a school or youth charity types when it asks to take part."""

from django import forms

from onemm.web.forms import Form, PostcodeField, WordsField


class AskToJoin(Form):
    """Who asks, for which organisation, and what we should know."""

    organisation_name = forms.CharField(label="School, college or youth charity", max_length=120)
    postcode = PostcodeField(label="Its postcode", help_text="So that the right programme manager reads this.")
    contact_name = forms.CharField(
        label="Your name", max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contact_email = forms.EmailField(
        label="Your work e-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    words = WordsField(
        label="What would you like for your young people?",
        required=False,
        help_text="Please name no young person here.",
    )
