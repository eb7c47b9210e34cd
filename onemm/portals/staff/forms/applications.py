"""What programme managers write down while they screen."""

from typing import Any

from django import forms

from onemm.recruitment.models import Application, Check, Reference
from onemm.web.forms import DateField, Form, WordsField


class Filter(Form):
    """Which applications to show."""

    state = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            ("waiting", "Waiting for us"),
            ("all", "All"),
            *[(state.value, state.label) for state in Application.State if state is not Application.State.STARTED],
        ],
    )
    name = forms.CharField(label="Name", required=False, max_length=80)


class ReferenceForm(Form):
    referee_name = forms.CharField(label="Who spoke?", max_length=120)
    referee_email = forms.EmailField(
        label="Their e-mail address", help_text="The address that the reference came from."
    )
    relation = forms.CharField(
        label="How do they know the applicant?", max_length=120, help_text="Like “manager for six years”. Not family."
    )
    known_for_years = forms.IntegerField(
        label="For how many years?", min_value=0, max_value=90, widget=forms.NumberInput(attrs={"size": 3})
    )
    received_on = DateField(label="When did it arrive?")
    verdict = forms.ChoiceField(
        label="What do they recommend?", choices=Reference.Verdict.choices, widget=forms.RadioSelect
    )
    words = WordsField(
        label="What did they say?",
        help_text="About reliability, patience, and being with young people. The applicant does not see this.",
    )


def _score(label: str, hint: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        coerce=int,
        widget=forms.RadioSelect(attrs={"class": "short"}),
        choices=[(1, "1 – worrying"), (2, "2 – enough"), (3, "3 – good"), (4, "4 – strong")],
    )


class InterviewForm(Form):
    held_on = DateField(label="When did you talk?")
    listening = _score("Listening", "Did they hear the question? Did they ask one?")
    boundaries = _score("Boundaries", "What would they do if a young person asked for their number?")
    commitment = _score("Commitment", "What in their year could get in the way, and what would they do then?")
    safety = _score("Safety", "What would they do if a young person told them about being hurt?")
    words = WordsField(
        label="In your words", help_text="What they said that your scores rest on. The applicant does not see this."
    )


class WorkForm(Form):
    """What the mentor will do, asked in the address: the level is worked out from it."""

    youngest = forms.TypedChoiceField(
        label="Whom would they meet?",
        coerce=int,
        choices=[(14, "Anybody under 18"), (18, "Only people of 18 and over")],
    )
    days_in_30 = forms.TypedChoiceField(
        label="How often?",
        coerce=int,
        choices=[
            (1, "About once a month"),
            (0, "Once or twice a year"),
            (2, "Two or three times a month"),
            (4, "Every week, or more"),
        ],
    )
    supervised = forms.TypedChoiceField(
        label="Does somebody of staff supervise?",
        coerce=lambda value: value in {"True", True},
        choices=[(True, "Yes, day to day: a coordinator is near, or can look in online"), (False, "No")],
    )
    channel = forms.ChoiceField(
        label="How do they meet?", choices=[("face_to_face", "Face to face"), ("online", "Online")]
    )


class CheckRequestForm(Form):
    requested_on = DateField(label="When did you ask for it?")
    goes_out = forms.BooleanField(
        label="The form for it is with them now",
        required=False,
        help_text="We write to them today about what to do. Each day between the two is a day lost.",
    )

    def __init__(self, *args: Any, lawful: tuple[Check.Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"] = forms.ChoiceField(
            label="Which level?",
            choices=[(level.value, level.label) for level in Check.Level],
            widget=forms.RadioSelect,
            help_text="Lawful for this work: "
            + " or ".join(level.label for level in lawful)
            + ". Asking for more than the work allows is refused.",
        )


class CheckResultForm(Form):
    certificate_number = forms.CharField(
        label="Certificate number", max_length=40, help_text="Only the number. Keep no copy of the certificate."
    )
    issued_on = DateField(label="Date on the certificate")
    clear = forms.TypedChoiceField(
        label="What does it show?",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("yes", "Nothing"), ("no", "Something that must be weighed")],
        help_text="Write down nowhere what it shows. Two safeguarding leads are told, and decide.",
    )


class DecisionForm(Form):
    outcome = forms.ChoiceField(
        label="Your decision", choices=[("approved", "Approve"), ("declined", "Decline")], widget=forms.RadioSelect
    )
    reasons = WordsField(
        label="Why?",
        help_text="For the record, and for whoever looks at it again. The applicant gets a letter of ours, not "
        "these words.",
    )
