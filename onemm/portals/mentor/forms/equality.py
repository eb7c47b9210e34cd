from typing import Any

from django import forms

from onemm.outreach.rules.equality import QUESTIONS
from onemm.web.forms import Form


class EqualityForm(Form):
    """Four questions, every one of which may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.name] = forms.ChoiceField(
                label=question.words,
                choices=[*question.answers, ("", "I would rather not say")],
                required=False,
                widget=forms.RadioSelect,
            )
