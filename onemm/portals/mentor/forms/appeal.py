"""Asking for a second look."""

from onemm.web.forms import Form, WordsField


class AppealForm(Form):
    words = WordsField(
        label="What should we look at again?",
        help_text="What you think we missed or got wrong. A few sentences are enough.",
    )
