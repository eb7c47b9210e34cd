"""One of a row of links that look like tabs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tab:
    """What `{% tabs %}` prints."""

    label: str
    url: str
    current: bool
