"""What an editor types that has parts of its own: a question with its choices, a moment with its options."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms

from onemm.learning.rules.plainness import CHOICES
from onemm.learning.rules.scenarios import POINTS
from onemm.portals.staff.forms.writing import Saving
from onemm.web.forms import WordsField

LETTERS = "abcd"
NEW_PLACES = [("new-step", "A new moment, to be written"), ("new-ending", "A new ending, to be written")]


class QuestionForm(Saving):
    """A question with three choices, one of them right, each with its own word on the reasoning."""

    text = WordsField(label="Question", rows=2, max_length=400)

    def __init__(self, *args: Any, kept: Mapping[str, Any], **kwargs: Any) -> None:
        self.kept = list(kept.get("choice", ()))
        kwargs["initial"] = {**(kwargs.get("initial") or {}), "text": kept.get("text", ""), **self._kept()}
        super().__init__(*args, **kwargs)
        count = max(CHOICES, len(self.kept))
        for at in range(1, count + 1):
            self.fields[f"text_{at}"] = WordsField(label=f"Choice {at}", rows=2, max_length=400)
            self.fields[f"feedback_{at}"] = WordsField(
                label=f"What to think about, if choice {at} is taken", rows=3, max_length=800
            )
        self.fields["right"] = forms.ChoiceField(
            label="Which choice is right?",
            choices=[(str(at), f"Choice {at}") for at in range(1, count + 1)],
            widget=forms.RadioSelect,
        )

    def _kept(self) -> dict[str, str]:
        values: dict[str, str] = {}
        for at, choice in enumerate(self.kept, 1):
            values |= {f"text_{at}": choice["text"], f"feedback_{at}": choice["feedback"]}
            if choice.get("right"):
                values["right"] = str(at)
        return values

    def values(self) -> dict[str, Any]:
        values = self.cleaned_data
        keys = [choice["key"] for choice in self.kept] + [
            letter for letter in LETTERS if letter not in {kept["key"] for kept in self.kept}
        ]
        count = sum(name.startswith("feedback_") for name in self.fields)
        choices = [
            {
                "key": keys[at - 1],
                "text": values[f"text_{at}"],
                "feedback": values[f"feedback_{at}"],
                "right": values["right"] == str(at),
            }
            for at in range(1, count + 1)
        ]
        return {"text": values["text"], "choice": choices}


class StepForm(Saving):
    """A moment with up to four things to do; what is left empty is not offered."""

    text = WordsField(
        label="What happens?",
        rows=5,
        max_length=2000,
        help_text="Use {name} or another detail in curly brackets for what is different each time.",
    )

    def __init__(self, *args: Any, kept: Mapping[str, Any], places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        self.kept = list(kept.get("option", ()))
        self.count = max(len(LETTERS), len(self.kept))
        kwargs["initial"] = {**(kwargs.get("initial") or {}), "text": kept.get("text", ""), **self._kept()}
        super().__init__(*args, **kwargs)
        for at in range(1, self.count + 1):
            self.fields[f"text_{at}"] = WordsField(label=f"Option {at}", rows=2, max_length=400, required=False)
            self.fields[f"points_{at}"] = forms.TypedChoiceField(
                label=f"How good is option {at}?",
                choices=[("", "Choose"), *((str(points), f"{points}: {words}") for points, words in POINTS.items())],
                coerce=int,
                empty_value=None,
                required=False,
            )
            self.fields[f"feedback_{at}"] = WordsField(
                label=f"What we think of option {at}, and why", rows=3, max_length=800, required=False
            )
            self.fields[f"to_{at}"] = forms.ChoiceField(
                label=f"Where does option {at} lead?", choices=[("", "Say later"), *places, *NEW_PLACES], required=False
            )

    def _kept(self) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for at, option in enumerate(self.kept, 1):
            values |= {
                f"text_{at}": option["text"],
                f"points_{at}": option["points"],
                f"feedback_{at}": option["feedback"],
                f"to_{at}": option["to"],
            }
        return values

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for at in range(1, self.count + 1):
            if cleaned.get(f"text_{at}"):
                if cleaned.get(f"points_{at}") is None:
                    self.add_error(f"points_{at}", "Please choose.")
                if not cleaned.get(f"feedback_{at}"):
                    self.add_error(f"feedback_{at}", "Please fill this in.")
        return cleaned

    def values(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "option": list(self._options())}

    def _options(self) -> Iterator[dict[str, Any]]:
        values = self.cleaned_data
        spare = iter([letter for letter in LETTERS if letter not in {kept["key"] for kept in self.kept}])
        for at in range(1, self.count + 1):
            if values[f"text_{at}"]:
                key = self.kept[at - 1]["key"] if at <= len(self.kept) else next(spare)
                yield {
                    "key": key,
                    "text": values[f"text_{at}"],
                    "points": values[f"points_{at}"],
                    "feedback": values[f"feedback_{at}"],
                    "to": values[f"to_{at}"],
                }


class EndingForm(Saving):
    title = forms.CharField(label="How does it end, in a few words?", max_length=100)
    text = WordsField(label="What became of it?", rows=5, max_length=2000)


class DetailForm(Saving):
    """One thing that is different each time."""

    name = forms.RegexField(
        r"^[a-z][a-z0-9_]{0,19}$",
        label="What is it called?",
        help_text="One word in small letters, such as name or job. In the text it stands as {name}.",
        error_messages={"invalid": "One word in small letters, such as name or job."},
    )
    values_in_words = WordsField(
        label="What may it be?", rows=4, max_length=600, help_text="Two or more, each on a line of its own."
    )

    def clean_values_in_words(self) -> list[str]:
        values = [line.strip() for line in self.cleaned_data["values_in_words"].splitlines() if line.strip()]
        if len(set(values)) < 2 or len(set(values)) < len(values):
            raise forms.ValidationError("Give two or more, each different and on a line of its own.")
        return values

    def values(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"], "values": self.cleaned_data["values_in_words"]}
