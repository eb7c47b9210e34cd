"""What matters in a programme, now and before."""

from dataclasses import dataclass

from onemm.matching.models import Weighting
from onemm.matching.rules import usual_choices
from onemm.places.models import Programme


@dataclass(frozen=True)
class Standing:
    """The choices a programme goes by today. Version 0 are the usual ones, which nobody set."""

    version: int
    choices: dict[str, int]
    weighting: Weighting | None


def standing_weights(programme: Programme) -> Standing:
    """Return what a programme goes by today."""
    newest = Weighting.objects.filter(programme=programme).select_related("set_by").order_by("-version").first()
    return Standing(newest.version, newest.choices, newest) if newest else Standing(0, usual_choices(), None)
