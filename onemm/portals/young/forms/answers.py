"""Answering our question."""

from django import forms

from onemm.impact.instruments import EXPERIENCE
from onemm.web.forms import Form


class QuestionForm(Form):
    """One question, five answers."""

    value = forms.TypedChoiceField(
        label=EXPERIENCE.question, choices=EXPERIENCE.answers, coerce=int, widget=forms.RadioSelect
    )
