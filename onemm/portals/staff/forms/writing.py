"""What an editor types: what a thing is, and its parts one by one."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms

from onemm.learning.rules.courses import AUDIENCES, GRADES, MOMENTS
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH, LANGUAGES
from onemm.web.forms import DateField, Form, WordsField

KINDS = [
    ("unit", "A unit: something to read, with a few questions"),
    ("scenario", "A scenario: practice on a hard moment"),
    ("course", "A course: units that belong together"),
]
WHO = {"mentor": "Mentors", "young": "Young people", "coordinator": "Coordinators"}
FOR_A_MOMENT = {
    "first-match": "The first match",
    "first-silence": "The first silence",
    "nearing-goodbye": "The goodbye is near",
}
LONGEST_TEXT = 20_000
Body = Mapping[str, Any]


class Begin(Form):
    """A new piece of writing: what kind, where, and a title."""

    kind = forms.ChoiceField(label="What do you want to write?", choices=KINDS, widget=forms.RadioSelect)
    title = forms.CharField(
        label="What is it called?",
        max_length=100,
        help_text="As learners read it. Its address is made from this, and stays.",
    )
    course = forms.ChoiceField(
        label="In which course?",
        required=False,
        help_text="Not needed for a new course. Scenarios are for courses of mentors.",
    )

    def __init__(
        self, *args: Any, courses: Sequence[tuple[str, str]], of_mentors: Collection[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.of_mentors = of_mentors
        self.fields["course"].choices = [("", "Choose a course"), *courses]  # type: ignore[attr-defined]  # the field declared above

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("kind") in {"unit", "scenario"} and not cleaned.get("course"):
            self.add_error("course", "Choose the course it belongs to.")
        elif cleaned.get("kind") == "scenario" and cleaned.get("course", "") not in self.of_mentors:
            self.add_error("course", "Scenarios are practised by mentors. Choose a course of theirs that has a unit.")
        return cleaned


class Saving(Form):
    """A form that says which revision it was made from, so that nobody's words are overwritten unseen."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def values(self) -> dict[str, Any]:
        """Return what to save, as a body keeps it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class About(Saving):
    """What every piece has."""

    title = forms.CharField(label="Title", max_length=100)
    summary = WordsField(
        label="In a sentence or two",
        rows=2,
        max_length=300,
        help_text="What somebody will know or be able to do afterwards.",
    )


class AboutCourse(About):
    audience = forms.ChoiceField(
        label="For whom?", choices=[(audience, WHO[audience]) for audience in AUDIENCES], widget=forms.RadioSelect
    )


class Timed(About):
    """What has a length and a date by which someone looks at it again."""

    minutes = forms.IntegerField(
        label="How many minutes does it take?",
        min_value=1,
        max_value=60,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
        help_text="Somebody reads about 110 words a minute, questions included. We tell you when it does not fit.",
    )
    reviewed_on = DateField(label="When was it last looked over?")
    review_by = DateField(label="When is it due again?", help_text="A year later at most.")
    meaning = forms.ChoiceField(
        label="How much has changed?",
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("new", "The meaning: whoever has done it is told that it changed"),
            ("same", "Only wording: what is asked, and what is right, stay as they are"),
        ],
    )

    def __init__(self, *args: Any, may_say_same: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_say_same:
            del self.fields["meaning"]

    def values(self) -> dict[str, Any]:
        values = super().values()
        values.pop("meaning", None)
        dates = {name: values[name].isoformat() for name in ("reviewed_on", "review_by")}
        return {**values, **dates}


class AboutUnit(Timed):
    reflection = WordsField(
        label="Something to think about",
        rows=3,
        max_length=600,
        required=False,
        help_text="Asked at the end. Nobody is asked what they thought.",
    )
    pass_mark = forms.IntegerField(
        label="How many questions must be right?",
        min_value=1,
        max_value=5,
        widget=forms.NumberInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    moment = forms.ChoiceField(
        label="For which moment?",
        required=False,
        choices=[("", "None"), *((moment, FOR_A_MOMENT[moment]) for moment in MOMENTS)],
        help_text="Only in a course of short units for a certain moment.",
    )
    after = forms.ChoiceField(label="After which unit does it come?", required=False)

    def __init__(self, *args: Any, units: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = [("", "At the end of the course, or where it is now"), *units]  # type: ignore[attr-defined]  # the field declared above


class AboutScenario(Timed):
    rests_on = WordsField(
        label="What does its key rest on?",
        rows=3,
        max_length=600,
        help_text="The rules and sources by which choices are judged.",
        required=False,
    )


class TextBlock(Saving):
    text = WordsField(
        label="Words",
        rows=16,
        max_length=LONGEST_TEXT,
        help_text="A line that begins with ## is a heading, with - a point of a list, with > something said aloud. "
        "**Two "
        "stars** make words bold.",
    )


class DrawingBlock(Saving):
    words = WordsField(
        label="What does the drawing show?", rows=2, max_length=300, help_text="Read aloud to those who cannot see it."
    )


class FileBlock(Saving):
    """A block that shows a file: the one that is sent, or else the one that it has."""

    file = forms.FileField()

    def __init__(self, *args: Any, kept: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.fields["file"].required = not kept.get("file")


class PictureBlock(FileBlock):
    file = forms.FileField(
        label="Picture",
        help_text="JPEG, PNG or WebP, up to 12 MB. We make it smaller, and take out where and with what it was taken.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    words = WordsField(
        label="What does it show?", rows=2, max_length=300, help_text="Read aloud to those who cannot see it."
    )
    caption = forms.CharField(label="Words beneath it", max_length=200, required=False)


class RecordingBlock(FileBlock):
    file = forms.FileField(
        label="Recording", help_text="MP4 for a film; M4A or MP3 for a talk. Up to 24 MB and 40 minutes."
    )
    caption = forms.CharField(
        label="What is it?", max_length=200, help_text="Such as “Amina on her first hour, 3 minutes”."
    )
    spoken = forms.ChoiceField(label="Which language is spoken?", choices=list(IN_ENGLISH.items()), initial=ENGLISH)
    captions = forms.FileField(
        label="Captions",
        required=False,
        help_text="A .vtt file. A film needs one; a talk may have one.",
        widget=forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"}),
        error_messages={"required": "A film needs captions. Please choose a .vtt file."},
    )
    transcript = WordsField(
        label="Transcript",
        rows=12,
        max_length=LONGEST_TEXT,
        help_text="Everything that is said, and what must be seen to follow it.",
    )

    def __init__(self, *args: Any, is_film: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = "video/mp4" if is_film else "audio/mp4,audio/mpeg,.m4a,.mp3"
        self.fields["captions"].required = is_film and not self.kept.get("captions")


class EvidenceForm(Saving):
    says = WordsField(label="What does the unit say?", rows=2, max_length=400)
    source = WordsField(
        label="Where does that come from?",
        rows=2,
        max_length=400,
        help_text="Who, when, and whom they asked. Only what you have seen yourself.",
    )
    grade = forms.ChoiceField(
        label="How far can it be leant on?", choices=list(GRADES.items()), widget=forms.RadioSelect
    )


class Translate(Form):
    language = forms.ChoiceField(
        label="Into which language?",
        choices=[(code, f"{IN_ENGLISH[code]} ({name})") for code, name in LANGUAGES.items() if code != ENGLISH],
    )


class SendBack(Form):
    why = WordsField(label="What should change?", rows=4, max_length=2000)
