"""A progress bar on standard error that says what is being done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[str, float], None]]:
    """Show a bar, told the present step and which share of the whole is done; where nobody watches, print each step
    once.
    """
    with click.progressbar(length=1000, label=label, file=sys.stderr, show_pos=False) as bar:

        def tell(step: str, share: float) -> None:
            bar.label = f"{label}: {step}"
            bar.update(max(round(1000 * share) - bar.pos, 0))
            bar.render_progress()

        yield tell
