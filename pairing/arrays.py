"""The kinds of NumPy arrays that the engine speaks of, named once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Small = NDArray[np.int32]
Bits = NDArray[np.uint32]
"""Sets of up to 32 words, one set a number."""
Masks = NDArray[np.uint64]
"""Sets of up to 64 words, one set a number."""

Index = NDArray[np.int32]
"""Numbers of nodes in a graph."""
Offsets = NDArray[np.int64]
"""Where each stretch of a longer array begins."""
Values = NDArray[np.int64]
Scores = NDArray[np.int16] | NDArray[np.int32] | NDArray[np.int64]
Whole = Any
"""A whole number as the compiler keeps it."""
