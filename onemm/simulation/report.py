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


def year_in_words(found: Compared, *, seed: int) -> list[str]:
    """Return the comparison as lines of Markdown."""
    on, off = found.on, found.off
    verdict = "is met" if found.meets_the_aim else "is not met"
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
            [
                ("Ready", *(f"{one.ready:,} ({one.ready / one.began:.0%})" for one in (on, off))),
                (
                    "Median days from interest to ready",
                    *(f"{one.median:.1f} ({one.low:.1f} to {one.high:.1f})" for one in (on, off)),
                ),
                (
                    "A quarter by, three quarters by",
                    *(f"{one.lower_quarter:.1f}, {one.upper_quarter:.1f}" for one in (on, off)),
                ),
                (f"Ready within {AIM} days, of all who began", *(f"{one.ready_within_aim:.1%}" for one in (on, off))),
                ("Dropped out", *(f"{one.left:,} ({one.left / one.began:.0%})" for one in (on, off))),
                ("Declined", *(f"{one.declined:,}" for one in (on, off))),
                ("Still on the way a year later", *(f"{one.on_the_way:,}" for one in (on, off))),
                (
                    "Staff hours in all, for each ready mentor",
                    *(f"{one.staff_hours:,.0f}, {one.hours_for_one:.1f}" for one in (on, off)),
                ),
            ],
        ),
        "",
        f"The same people, ready both ways, are ready {found.sooner:.0f} days sooner (median).",
        "",
        "Where people drop out: the first part of the way that is not done.",
        "",
        *_table(
            ("", "with the platform", "without"),
            [(NAMES[part], f"{on.left_at[part]:,}", f"{off.left_at[part]:,}") for part in PARTS],
        ),
    ]


def years_in_words(years: Sequence[tuple[int, Compared]]) -> list[str]:
    """Return how much the figures move from one invented year to the next."""
    rows = [
        (
            f"{seed}",
            f"{one.on.median:.1f}",
            f"{one.off.median:.1f}",
            f"{one.on.ready / one.on.began:.0%}",
            f"{one.off.ready / one.off.began:.0%}",
        )
        for seed, one in years
    ]
    return ["Other years:", "", *_table(("seed", "median days with", "without", "ready with", "without"), rows)]


def trials_in_words(trials: Sequence[tuple[Trial, Figures]], title: str) -> list[str]:
    """Return what other ways and other assumptions come to, with the platform."""
    rows = [
        (
            trial.name,
            f"{one.median:.1f} ({one.low:.1f} to {one.high:.1f})",
            f"{one.ready_within_aim:.1%}",
            f"{one.ready / one.began:.0%}",
            f"{one.hours_for_one:.1f}",
        )
        for trial, one in trials
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
