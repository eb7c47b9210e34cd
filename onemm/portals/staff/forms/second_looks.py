"""Looking again: at a decision, and at someone who is like someone else."""

from django import forms

from onemm.web.forms import Form, WordsField


class AppealAnswerForm(Form):
    uphold = forms.TypedChoiceField(
        label="Does the decision stand?",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("no", "It stands"), ("yes", "It falls: the application goes back to screening")],
    )
    answer = WordsField(label="Why?", help_text="The applicant reads these words. Be clear, and kind.")


class LikenessForm(Form):
    same = forms.TypedChoiceField(
        label="Is it one person or two?",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("no", "Two people: it is chance, or family"), ("yes", "The same person")],
    )
    words = WordsField(
        label="How do you know?",
        help_text="What you looked at, or whom you asked. The decision on the application is still to be made.",
    )
