"""One small form for each step of the application."""

from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.people.vocabulary import Background, Gender, Interest, Language, Sector
from onemm.recruitment.rules.steps import ABOUT_YOU, BRING, HOW, MOST_AT_ONCE, REACHES_IN_MILES, WHEN, WHERE, WHY
from onemm.web.forms import DateField, Form, HalfDaysField, PostcodeField, WordsField


class StepForm(Form):
    """A step's questions; `answers` and `from_answers` go between the page and the action."""

    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)

    @staticmethod
    def from_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
        return dict(answers)


class AboutYou(StepForm):
    first_name = forms.CharField(
        label="First name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label="Last name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    born = DateField(
        label="When were you born?",
        help_text="Like 27/3/1968. Mentors are 25 or over. A young person never sees this date.",
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "bday"}, format="%Y-%m-%d"),
    )


class Where(StepForm):
    postcode = PostcodeField(
        label="Your home postcode", help_text="We use it to look for people near you. No young person sees it."
    )


class When(StepForm):
    half_days = HalfDaysField(
        label="When could you usually give an hour?",
        help_text="Tick everything that is possible. It does not bind you, and you can change it later.",
        error_messages={"required": "Choose at least one part of the week. It does not bind you."},
    )


class How(StepForm):
    channels = forms.MultipleChoiceField(
        label="How would you like to meet?",
        choices=[("in_person", "In person"), ("online", "Online")],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
        error_messages={"required": "Choose at least one way to meet."},
    )
    reach_miles = forms.TypedChoiceField(
        label="How far would you travel?",
        choices=[(miles, f"Up to {miles} miles") for miles in REACHES_IN_MILES],
        coerce=int,
        widget=forms.RadioSelect(attrs={"class": "short"}),
        help_text="If you only meet online, choose any.",
    )
    capacity = forms.TypedChoiceField(
        label="How many young people would you meet in the same year?",
        coerce=int,
        choices=[(number, "One" if number == 1 else str(number)) for number in range(1, MOST_AT_ONCE + 1)],
        widget=forms.RadioSelect(attrs={"class": "short"}),
        help_text="An hour a month for each. Most people start with one.",
    )

    def answers(self) -> dict[str, Any]:
        channels = self.cleaned_data["channels"]
        kept = {name: self.cleaned_data[name] for name in ("reach_miles", "capacity")}
        return {"in_person": "in_person" in channels, "online": "online" in channels, **kept}

    @staticmethod
    def from_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
        return {**answers, "channels": [name for name in ("in_person", "online") if answers.get(name)]}


def _several(label: str, vocabulary: Any, hint: str, *, required: bool = True) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=vocabulary.choices,
        help_text=hint,
        required=required,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
        error_messages={"required": "Choose at least one."},
    )


class WhatYouBring(StepForm):
    occupation = forms.CharField(
        label="What do you do, or what did you do?",
        max_length=120,
        help_text="Like “pharmacist”, “ran a bakery”, “raised four children”.",
    )
    retired = forms.BooleanField(label="I have retired", required=False)
    sectors = _several("Which kinds of work do you know?", Sector, "Tick what you could talk about from the inside.")
    interests = _several("What do you enjoy?", Interest, "Shared interests make the first hour easier.")
    languages = _several("In which languages can you hold a conversation?", Language, "English counts.")
    gender = forms.ChoiceField(
        label="How do you describe yourself?",
        choices=Gender.choices,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "short"}),
        help_text="Some young people ask for a woman or a man. We use it for nothing else.",
    )
    background = _several(
        "Is any of this part of your story?",
        Background,
        "Only if you wish. We use it to bring people from different worlds together, and never show it to anybody.",
        required=False,
    )
    words = WordsField(
        label="Is there anything a young person would like to know about you?",
        required=False,
        rows=3,
        max_length=600,
        help_text="A sentence or two. A young person may read it, so leave out your surname, your address and your "
        "phone "
        "number.",
    )
    gets_on_with = WordsField(
        label="What kind of young person would you get on with best?",
        required=False,
        rows=2,
        max_length=300,
        help_text="Somebody shy, somebody who takes engines apart, somebody new here. The coordinator reads it "
        "beside each "
        "pair. It rules nobody out.",
    )


class Why(StepForm):
    why = WordsField(
        label="Why do you want to mentor?", rows=5, help_text="In your own words. There is no right answer."
    )
    conduct_agreed = forms.BooleanField(
        label="I agree to the code of conduct",
        help_text="I keep to the agreed place and time. I share no phone number, address or account with a young "
        "person. I "
        "keep no "
        "secrets about safety. I tell the coordinator when something worries me. I say so early if I have to stop.",
        error_messages={"required": "We can only take mentors who agree to the code of conduct."},
    )


class Send(Form):
    """Nothing to fill in: sending is the answer."""


FORMS: Mapping[str, type[StepForm]] = {
    ABOUT_YOU: AboutYou,
    WHERE: Where,
    WHEN: When,
    HOW: How,
    BRING: WhatYouBring,
    WHY: Why,
}
