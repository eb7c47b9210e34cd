"""What a score is made of: named components, weighed into one whole number.

Every component is counted in whole two-hundredths and every weight in whole four-thousandths, so a score is exact:
score = sum(weight * two-hundredths) // 800, from 0 to 1000. The compiled search (`search.kernel`) adds up the same
sums.
"""

import numpy as np

from pairing.arrays import Ints
from pairing.problem import COMPONENTS, Weights

FOUR = ("aspiration", "interests", "availability", "closeness")
"""Where the share of `matters_most` goes when nothing was named."""
SHARED_SECTORS = np.array([0, 70, 90, 100])
"""Hundredths for 0, 1, 2, 3 or more shared sectors; sharing all that were named is always 100."""
SHARED_INTERESTS = np.array([0, 50, 80, 100])
"""Hundredths for 0, 1, 2, 3 or more shared interests; sharing all that were named is always 100."""
ONLINE_CLOSENESS = 50
"""Hundredths for a pair that will meet online: neither near nor far."""
FAR_HM = 400
"""Hectometres (0.1 km) at which closeness reaches 0."""
LONG_WAIT_DAYS = 180
"""Days of waiting that count in full."""
EVERYDAY_LANGUAGE = frozenset({"en", "eng", "english"})
GENERATION_YEARS = 15
"""A mentor more than this much older is of another generation."""
ANOTHER_PLACE_KM = 3.0
"""A mentor who lives further than this from where they would meet is of another place."""
ANOTHER_WORLD_KM = 13.0
"""From here on the distance counts in full, and two people are said to know different places."""


def effective_weights(weights: Weights, matters_most: str) -> dict[str, int]:
    """Return whole four-thousandths for each component but `matters_most`, whose own share goes where it belongs.

    It goes to the component that was named, or in equal parts to four of them for someone who named none, so that
    they do not lose by it. The sum is 4000.
    """
    share = dict(zip(COMPONENTS, weights.shares(), strict=True))
    extra = share.pop("matters_most")
    effective = {name: 4 * value for name, value in share.items()}
    for name in (matters_most,) * 4 if matters_most else FOUR:
        effective[name] += extra
    return effective


def closeness(hectometres: Ints) -> Ints:
    """Return hundredths falling evenly from 100 at no distance to 0 at `FAR_HM`."""
    return np.maximum(0, 100 - 100 * hectometres // FAR_HM)


def generation(years_older: Ints) -> Ints:
    """Return 0 to 25: nothing for a mentor up to 15 years older, all of it from 40."""
    return np.clip(years_older - GENERATION_YEARS, 0, 25)


def place(hectometres: Ints) -> Ints:
    """Return 0 to 25: nothing up to 3 km apart, all of it from 13 km."""
    return np.clip((hectometres - round(10 * ANOTHER_PLACE_KM)) // 4, 0, 25)
