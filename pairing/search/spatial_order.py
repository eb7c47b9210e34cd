"""An order in which neighbours in place are neighbours in memory: what a pass or a bid touches next is already in the
cache.
"""

import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Floats

Rows = NDArray[np.int64]


def spatial_codes(latitude: Floats, longitude: Floats) -> NDArray[np.uint64]:
    """Return a code for each place in degrees: near codes are mostly near places (Morton 1966); unknown places come
    first.
    """
    along, across = (_cells(values, size) for values, size in ((latitude, 180.0), (longitude, 360.0)))
    return _spread(along) << np.uint64(1) | _spread(across)


def _cells(values: Floats, size: float) -> NDArray[np.uint64]:
    shares = np.nan_to_num(values / size + 0.5, nan=0.0)
    return np.asarray(np.clip(shares * (1 << 20), 0, (1 << 20) - 1), dtype=np.uint64)


def _spread(cells: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Put a nought between any two of the lowest 32 bits."""
    spread = cells
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        spread = (spread | spread << np.uint64(shift)) & np.uint64(mask)
    return spread


def by_lot(codes: NDArray[np.generic], seed: int) -> Rows:
    """Return the rows sorted by their codes, int [n]; the seed draws lots among rows with the same code."""
    lots = np.random.default_rng(seed).permutation(len(codes))
    return np.asarray(lots[np.argsort(codes[lots], kind="stable")], dtype=np.int64)
