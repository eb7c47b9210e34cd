"""Planning an hour, writing it down, and saying how it goes."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from onemm.mentoring.models import Session
from onemm.places.models import Channel
from onemm.web.forms import DateField, Form, TimeField, WordsField, moment

USUAL_MINUTES = 60
OTHER_LENGTH = "other"


class PlanForm(Form):
    """When and where the next hour is."""

    day = DateField(label="Which day?")
    time = TimeField(label="At what time?")
    channel = forms.ChoiceField(
        label="How?",
        widget=forms.RadioSelect,
        initial=Channel.FACE_TO_FACE,
        choices=[
            (Channel.FACE_TO_FACE, "Face to face"),
            (Channel.ONLINE, "Online, in the room your coordinator gives you"),
        ],
    )
    where = forms.CharField(
        label="Where?",
        max_length=200,
        required=False,
        help_text="A place that your coordinator knows, such as the school library.",
    )
    purpose = forms.CharField(
        label="What is it for?",
        max_length=200,
        required=False,
        help_text="Meetings with a purpose help most. One line will do.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["at"] = moment(cleaned.get("day"), cleaned.get("time"))
        return cleaned


class LogForm(Form):
    """An hour that was: when, how long, and one line if there is something to say."""

    day = DateField(label="Which day?")
    time = TimeField(label="From what time?")
    minutes = forms.ChoiceField(
        label="For how long?",
        initial=str(USUAL_MINUTES),
        widget=forms.RadioSelect(attrs={"class": "short"}),
        choices=[
            ("30", "30 minutes"),
            ("45", "45 minutes"),
            ("60", "1 hour"),
            ("90", "1½ hours"),
            (OTHER_LENGTH, "Another length"),
        ],
    )
    other_minutes = forms.IntegerField(
        label="Minutes, if another length", required=False, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )
    words = forms.CharField(label="One line about it", max_length=200, required=False, help_text="You both see this.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["at"] = moment(cleaned.get("day"), cleaned.get("time"))
        if (
            cleaned.get("minutes") == OTHER_LENGTH
            and not cleaned.get("other_minutes")
            and "other_minutes" not in self.errors
        ):
            self.add_error("other_minutes", ValidationError("Say how many minutes it was."))
        return cleaned

    @property
    def length(self) -> int:
        """The minutes, whichever way they were given."""
        chosen: str = self.cleaned_data["minutes"]
        return int(self.cleaned_data["other_minutes"] if chosen == OTHER_LENGTH else chosen)

    @staticmethod
    def start(session: Session | None) -> dict[str, object]:
        """Return what stands in the form at first: the planned time, or today at this hour."""
        at = timezone.localtime(session.at if session else timezone.now())
        return {"day": at.date(), "time": at.time() if session else time(at.hour, 0)}


class PulseForm(Form):
    """How it is going, from 1 to 10."""

    value = forms.TypedChoiceField(
        label="How is it going between you, from 1 to 10?",
        coerce=int,
        choices=[(n, str(n)) for n in range(1, 11)],
        widget=forms.RadioSelect(attrs={"class": "scale"}),
        help_text="1 is not at all well, 10 could not be better.",
    )
    words = WordsField(
        label="Anything your coordinator should know?",
        required=False,
        max_length=500,
        help_text="Only the people who look after you both read this, never the other one.",
    )
