"""What someone says of an applicant: five short questions on one page."""

from typing import Any

from django import forms

from onemm.recruitment.models import Reference
from onemm.web.forms import Form, WordsField


def _score(label: str, *answers: str) -> forms.TypedChoiceField:
    """Four plain answers, from 4 (strong) to 1 (worrying), the best first as people expect it."""
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(4 - at, words) for at, words in enumerate(answers)],
        error_messages={"required": "Choose one of the four answers."},
    )


class ReferenceForm(Form):
    known_for_years = forms.IntegerField(
        label="For how many years have you known them?",
        min_value=0,
        max_value=90,
        help_text="A guess will do. Less than one is 0.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reliable"] = _score(
            f"If {name} says they will come, do they?",
            "Always, or they say so early",
            "Nearly always",
            "Not always",
            "I would not count on it",
        )
        self.fields["patient"] = _score(
            f"How does {name} listen to somebody who is finding it hard?",
            "Patiently, and asks before advising",
            "Well, most of the time",
            "Is quick to give advice",
            "Is impatient or dismissive",
        )
        self.fields["safe"] = _score(
            f"Would you be happy for {name} to spend an hour a month with a teenager you care about?",
            "Yes, without a second thought",
            "Yes, I think so",
            "I am not sure",
            "No",
        )
        self.fields["verdict"] = forms.ChoiceField(
            label="All in all, what do you recommend?",
            widget=forms.RadioSelect,
            error_messages={"required": "Choose one of the three answers."},
            choices=[
                (Reference.Verdict.YES, f"{name} would make a good mentor"),
                (Reference.Verdict.DOUBTS, "Perhaps, but there is something to talk about first"),
                (Reference.Verdict.NO, f"{name} should not mentor young people"),
            ],
        )
        self.fields["words"] = WordsField(
            label="In your own words",
            help_text=f"Anything that shows what {name} is like, or that worries you. A sentence or two is plenty. "
            f"{name} does not see it.",
            error_messages={"required": "Write a sentence or two, however short."},
        )


class RatherNot(Form):
    """Nothing to fill in: saying so is the answer."""
