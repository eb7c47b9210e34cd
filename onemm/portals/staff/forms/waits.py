"""Keeping applications moving."""

from collections.abc import Sequence
from typing import Any

from django import forms

from onemm.people.models import Person
from onemm.web.forms import Form


class ReassignForm(Form):
    """Another owner, out of those who screen where the applicant lives."""

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ChoiceField(
            label="Who looks after it from now on?",
            choices=[(person.public_id, person.full_name) for person in people],
            widget=forms.RadioSelect,
        )
