# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""The compiled inner loop: one young person against a block of mentors, filtered by bit masks and scored at once.

A block holds `LANES` mentors in seven runs of 32-bit words, one after the other: slots, sectors, interests, languages,
traits (background in the high bits), where (closeness | place << 8 | year of birth - 1880 << 16; 0xff for unknown)
and price in points. Arithmetic is in 32 bits: sums reach 800,000 for a score and stay above -2**31 for prices up to
`LARGEST_PRICE`.
"""

import numba as nb
import numpy as np

from pairing.arrays import Bits, Floats, Small, Whole
from pairing.columns.population import BACKGROUND_SHIFT
from pairing.geometry import EARTH_KM, hectometres_of

LANES = 256
RUNS = 7
UNIT = 800
"""One point of score, in the sums of the kernel."""
LARGEST_PRICE = 2_000_000
NEVER = np.int32(-(2**31))
BASE_YEAR = 1880
UNKNOWN_BORN = 255
BACKGROUND = np.uint32(0xFFFFFFFF << BACKGROUND_SHIFT & 0xFFFFFFFF)

NEAR_CHORD = (60.0 / EARTH_KM) ** 2
"""Squared chord of the unit sphere up to which an arc is worked out as a series."""

U = np.uint32
S = np.int32


@nb.njit(cache=True, nogil=True)
def keys(blocks: Bits, at: Whole, out: Small, masks: Bits, sums: Small, i: Whole) -> Whole:
    """Fill `out` with UNIT * (score - price) for young person i and each mentor of block `at`, `NEVER` where a limit
    forbids.

    Returns the greatest. Whole arrays are handed over and indexed here: a slice for every call would cost as much as
    the sums. `masks` uint32 [n, 8]: slots, aspirations, interests, languages, need, background, languages but English,
    unused. `sums` int32 [n, 12]: what the 1st, 2nd and 3rd shared sector add, the same for interests, each further
    half-day, each hundredth of closeness, each unit of bridging, the constant, year of birth - 15 - 1880, unused.
    """
    slots, aspirations, interests = masks[i, 0], masks[i, 1], masks[i, 2]
    languages, need, background, own = masks[i, 3], masks[i, 4], masks[i, 5], masks[i, 6]
    sector1, sector2, sector3, interest1, interest2, interest3 = (
        sums[i, 0],
        sums[i, 1],
        sums[i, 2],
        sums[i, 3],
        sums[i, 4],
        sums[i, 5],
    )
    half_day, close, bridge, base, born = sums[i, 6], sums[i, 7], sums[i, 8], sums[i, 9], sums[i, 10]
    top = NEVER
    for t in range(LANES):
        free = U(blocks[at, t] & slots)
        sector = U(blocks[at, LANES + t] & aspirations)
        interest = U(blocks[at, 2 * LANES + t] & interests)
        language = U(blocks[at, 3 * LANES + t] & languages)
        traits = blocks[at, 4 * LANES + t]
        where = blocks[at, 5 * LANES + t]
        two_sectors = U(sector & U(sector - U(1)))
        three_sectors = U(two_sectors & U(two_sectors - U(1)))
        two_interests = U(interest & U(interest - U(1)))
        three_interests = U(two_interests & U(two_interests - U(1)))
        two_free = U(free & U(free - U(1)))
        three_free = U(two_free & U(two_free - U(1)))
        four_free = U(three_free & U(three_free - U(1)))
        total = base
        total = S(total + (sector1 if sector != U(0) else S(0)))
        total = S(total + (sector2 if two_sectors != U(0) else S(0)))
        total = S(total + (sector3 if three_sectors != U(0) else S(0)))
        total = S(total + (interest1 if interest != U(0) else S(0)))
        total = S(total + (interest2 if two_interests != U(0) else S(0)))
        total = S(total + (interest3 if three_interests != U(0) else S(0)))
        total = S(total + (half_day if two_free != U(0) else S(0)))
        total = S(total + (half_day if three_free != U(0) else S(0)))
        total = S(total + (half_day if four_free != U(0) else S(0)))
        total = S(total + S(close * S(where & U(127))))
        common = S(S(sector != U(0)) + S(two_sectors != U(0)) + S(interest != U(0)) + S(two_interests != U(0)))
        common = min(S(common + S(U(language & own) != U(0))), S(2))
        apart = min(max(S(born - S(U(where >> U(16)))), S(0)), S(25))
        theirs = U(traits & BACKGROUND)
        apart = S(
            apart + (S(50) if ((theirs != U(0)) & (background != U(0)) & (U(theirs & background) == U(0))) else S(0))
        )
        apart = S(apart + (S(U(U(where >> U(8)) & U(31))) if apart > S(0) else S(0)))
        total = S(total + S(S(bridge * common) * apart))
        able = (free != U(0)) & (language != U(0)) & (U(traits & need) == need)
        key = S(total - S(S(UNIT) * S(blocks[at, 6 * LANES + t]))) if able else NEVER
        out[t] = key
        top = max(top, key)
    return top


@nb.njit(cache=True, nogil=True)
def pack(blocks: Bits, at: Whole, lane: Whole, mentor: Whole, where: Whole, columns: Bits, price: Small) -> None:
    """Put a mentor into a lane of block `at`; `columns` uint32 [m, 6] as `mentor_words` makes them."""
    for run in range(5):
        blocks[at, run * LANES + lane] = columns[mentor, run]
    blocks[at, 5 * LANES + lane] = U(columns[mentor, 5] << U(16)) | where
    blocks[at, 6 * LANES + lane] = U(price[mentor])


@nb.njit(cache=True, nogil=True)
def meeting(hectometres: Whole, online: bool) -> Whole:
    """Return closeness (0 to 100) and place (0 to 25) << 8 for a distance; a pair that meets online is half close."""
    close = 50 if online else max(0, 100 - hectometres // 4)
    across = min(25, max(0, (hectometres - 30) // 4))
    return U(close | (across << 8))


@nb.njit(cache=True, nogil=True)
def places(where: Bits, gaps: Floats) -> None:
    """Fill `where` with `meeting` for the distances under squared chords, face to face.

    Up to 60 km the arc is a series of which what is left out, (chord / 2)**7 / 22, is less than a rounding: the loop
    then takes several at once, and not a call each.
    """
    furthest = 0.0
    for t in range(len(gaps)):
        furthest = max(furthest, gaps[t])
    if furthest > NEAR_CHORD:
        for t in range(len(gaps)):
            where[t] = meeting(hectometres_of(gaps[t]), False)
        return
    for t in range(len(gaps)):
        half = np.sqrt(gaps[t]) * 0.5
        square = half * half
        arc = half * (1.0 + square * (1.0 / 6.0 + square * (3.0 / 40.0)))
        hectometres = S(EARTH_KM * 20.0 * arc + 0.5)
        close = max(S(0), S(100) - (hectometres >> S(2)))
        across = min(S(25), max(S(0), (hectometres - S(30)) >> S(2)))
        where[t] = U(close | across << S(8))


@nb.njit(cache=True, nogil=True)
def next_random(state: Whole) -> Whole:
    """Return the next state of a 64-bit xorshift generator (Marsaglia 2003); never 0 for a state that is not 0."""
    state ^= state << np.uint64(13)
    state ^= state >> np.uint64(7)
    state ^= state << np.uint64(17)
    return state


@nb.njit(cache=True, nogil=True)
def seeded(seed: Whole, stream: Whole) -> Whole:
    """Return a state for one stream of random numbers (splitmix64's mixing, Steele et al. 2014)."""
    z = np.uint64(seed) + np.uint64(0x9E3779B97F4A7C15) * (np.uint64(stream) + np.uint64(1))
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (z ^ (z >> np.uint64(31))) | np.uint64(1)
