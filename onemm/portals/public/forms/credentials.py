"""Checking a badge."""

from django import forms

from onemm.web.forms import Form

LONGEST_BADGE = 20_000


class CheckABadge(Form):
    """The badge as text."""

    token = forms.CharField(
        label="The badge",
        help_text="Open the badge file with any text editor, and paste all of it here.",
        max_length=LONGEST_BADGE,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={"required": "Paste the badge here."},
    )
