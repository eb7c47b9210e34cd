"""Sample data for the gallery, the page that shows every component in every state. All of it is invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator

from onemm.lib.statistics import Estimate

LAST_PAGE_SHOWN = 3


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


class Search(forms.Form):
    """The fields of a filter bar."""

    words = forms.CharField(label="Name or place", required=False, initial="Oldham")
    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "Any"), ("late", "Overdue"), ("ready", "Ready")]
    )


def gallery_context() -> dict[str, object]:
    """Everything that `gallery.html` prints."""
    answered = {"first_name": "Joan", "postcode": "", "distance": "5", "days": ["tue", "thu"], "pulse": "8"}
    return {
        "form": EveryField(answered, prefix="put-right"),
        "fresh_form": EveryField(prefix="fresh"),
        "search": Search(prefix="find"),
        "page": Paginator(range(1, 243), 25).page(LAST_PAGE_SHOWN),
        "day": dt.date(2026, 3, 12),
        "moment": dt.datetime(2026, 12, 3, 17, 30, tzinfo=dt.UTC),
        "kinds": ["good", "wait", "late", "plain"],
        "way": [
            {"title": "Say yes", "text": "Tell us when you are free and how far you travel."},
            {"title": "Get ready", "text": "Two hours online, one friendly workshop near you."},
            {"title": "Meet", "text": "Both of you choose."},
            {"title": "Twelve hours", "text": "A purpose for each one."},
        ],
        "answers": [("Postcode", "OL1 1UL", "#", "Change"), ("Distance", "Up to 5 miles", "#"), ("Phone", "")],
        "views": [
            {"label": "Needs you", "url": "#", "current": True, "count": 5},
            {"label": "Going well", "url": "#", "count": 195},
            {"label": "Ended", "url": "#"},
        ],
        "rows": _exceptions(),
        "funnel": _funnel(),
        "measures": _measures(),
        "steps": _steps(),
        "ways": _ways(),
    }


def _exceptions() -> list[dict[str, object]]:
    return [
        {
            "who": "Kofi and Joan",
            "place": "Rochdale",
            "why": "No meeting for 41 days; pulse fell from 8 to 4",
            "clock": "2 days over",
            "kind": "late",
            "hours": 4,
            "do": "Call Kofi",
        },
        {
            "who": "Aisha and Ruth",
            "place": "Bury",
            "why": "Asked twice for a different time, with no answer",
            "clock": "due today",
            "kind": "wait",
            "hours": 7,
            "do": "Find a time",
        },
        {
            "who": "Tomos",
            "place": "Oldham",
            "why": "First meeting recorded",
            "clock": "on time",
            "kind": "good",
            "hours": 1,
            "do": "Read it",
        },
        {
            "who": "Siân Ŵyn-Llŷr",
            "place": "Llanfairpwllgwyngyll",
            "why": "Twelfth hour is next week",
            "clock": "due Friday",
            "kind": "plain",
            "hours": 11,
            "do": "Plan the goodbye",
        },
    ]


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
