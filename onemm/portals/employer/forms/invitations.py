"""A list of colleagues."""

from django import forms

from onemm.web.forms import Form

LARGEST_LIST = 256 * 1024
"""Bytes: several thousand addresses."""


class ListForm(Form):
    """A CSV file of colleagues' addresses."""

    file = forms.FileField(label="Your list, as a CSV file", widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))
    told = forms.BooleanField(
        label="Everybody on this list knows that we will write to them.",
        help_text="You may give us their work addresses for this one letter. We forget an address once it is "
        "answered, or "
        "after sixty days.",
    )

    def clean_file(self) -> bytes:
        """Return the bytes of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_LIST:
            raise forms.ValidationError("This file is larger than 256 KB. Send the list in parts.")
        content: bytes = file.read()
        return content
