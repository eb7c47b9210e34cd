"""Forms as the design system draws them, and the fields that the whole platform shares."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils import timezone

from onemm.lib.errors import Refused
from onemm.lib.geo import BadPostcode, tidy_postcode
from onemm.people.vocabulary import HALF_DAYS, bits_of, half_days_in

LONGEST_WORDS = 4000
"""Letters in one box. Long enough for a hard story, short enough to stop a flood."""


class Renderer(TemplatesSetting):
    """Draws every form with our templates: label above, hint, error tied to its field."""

    form_template_name = "ui/forms/div.html"
    field_template_name = "ui/forms/field.html"


class Form(forms.Form):
    """The form every portal starts from."""

    required_css_class = "required"
    # Our own summary says what is missing, links to it and is read aloud; a browser's bubble does none of these.
    use_required_attribute = False
    either: tuple[str, ...] = ()
    """Two fields of which one is needed, whichever; the form's own `clean` says so when neither was given."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def refuse(self, refusal: Refused) -> None:
        """Show what a rule said at the field it belongs to, or above the form."""
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, str(refusal))


class DateField(forms.DateField):
    """A day, chosen with the browser's own picker, or typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d.%m.%Y"])
        kwargs.setdefault("error_messages", {"invalid": "Give a date, like 27/3/2008"})
        super().__init__(**kwargs)


class TimeField(forms.TimeField):
    """A time of day, chosen with the browser's own picker, or typed as people do: 17:30, 17.30, 5.30pm."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
        kwargs.setdefault(
            "input_formats",
            ["%H:%M", "%H:%M:%S", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I:%M %p", "%I.%M %p", "%I %p"],
        )
        kwargs.setdefault("error_messages", {"invalid": "Give a time, like 17:30"})
        super().__init__(**kwargs)


def moment(day: Any, at: Any) -> datetime | None:
    """Return a day and a time as one aware moment, local to where the programme runs."""
    return (
        timezone.make_aware(datetime.combine(day, at)) if day and at is not None else None
    )  # both from checked fields


class PostcodeField(forms.CharField):
    """A UK postcode, however it is typed; cleaned to `OL1 1UL`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 12)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "postal-code", "class": "short"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value) or "")
        if not typed:
            return ""
        try:
            return tidy_postcode(typed)
        except BadPostcode as problem:
            raise ValidationError("Give a postcode, like OL1 1UL") from problem


class WordsField(forms.CharField):
    """Someone's own words, in a box with room for them."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_WORDS)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)


class HalfDaysField(forms.TypedMultipleChoiceField):
    """A week of half-days; cleaned to a 21-bit number (see `people.vocabulary`)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple(attrs={"class": "week"}))
        super().__init__(choices=HALF_DAYS, coerce=int, **kwargs)

    def clean(self, value: Any) -> int:
        return bits_of(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return half_days_in(value) if isinstance(value, int) else value
