"""Naming someone who speaks for an applicant."""

from django import forms

from onemm.web.forms import Form


class RefereeForm(Form):
    name = forms.CharField(label="Their name", max_length=120)
    email = forms.EmailField(
        label="Their e-mail address", help_text="We write to it today. Not your own, and not one that you share."
    )
    relation = forms.CharField(
        label="How do they know you?",
        max_length=120,
        help_text="Like “my manager for six years” or “a neighbour”. Not family, and not somebody you live with.",
    )
