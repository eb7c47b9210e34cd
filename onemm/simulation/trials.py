"""What else could be done, and what if we are wrong: variants of the year with the platform."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onemm.simulation.assumptions import Assumptions, Delay
from onemm.simulation.figures import Figures, figures_of
from onemm.simulation.ways import ON, Way
from onemm.simulation.year import simulate_year


@dataclass(frozen=True)
class Trial:
    """One variant, by its name: the way it is run, and what is assumed."""

    name: str
    way: Way = ON
    given: Assumptions = field(default_factory=Assumptions)


def parts() -> tuple[Trial, ...]:
    """Return what shortens the way, each variant without one thing more than the one before."""
    read_first = replace(ON, check_from_sending=False)
    two = replace(read_first, spare_referees=0)
    by_hand = replace(two, form_at_once=False)
    unchased = replace(by_hand, chases_applicants=False, reminds_of_drafts=False)
    return (
        Trial("As the platform is"),
        Trial("Without the form for the check right after sending", read_first),
        Trial("and with two referees, none to spare", two),
        Trial("and with the form sent by hand after the request", by_hand),
        Trial("and without reminders to applicants, of drafts and of what is left to do", unchased),
    )


def doubts() -> tuple[Trial, ...]:
    """Return other assumptions, one at a time: how far the answer leans on what nobody has measured."""
    usual = Assumptions()
    return (
        Trial("As assumed"),
        Trial(
            "Checks as slow as in January 2025: 14.3 days in the mean",
            given=replace(usual, check=Delay(usual.check.median * 14.3 / 10.7, usual.check.spread)),
        ),
        Trial("Fewer referees answer: 40 %, then 25 % of the silent", given=replace(usual, referee_acts=(0.4, 0.25))),
        Trial("More referees answer: 75 %, then 50 % of the silent", given=replace(usual, referee_acts=(0.75, 0.5))),
        Trial(
            "People leave half as fast",
            given=replace(
                usual, leaves_in_touch=usual.leaves_in_touch / 2, leaves_in_silence=usual.leaves_in_silence / 2
            ),
        ),
        Trial(
            "People leave twice as fast",
            given=replace(
                usual, leaves_in_touch=usual.leaves_in_touch * 2, leaves_in_silence=usual.leaves_in_silence * 2
            ),
        ),
        Trial("Staff do everything on the next working morning", given=replace(usual, looks_daily=1)),
        Trial("Half as many staff", given=replace(usual, applicants_for_one=usual.applicants_for_one * 2)),
    )


def tried(trials: tuple[Trial, ...], *, seed: int, applicants: int) -> Iterator[tuple[Trial, Figures]]:
    """Yield each trial with its figures, over the same people."""
    for trial in trials:
        yield trial, figures_of(*simulate_year(trial.way, seed=seed, applicants=applicants, assumptions=trial.given))
