"""Which area a postcode is in."""

import re

from onemm.places.models import Area

_LETTERS = re.compile(r"[A-Z]{1,2}(?=\d)")


def area_of(postcode: str) -> Area | None:
    """Return the area that holds a postcode, whole or outward, tidy or not. `None`: no area has claimed its letters."""
    letters = _LETTERS.match(re.sub(r"[^A-Z0-9]", "", postcode.upper()))
    if letters is None:
        return None
    return next((area for area in Area.objects.all() if letters.group() in area.postcode_areas), None)
