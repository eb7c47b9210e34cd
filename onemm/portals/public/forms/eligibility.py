from typing import Any

from django import forms

from onemm.outreach.models import Campaign
from onemm.outreach.queries import campaign_with_word
from onemm.outreach.rules.expectations import EXPECTATIONS
from onemm.recruitment.rules.eligibility import QUESTIONS
from onemm.web.forms import Form


class EligibilityForm(Form):
    """The four questions that say whether someone may apply, as the rules ask them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            look = {"class": "short"} if len(question.answers) == 2 else {}
            self.fields[question.name] = forms.ChoiceField(
                label=question.words,
                help_text=question.hint,
                choices=question.answers,
                widget=forms.RadioSelect(attrs=look),
                error_messages={"required": f"Choose an answer to “{question.words}”"},
            )
        self.fields["code_word"] = forms.CharField(
            label="Do you have a code word?",
            required=False,
            max_length=40,
            help_text="From a poster, a letter or a friend. It tells us how you heard of us, and nothing about you.",
            widget=forms.TextInput(
                attrs={"size": 16, "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
            ),
        )

    def clean_code_word(self) -> Campaign | None:
        """Return the campaign whose word it is, or nothing for an empty one."""
        typed = self.cleaned_data["code_word"]
        campaign = campaign_with_word(typed)
        if typed and campaign is None:
            raise forms.ValidationError(
                "We do not know this code word, or its time is over. Look at it again, or leave this empty."
            )
        return campaign


class ExpectationsForm(Form):
    """The honest statements, each to be said yes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for statement in EXPECTATIONS:
            self.fields[statement.name] = forms.BooleanField(label=statement.words, help_text=statement.why)
