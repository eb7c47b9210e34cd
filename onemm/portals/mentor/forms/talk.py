"""Choosing a time to talk."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone

from onemm.recruitment.models import Slot
from onemm.web.forms import Form

Days = Sequence[tuple[date, Sequence[Slot]]]


class TalkForm(Form):
    """One tap on a time, one on the button."""

    def __init__(self, *args: Any, days: Days, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slot"] = forms.ChoiceField(
            label="Which time suits you?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose one of the times."},
            choices=_choices(days),
        )

    def offer(self, days: Days) -> None:
        """Offer what is left: a time that has gone meanwhile is not offered again."""
        slot = self.fields["slot"]
        if isinstance(slot, forms.ChoiceField):
            slot.choices = _choices(days)


def _choices(days: Days) -> list[tuple[str, str]]:
    return [(slot.public_id, _in_words(slot)) for _, slots in days for slot in slots]


def _in_words(slot: Slot) -> str:
    at = timezone.localtime(slot.starts_at)
    return (
        f"{date_in_words(at, 'l j F, H:i')} – {slot.get_channel_display().lower()} with "
        f"{slot.interviewer.first_name}, {slot.minutes} minutes"
    )
