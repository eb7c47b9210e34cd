"""Young people, put forward one by one or from a list."""

from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.mentoring.models import Enrolment
from onemm.mentoring.queries import LEFT, STANDINGS, in_standing, programmes_to_fill
from onemm.mentoring.rules import MATTERS_MOST, ConsentGiven, Wishes
from onemm.people.models import Consent, Person
from onemm.people.vocabulary import Gender, Interest, Language, Sector
from onemm.places.models import Channel
from onemm.web.filters import Filter
from onemm.web.forms import DateField, Form, HalfDaysField, WordsField

LARGEST_LIST = 1024 * 1024
"""Bytes: some five thousand rows."""


class ProgrammeField(forms.ModelChoiceField):  # type: ignore[type-arg]  # cannot be subscripted at run time
    """One of the programmes that someone fills."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=None, to_field_name="public_id", empty_label=None, **kwargs)


class WishesForm(Form):
    """What a young person hopes for and when they can meet."""

    half_days = HalfDaysField(label="When could they meet?", required=False)
    channel = forms.ChoiceField(
        label="How would they like to meet?", choices=Channel.choices, initial=Channel.EITHER, widget=forms.RadioSelect
    )
    aspirations = forms.MultipleChoiceField(
        label="What work are they curious about?",
        choices=Sector.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
    )
    interests = forms.MultipleChoiceField(
        label="What do they like doing?",
        choices=Interest.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
    )
    languages = forms.MultipleChoiceField(
        label="Which languages could they talk in?",
        choices=Language.choices,
        initial=[Language.ENGLISH],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
    )
    matters_most = forms.ChoiceField(
        label="What matters most to them?",
        required=False,
        choices=[("", "No one thing"), *MATTERS_MOST.items()],
        widget=forms.RadioSelect,
    )
    wants_gender = forms.ChoiceField(
        label="Do they want a mentor of one gender?",
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "No, anyone"), *((value, label) for value, label in Gender.choices if value)],
        help_text="If they say so, we never suggest anybody else.",
    )
    hopes = WordsField(
        label="What do they hope for, in their own words?",
        required=False,
        max_length=1000,
        help_text="The mentor does not see this before they have met.",
    )

    def wishes(self) -> Wishes:
        """Return what was chosen, as the action takes it."""
        return {
            "half_days": self.cleaned_data["half_days"],
            "channel": self.cleaned_data["channel"],
            "aspirations": self.cleaned_data["aspirations"],
            "interests": self.cleaned_data["interests"],
            "languages": self.cleaned_data["languages"],
            "matters_most": self.cleaned_data["matters_most"],
            "wants_gender": self.cleaned_data["wants_gender"],
            "hopes": self.cleaned_data["hopes"],
        }


def wishes_in_words(kept: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return each question with what was said, for reading rather than changing; what was left open is not there."""
    answers = []
    for field in WishesForm(initial=dict(kept)):
        value, choices = field.value(), dict(getattr(field.field, "choices", ()))
        chosen = value if isinstance(value, list | tuple) else [value] if value else []
        if chosen:
            answers.append((str(field.label), ", ".join(str(choices.get(each, each)) for each in chosen)))
    return answers


class ConsentForm(Form):
    """Who said yes, and when."""

    consent_by = forms.ChoiceField(
        label="Who said yes?",
        widget=forms.RadioSelect,
        choices=[
            (Consent.GivenBy.GUARDIAN, "A parent or guardian – needed when they are under 16"),
            (Consent.GivenBy.SELF, "The young person – from their 16th birthday"),
        ],
    )
    guardian_name = forms.CharField(
        label="Name of the parent or guardian",
        required=False,
        max_length=120,
        help_text="Only when they are under 16.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    consent_date = DateField(label="On which day?", help_text="Within the last 12 months.")

    def consent(self) -> ConsentGiven:
        """Return what was recorded, as the action takes it."""
        said = self.cleaned_data
        return ConsentGiven(
            given_by=said["consent_by"], given_on=said["consent_date"], guardian_name=said["guardian_name"]
        )


class YoungPersonForm(WishesForm, ConsentForm):
    """One young person: who they are, who said yes, and what they hope for."""

    programme = ProgrammeField(label="Programme")
    reference = forms.CharField(
        label="Your reference",
        max_length=40,
        help_text="Your own short name or number for them, such as Y11-042.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 14}),
    )
    first_name = forms.CharField(
        label="First name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    last_initial = forms.CharField(
        label="First letter of their last name",
        max_length=1,
        required=False,
        help_text="We do not need more than one letter.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 3}),
    )
    born = DateField(label="Birth date")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = self.fields["programme"]
        assert isinstance(programmes, ProgrammeField)  # noqa: S101  # for the type checker
        programmes.queryset = programmes_to_fill(person)

    def enrolment(self) -> dict[str, Any]:
        """Return who it is, as the action takes it."""
        return {
            "programme": self.cleaned_data["programme"],
            "reference": self.cleaned_data["reference"],
            "first_name": self.cleaned_data["first_name"],
            "last_name": self.cleaned_data["last_initial"].upper(),
            "born": self.cleaned_data["born"],
            "consent": self.consent(),
            **self.wishes(),
        }


class ListForm(Form):
    """A CSV file for one programme."""

    programme = ProgrammeField(label="Programme")
    file = forms.FileField(label="Your list, as a CSV file", widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = self.fields["programme"]
        assert isinstance(programmes, ProgrammeField)  # noqa: S101  # for the type checker
        programmes.queryset = programmes_to_fill(person)

    def clean_file(self) -> bytes:
        """Return the bytes of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_LIST:
            raise forms.ValidationError("This file is larger than 1 MB. Send the list in parts.")
        content: bytes = file.read()
        return content


class YoungPeopleFilter(Filter):
    """Which young people to list."""

    label = "Filter young people"
    programme = ProgrammeField(label="Programme", required=False)
    standing = forms.ChoiceField(label="Show", required=False, choices=[("", "Everyone who is here"), *STANDINGS])

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = self.fields["programme"]
        assert isinstance(programmes, ProgrammeField)  # noqa: S101  # for the type checker
        programmes.empty_label = "All programmes"
        programmes.queryset = programmes_to_fill(person)

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        return in_standing(rows, standing=asked["standing"] or "", programme=asked["programme"])

    @property
    def shows_those_who_left(self) -> bool:
        return bool(self.answers["standing"] == LEFT)


class CardsForm(forms.Form):
    """Whose sign-in cards to print: at most a class at a time."""

    chosen = forms.MultipleChoiceField(error_messages={"required": "Tick the young people first."})

    def __init__(self, *args: Any, shown: list[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101  # for the type checker
        field.choices = [(enrolment.public_id, enrolment.person.first_name) for enrolment in shown]
