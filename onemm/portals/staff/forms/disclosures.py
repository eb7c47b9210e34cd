"""What a check showed, and what two safeguarding leads make of it."""

from django import forms

from onemm.web.forms import Form, WordsField


class DisclosureForm(Form):
    words = WordsField(
        label="What does the certificate show?",
        help_text="As little as two people need to decide. Only safeguarding leads read it, and it is gone within six "
        "months.",
    )


class OpinionForm(Form):
    accept = forms.TypedChoiceField(
        label="May this person mentor, with what the check showed?",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes: it does not stand in the way"), ("no", "No: it does")],
        help_text="Think of what it was, how long ago, how old they were, and what has happened since.",
    )
    reasons = WordsField(
        label="Why?", help_text="For the other lead. Gone within six months, like what the check showed."
    )
