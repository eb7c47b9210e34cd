"""The links from one area's page to those of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onemm.places.models import Area


@dataclass(frozen=True)
class AreaLink:
    """An area, or everywhere; the page of one says so."""

    name: str
    url: str
    is_current: bool


def area_links(
    area: Area | None, areas: Sequence[Area], url_of: Callable[[Area], str], *, everywhere_url: str = ""
) -> tuple[AreaLink, ...]:
    """Return the areas to choose from, everywhere first where the reader sees all; a single one needs no links."""
    if len(areas) <= 1:
        return ()
    everywhere = (AreaLink("Everywhere", everywhere_url, area is None),) if everywhere_url else ()
    return everywhere + tuple(AreaLink(each.name, url_of(each), each == area) for each in areas)


def name_of(area: Area | None) -> str:
    return area.name if area else "Everywhere"
