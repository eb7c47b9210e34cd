"""The simulated year in words and tables, as the command prints it and `docs/recruitment-simulated.md` keeps it."""

from collections.abc import Sequence

from onemm.simulation.assumptions import MINUTES, Assumptions, rows_of
from onemm.simulation.figures import AIM, Compared, Figures
from onemm.simulation.life import PARTS
from onemm.simulation.trials import Trial

NAMES = {
    "form": "The form is not sent",
    "read": "Nobody has read it",
    "references": "References",
    "talk": "The talk",
    "check": "The check",
    "decision": "The decision",
    "training": "The course",
}


def year_in_words(comparison: Compared, *, seed: int) -> list[str]:
    """Return the comparison as lines of Markdown."""
    on, off = comparison.on, comparison.off
    verdict = "is met" if comparison.meets_the_aim else "is not met"
    finding = (
        f"Seed {seed}: {on.began:,} people begin within a year. With the platform half of those who become ready are "
        f"so within {on.median:.1f} days "
        f"(95 % interval {on.low:.1f} to {on.high:.1f}); without it within {off.median:.1f} ({off.low:.1f} to "
        f"{off.high:.1f}). "
        f"The aim of {AIM} days {verdict}."
    )
    return [
        finding,
        "",
        *_table(
            ("", "with the platform", "without"),
            _outcomes(on, off),
        ),
        "",
        f"The same people, ready both ways, are ready {comparison.sooner:.0f} days sooner (median).",
        "",
        "Where people drop out: the first part of the way that is not done.",
        "",
        *_table(
            ("", "with the platform", "without"),
            [(NAMES[part], f"{on.left_at[part]:,}", f"{off.left_at[part]:,}") for part in PARTS],
        ),
    ]


def _outcomes(on: Figures, off: Figures) -> list[tuple[str, ...]]:
    """What became of those who began, with the platform and without."""
    return [
        ("Ready", *(f"{figures.ready:,} ({figures.ready / figures.began:.0%})" for figures in (on, off))),
        (
            "Median days from interest to ready",
            *(f"{figures.median:.1f} ({figures.low:.1f} to {figures.high:.1f})" for figures in (on, off)),
        ),
        (
            "A quarter by, three quarters by",
            *(f"{figures.lower_quarter:.1f}, {figures.upper_quarter:.1f}" for figures in (on, off)),
        ),
        (
            f"Ready within {AIM} days, of all who began",
            *(f"{figures.ready_within_aim:.1%}" for figures in (on, off)),
        ),
        ("Dropped out", *(f"{figures.left:,} ({figures.left / figures.began:.0%})" for figures in (on, off))),
        ("Declined", *(f"{figures.declined:,}" for figures in (on, off))),
        ("Still on the way a year later", *(f"{figures.on_the_way:,}" for figures in (on, off))),
        (
            "Staff hours in all, for each ready mentor",
            *(f"{figures.staff_hours:,.0f}, {figures.hours_for_one:.1f}" for figures in (on, off)),
        ),
    ]


def years_in_words(years: Sequence[tuple[int, Compared]]) -> list[str]:
    """Return how much the figures move from one invented year to the next."""
    rows = [
        (
            f"{seed}",
            f"{comparison.on.median:.1f}",
            f"{comparison.off.median:.1f}",
            f"{comparison.on.ready / comparison.on.began:.0%}",
            f"{comparison.off.ready / comparison.off.began:.0%}",
        )
        for seed, comparison in years
    ]
    return ["Other years:", "", *_table(("seed", "median days with", "without", "ready with", "without"), rows)]


def trials_in_words(trials: Sequence[tuple[Trial, Figures]], title: str) -> list[str]:
    """Return what other ways and other assumptions come to, with the platform."""
    rows = [
        (
            trial.name,
            f"{figures.median:.1f} ({figures.low:.1f} to {figures.high:.1f})",
            f"{figures.ready_within_aim:.1%}",
            f"{figures.ready / figures.began:.0%}",
            f"{figures.hours_for_one:.1f}",
        )
        for trial, figures in trials
    ]
    return [title, "", *_table(("", "median days", f"within {AIM} days, of all", "ready", "hours for one"), rows)]


def assumptions_in_words(given: Assumptions) -> list[str]:
    """Return every assumption with its value and source."""
    minutes = ", ".join(f"{kind.replace('_', ' ')} {many}" for kind, many in MINUTES.items())
    return _table(
        ("what", "value", "where it comes from"), [*rows_of(given), ("Minutes of staff time", minutes, "Assumed")]
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]
