"""Answering a proposal."""

from django import forms

from onemm.web.forms import Form, WordsField

ANSWERS = [("yes", "Yes, I would like to meet"), ("no", "No, not this time")]


class AnswerForm(Form):
    """Yes or no, and why not if somebody wishes to say."""

    answer = forms.ChoiceField(label="What do you say?", choices=ANSWERS, widget=forms.RadioSelect)
    reason = WordsField(
        label="If no, would you like to say why?",
        rows=2,
        max_length=300,
        required=False,
        help_text="Only the coordinator can read it. It helps us to think of somebody who suits you better.",
    )
