"""What a programme manager types about partners."""

from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.places.models import Area
from onemm.web.filters import Filter
from onemm.web.forms import Form, WordsField


class FindPartner(Filter):
    """Partners by their name."""

    label = "Find a partner"
    button = "Find"
    q = forms.CharField(label="Name of a partner", required=False, max_length=100, widget=forms.SearchInput)

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        return rows.filter(name__icontains=asked["q"] or "")


class FindEmployer(FindPartner):
    """Employers by their name."""

    label = "Find an employer"
    q = forms.CharField(label="Name of an employer", required=False, max_length=100, widget=forms.SearchInput)


class NewPartner(Form):
    """An organisation that works with young people."""

    name = forms.CharField(label="Name", max_length=120, help_text="Of the school, college or youth charity")
    area = forms.ModelChoiceField(Area.objects.none(), label="Area", to_field_name="slug", empty_label="Choose an area")

    def __init__(self, *args: Any, areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]  # the field declared above


class NewEmployer(NewPartner):
    """An organisation whose staff mentor."""

    name = forms.CharField(label="Name", max_length=120, help_text="As its own people call it")


class Invitation(Form):
    """Someone who is to coordinate at a partner, or to lead mentoring at an employer."""

    first_name = forms.CharField(label="First name", max_length=80)
    last_name = forms.CharField(label="Last name", max_length=80)
    email = forms.EmailField(
        label="Work e-mail address", help_text="We write to this address, and they sign in with it."
    )


class Declining(Form):
    """Why not, in words that go to whoever asked."""

    answer = WordsField(
        label="What we write back", help_text="Say why, and what they could do instead. They get these words by e-mail."
    )
