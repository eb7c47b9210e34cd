"""Questions as a form: one question, one set of choices."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import forms

from onemm.web.forms import Form


class ChoiceLike(Protocol):
    """Anything that can be chosen."""

    @property
    def key(self) -> str: ...
    @property
    def text(self) -> str: ...


class QuestionLike(Protocol):
    """Anything that asks, and offers choices."""

    @property
    def key(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def choices(self) -> Iterable[ChoiceLike]: ...


class Questions(Form):
    """Every question, in its order; each must be answered."""

    def __init__(self, *args: Any, questions: Iterable[QuestionLike], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question.key] = forms.ChoiceField(
                label=question.text,
                choices=[(choice.key, choice.text) for choice in question.choices],
                widget=forms.RadioSelect,
                error_messages={"required": "Choose an answer here."},
            )

    def chosen_so_far(self) -> dict[str, str]:
        """Return what has been ticked, sent or not, whole or not."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}
