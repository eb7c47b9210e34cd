"""Checking a passport."""

from typing import Any

from django import forms

from onemm.web.forms import Form

LONGEST_PASSPORT = 20_000


class CheckAPassport(Form):
    """The file, or what is in it."""

    either = ("file", "token")
    file = forms.FileField(
        label="The passport’s file",
        required=False,
        help_text="Its name ends in .jwt",
        widget=forms.FileInput(attrs={"accept": ".jwt,.txt"}),
    )
    token = forms.CharField(
        label="Or what is in it",
        required=False,
        max_length=LONGEST_PASSPORT,
        help_text="Open the file with any text editor, and paste all of it here.",
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Put the text of whichever was given into `token`."""
        given = super().clean() or {}
        if given.get("file"):
            if given["file"].size > LONGEST_PASSPORT:
                raise forms.ValidationError("This file is far too long for a passport.")
            given["token"] = given["file"].read().decode("ascii", errors="replace")
        if not given.get("token"):
            raise forms.ValidationError("Choose the file, or paste what is in it.")
        return given
