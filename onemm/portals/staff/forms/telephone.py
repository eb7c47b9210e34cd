"""What is asked and written down while someone rings."""

from typing import Any

from django import forms

from onemm.outreach.rules.expectations import EXPECTATIONS
from onemm.recruitment.rules.eligibility import QUESTIONS
from onemm.web.forms import Form


class ByTelephone(Form):
    """Who rings, the four questions, and the seven statements, in the order in which they are read out."""

    first_name = forms.CharField(label="First name", max_length=80)
    last_name = forms.CharField(label="Last name", max_length=80)
    number = forms.CharField(
        label="Telephone number",
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            look = {"class": "short"} if len(question.answers) == 2 else {}
            self.fields[question.name] = forms.ChoiceField(
                label=question.words,
                help_text=question.hint,
                choices=question.answers,
                widget=forms.RadioSelect(attrs=look),
                error_messages={"required": f"Ask “{question.words}”"},
            )
        for one in EXPECTATIONS:
            self.fields[f"expect_{one.name}"] = forms.BooleanField(
                label=f"“{one.words}”",
                help_text=one.why,
                error_messages={"required": "Read this out, and ask for a yes."},
            )

    def eligibility(self) -> dict[str, object]:
        return {question.name: self.cleaned_data[question.name] for question in QUESTIONS}

    def expectations(self) -> dict[str, object]:
        return {one.name: self.cleaned_data[f"expect_{one.name}"] for one in EXPECTATIONS}
