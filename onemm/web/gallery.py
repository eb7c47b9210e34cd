"""Sample data for the gallery, the page that shows every component in every state. All of it is invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from onemm.lib.states import Tone
from onemm.lib.statistics import Estimate
from onemm.web.cells import ButtonCell, LinkCell, Small, Tag, TickCell
from onemm.web.drawn_tables import Bulk, BulkButton, DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.tables import Column, Table


class EveryField(forms.Form):
    """One field of each kind that the design system draws."""

    first_name = forms.CharField(label="What should we call you?", help_text="Your first name, or the name you go by.")
    postcode = forms.CharField(
        label="Home postcode",
        help_text="We use it to look for people near you. Nobody else sees it.",
        error_messages={"required": "Give your postcode, like OL1 1UL"},
    )
    born = forms.DateField(label="Date of birth", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    work = forms.ChoiceField(
        label="Kind of work",
        required=False,
        choices=[("", "Choose one"), ("care", "Health and care"), ("build", "Building")],
    )
    distance = forms.ChoiceField(
        label="How far is comfortable?",
        widget=forms.RadioSelect,
        choices=[("2", "Up to 2 miles"), ("5", "Up to 5 miles"), ("10", "Up to 10 miles"), ("0", "Only online")],
    )
    days = forms.MultipleChoiceField(
        label="Which days suit you?",
        help_text="Choose as many as you like.",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "short"}),
        choices=[("mon", "Monday"), ("tue", "Tuesday"), ("wed", "Wednesday"), ("thu", "Thursday")],
    )
    pulse = forms.ChoiceField(
        label="How is it going?",
        help_text="1 is not well at all, 10 is as good as it could be.",
        widget=forms.RadioSelect(attrs={"class": "scale"}),
        choices=[(str(number), str(number)) for number in range(1, 11)],
    )
    story = forms.CharField(
        label="What would you like to pass on?",
        required=False,
        widget=forms.Textarea(attrs={"maxlength": 400, "rows": 4}),
    )
    letter = forms.FileField(
        label="A letter from your employer", required=False, help_text="PDF or a photograph, up to 10 MB."
    )
    agrees = forms.BooleanField(
        label="I have read what is expected of me", help_text="It takes about three minutes to read."
    )


class FindPairs(Filter):
    """The fields above a list."""

    label = "Find a pair"
    words = forms.CharField(label="Name or place", required=False)
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Any"), ("late", "Overdue"), ("good", "On time")]
    )

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        return [
            row
            for row in rows
            if (asked["words"] or "").lower() in f"{row.who} {row.place}".lower()
            and (asked["state"] or row.tone) == row.tone
        ]


@dataclass(frozen=True)
class PairRow:
    """A pair that wants something."""

    who: str
    place: str
    why: str
    clock: str
    tone: Tone
    hours: int
    to_do: str


PAIRS: Table[PairRow] = Table(
    caption="Needs you",
    noun="pairs",
    size=3,
    columns=(
        Column("Who", lambda row: (LinkCell(row.who, "#"), Small(row.place)), sort="name", by=lambda row: row.who),
        Column("Why", lambda row: row.why),
        Column("Hours", lambda row: row.hours, sort="hours", by=lambda row: row.hours, number=True),
        Column("Clock", lambda row: Tag(row.clock, row.tone), sort="clock", by=lambda row: row.clock),
        Column("Do", lambda row: ButtonCell(row.to_do, "#"), unseen=True, kind="do"),
    ),
    tone=lambda row: row.tone,
    tick=lambda row: TickCell(row.who, row.who),
    empty=Empty(title="Nobody needs you", text="When a pair does, it stands here."),
    none_found=Empty(title="No such pair", text="Try fewer characters, or clear the filter."),
    file="pairs",
)
ROWS = (
    PairRow(
        "Kofi and Joan",
        "Rochdale",
        "No meeting for 41 days; pulse fell from 8 to 4",
        "2 days over",
        "late",
        4,
        "Call Kofi",
    ),
    PairRow(
        "Aisha and Ruth",
        "Bury",
        "Asked twice for a different time, with no answer",
        "due today",
        "wait",
        7,
        "Find a time",
    ),
    PairRow(
        "Tomos",
        "Oldham",
        "First meeting recorded",
        "on time",
        "good",
        1,
        "Read it",
    ),
    PairRow(
        "Siân Ŵyn-Llŷr",
        "Llanfairpwllgwyngyll",
        "Twelfth hour is next week",
        "due Friday",
        "plain",
        11,
        "Plan the goodbye",
    ),
)


@dataclass(frozen=True, kw_only=True)
class GalleryPage:
    """Everything that `gallery.html` prints."""

    form: EveryField
    fresh_form: EveryField
    table: DrawnTable
    nothing: DrawnTable
    tags: tuple[Tag, ...]
    day: dt.date
    moment: dt.datetime
    way: tuple[dict[str, str], ...]
    answers: tuple[tuple[str, ...], ...]
    views: tuple[dict[str, object], ...]
    funnel: list[dict[str, object]]
    measures: list[dict[str, object]]
    steps: list[dict[str, object]]
    ways: list[dict[str, object]]


def gallery_page(asked: QueryDict) -> GalleryPage:
    """Return every component in every state; the table answers its own links."""
    answered = {"first_name": "Joan", "postcode": "", "distance": "5", "days": ["tue", "thu"], "pulse": "8"}
    return GalleryPage(
        form=EveryField(answered, prefix="put-right"),
        fresh_form=EveryField(prefix="fresh"),
        table=PAIRS.drawn(ROWS, asked, filter=FindPairs(asked), bulk=Bulk((BulkButton("Send a reminder"),), "#")),
        nothing=PAIRS.drawn((), asked),
        tags=(Tag("good", "good"), Tag("wait", "wait"), Tag("late", "late"), Tag("plain")),
        day=dt.date(2026, 3, 12),
        moment=dt.datetime(2026, 12, 3, 17, 30, tzinfo=dt.UTC),
        way=(
            {"title": "Say yes", "text": "Tell us when you are free and how far you travel."},
            {"title": "Get ready", "text": "Two hours online, one friendly workshop near you."},
            {"title": "Meet", "text": "Both of you choose."},
            {"title": "Twelve hours", "text": "A purpose for each one."},
        ),
        answers=(("Postcode", "OL1 1UL", "#", "Change"), ("Distance", "Up to 5 miles", "#"), ("Phone", "")),
        views=(
            {"label": "Needs you", "url": "#", "current": True, "count": 5},
            {"label": "Going well", "url": "#", "count": 195},
            {"label": "Ended", "url": "#"},
        ),
        funnel=_funnel(),
        measures=_measures(),
        steps=_steps(),
        ways=_ways(),
    )


def _funnel() -> list[dict[str, object]]:
    return [
        {"label": "Started", "count": 1204},
        {"label": "Submitted", "count": 988},
        {"label": "Screened", "count": 861},
        {"label": "Trained", "count": 803, "note": "and passed"},
        {"label": "Matched", "count": 640},
    ]


def _measures() -> list[dict[str, object]]:
    return [
        {
            "label": "Sure they can get the experience they need",
            "before": Estimate(0.29, 0.26, 0.32, n=842, asked=1130),
            "after": Estimate(0.7, 0.66, 0.74, n=842, asked=1130),
        },
        {
            "label": "Know somebody in work they could ask",
            "before": Estimate(0.41, 0.34, 0.48, n=160, asked=233),
            "after": Estimate(0.58, 0.5, 0.66, n=160, asked=233),
        },
    ]


def _steps() -> list[dict[str, object]]:
    """Steps of a choice, for the chart of what it costs."""
    figures = [("Leave it out", 612, 0.41, 40), ("As usual", 604, 0.63, 40), ("Most of all", 571, 0.78, 40)]
    return [
        {
            "label": label,
            "fit": fit,
            "index": Estimate(share, share - 0.15, share + 0.13, n=40),
            "background": None,
            "generation": None,
            "matched": matched,
            "current": label == "As usual",
            "url": "#",
        }
        for label, fit, share, matched in figures
    ]


@dataclass(frozen=True)
class _Rise:
    """A share that rises in a straight line until a day."""

    most: float
    until: int

    def by(self, day: int) -> Estimate:
        share = self.most * min(day // 7 * 7 / self.until, 1)
        return Estimate(share, share * 0.8, min(share * 1.2, 1), n=48)


def _ways() -> list[dict[str, object]]:
    """Groups on their way, for the chart of who is there by when."""
    return [
        {"label": "A letter from their employer", "people": 210, "ready": _Rise(0.8, 42), "stopped": _Rise(0.1, 63)},
        {"label": "On their own", "people": 48, "ready": _Rise(0.5, 84), "stopped": _Rise(0.3, 28)},
    ]
