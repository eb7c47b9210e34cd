from django import forms

from onemm.web.forms import Form


class No(Form):
    """A no, and whether it is for good."""

    for_good = forms.BooleanField(
        label="Do not invite me again",
        required=False,
        help_text="We keep a code that recognises your address and cannot be read back, so that no later list makes us "
        "write to you.",
    )
