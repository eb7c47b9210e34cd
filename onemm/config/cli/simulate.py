"""Simulated years: what the platform's own rules come to, before anyone has lived by them. Needs no database."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from onemm.config.cli.start import with_django


@click.group()
def simulate() -> None:
    """Years that nobody has lived, by the platform's own rules."""


@simulate.command(epilog="Example: onemm simulate recruitment --seed 1 --json")
@click.option(
    "--seed", default=1, show_default=True, help="The same seed gives the same people, with the platform and without."
)
@click.option(
    "--applicants",
    default=1000,
    show_default=True,
    type=click.IntRange(50, 20_000),
    help="How many begin within the year.",
)
@click.option(
    "--years",
    default=5,
    show_default=True,
    type=click.IntRange(1, 50),
    help="How many years, with this seed and those after it.",
)
@click.option(
    "--what-if/--no-what-if",
    default=True,
    show_default=True,
    help="Also try what else could be done, and other assumptions.",
)
@click.option("--json", "as_json", is_flag=True, help="Make the last line a JSON object of the figures.")
@with_django
def recruitment(*, seed: int, applicants: int, years: int, what_if: bool, as_json: bool) -> None:
    """From interest to ready: one year twice, with the platform's chasing and parallel steps and without, over the same
    people.
    """
    from onemm.simulation import OFF, ON, Compared, compared, report, simulate_year

    def one_year(number: int, tell: Callable[[float], None]) -> Compared:
        on = simulate_year(ON, seed=number, applicants=applicants, progress=lambda share: tell(share / 2))
        return compared(
            on, simulate_year(OFF, seed=number, applicants=applicants, progress=lambda share: tell(0.5 + share / 2))
        )

    try:
        with _bar("Years", years) as tell:
            comparisons = [
                (seed + at, one_year(seed + at, lambda share, at=at: tell(at + share)))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
                for at in range(years)
            ]
    except ValueError as problem:
        raise click.ClickException(str(problem)) from problem
    lines = report.year_in_words(comparisons[0][1], seed=seed)
    lines += ["", *report.years_in_words(comparisons[1:])] if years > 1 else []
    if what_if:
        lines += _what_if(seed, applicants)
    click.echo("\n".join(lines))
    if as_json:
        click.echo(
            json.dumps(
                {
                    "seed": seed,
                    "applicants": applicants,
                    **comparisons[0][1].as_dict(),
                    "medians": {number: round(comparison.on.median, 2) for number, comparison in comparisons},
                }
            )
        )


def _what_if(seed: int, applicants: int) -> list[str]:
    from onemm.simulation import report, trials

    lines: list[str] = []
    for title, tries in (
        ("What shortens it, each line with one thing less than the one before:", trials.parts()),
        ("What if we are wrong, one at a time:", trials.doubts()),
    ):
        with _bar("What if", len(tries)) as tell:
            tried = []
            for at, trial in enumerate(trials.tried(tries, seed=seed, applicants=applicants), 1):
                tried.append(trial)
                tell(at)
        lines += ["", *report.trials_in_words(tried, title)]
    return lines


@contextmanager
def _bar(label: str, whole: int) -> Iterator[Callable[[float], None]]:
    """A progress bar on standard error, told how much of the whole is done."""
    with click.progressbar(length=100, label=label, file=sys.stderr) as bar:
        yield lambda done: bar.update(max(int(100 * done / whole) - bar.pos, 0))
