# ruff: noqa: PLR0917  a compiled function takes its arrays one by one
"""Which mentors can reach a site: found once a site, not once a pair.

Mentors are sorted by class of reach (each class up to twice the one before), then by band of latitude as high as the
reach of the class, then by longitude. A site looks at the bands within the class's reach and, in each, at one run of
longitudes; the distance itself is then tested against each mentor's own reach.
"""

from dataclasses import dataclass
from typing import Any

import numba as nb
import numpy as np
from numpy.typing import NDArray

from pairing.arrays import Bools, Floats, Offsets, Small, Whole

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), kilometres."""
SMALLEST_CLASS_KM = 5.0
Sorted = tuple[Small, Floats, Floats, Floats, Offsets, Offsets, Floats]
"""The arrays of `Nearby`, in its order."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """Mentors who meet face to face and have a place left, sorted for searching. Angles are radians.

    `row` int32 [r] the mentors; `longitude` float [r]; `point` float [r, 3] on the unit sphere; `chord` float [r] the
    squared chord of each one's reach; `band_key` int64 [b] class * 2**32 + band, sorted; `band_first` int64 [b + 1];
    `class_km` float [c] the largest reach of each class.
    """

    row: Small
    longitude: Floats
    point: Floats
    chord: Floats
    band_key: Offsets
    band_first: Offsets
    class_km: Floats


def nearby(latitudes: Floats, longitudes: Floats, reach_km: Floats, can_be_visited: Bools) -> Nearby:
    """Sort the mentors who can be visited at all; places in degrees, every array [m]."""
    rows = np.flatnonzero(can_be_visited)
    reach = reach_km[rows]
    latitude, longitude = np.radians(latitudes[rows]), np.radians(longitudes[rows])
    classes = np.ceil(np.log2(np.maximum(reach, SMALLEST_CLASS_KM) / SMALLEST_CLASS_KM)).astype(np.int64)
    class_km = SMALLEST_CLASS_KM * 2.0 ** np.arange(int(classes.max(initial=-1)) + 1)
    band = np.floor((latitude + np.pi / 2) / (class_km[classes] / EARTH_KM)).astype(np.int64)
    key = (classes << 32) + band
    order = np.lexsort((longitude, key))
    keys, first = np.unique(key[order], return_index=True)
    chord = squared_chord(reach)
    return Nearby(
        row=rows[order].astype(np.int32),
        longitude=longitude[order],
        point=on_sphere(latitude, longitude)[order],
        chord=chord[order],
        band_key=keys,
        band_first=np.append(first, len(rows)).astype(np.int64),
        class_km=np.asarray(class_km, dtype=np.float64),
    )


def on_sphere(latitude: Floats, longitude: Floats) -> Floats:
    """Return points on the unit sphere, float [n, 3], from radians."""
    across = np.cos(latitude)
    return np.column_stack([across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude)])


def squared_chord(kilometres: Floats) -> Floats:
    """Return the squared chord of the unit sphere under a distance along the ground."""
    return np.asarray((2 * np.sin(np.minimum(kilometres / (2 * EARTH_KM), np.pi / 2))) ** 2, dtype=np.float64)


def hectometres_between(point: Floats, other: Floats) -> NDArray[np.int64]:
    """Return the distance along the ground in whole hectometres (0.1 km), int [n], from points on the unit sphere."""
    chord = np.sqrt(((point - other) ** 2).sum(axis=1))
    return np.asarray(np.floor(EARTH_KM * 20 * np.arcsin(np.minimum(1.0, chord / 2)) + 0.5), dtype=np.int64)


@nb.njit(cache=True, nogil=True)
def hectometres_of(squared_chord: float) -> Whole:
    """Return the distance along the ground in whole hectometres from a squared chord of the unit sphere."""
    return np.int32(EARTH_KM * 20 * np.arcsin(min(1.0, np.sqrt(squared_chord) / 2)) + 0.5)


@nb.njit(cache=True, nogil=True)
def runs_near(latitude: float, longitude: float, sorted_mentors: Sorted) -> Any:
    """Return the runs of sorted mentors who might reach a place (radians), int64 [r, 2], and how many they are in
    all.
    """
    _, east, _, _, band_key, band_first, class_km = sorted_mentors
    runs, size, total = np.empty((3 * len(class_km), 2), np.int64), 0, np.int64(0)
    for c in range(len(class_km)):
        angle = class_km[c] / EARTH_KM
        here = np.int64(np.floor((latitude + np.pi / 2) / angle))
        width = np.pi
        if np.abs(latitude) + angle < np.pi / 2:
            width = np.arcsin(min(1.0, np.sin(min(angle, np.pi / 2)) / np.cos(latitude))) + 1e-9
        whole_turn = longitude - width < -np.pi or longitude + width > np.pi
        for band in range(here - 1, here + 2):
            key = (np.int64(c) << 32) + band
            b = np.searchsorted(band_key, key)
            if b == len(band_key) or band_key[b] != key:
                continue
            first, last = band_first[b], band_first[b + 1]
            if not whole_turn:
                run = east[first:last]
                last = first + np.searchsorted(run, longitude + width, side="right")
                first = first + np.searchsorted(run, longitude - width)
            runs[size, 0], runs[size, 1] = first, last
            total += last - first
            size += 1
    return runs[:size], total


@nb.njit(cache=True, nogil=True)
def within_reach(
    latitude: float, longitude: float, sorted_mentors: Sorted, found: Small, gaps: Floats, enough: Whole, lot: Whole
) -> Whole:
    """Fill `found` with the mentors who can reach a place (radians) and `gaps` with their squared chords; return how
    many.

    `sorted_mentors` is the tuple of the arrays of `Nearby`, in its order. Where far more than `enough` might reach it,
    only one in so many is looked at, evenly from the one that the `lot` (from 0 to 1) falls on; 0 is never enough.
    """
    row, _, point, chord, _, _, _ = sorted_mentors
    x, y, z = np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)
    runs, total = runs_near(latitude, longitude, sorted_mentors)
    step = max(1, total // enough) if enough > 0 else 1
    size = 0
    for run in range(len(runs)):
        for r in range(runs[run, 0] + np.int64(lot * step), runs[run, 1], step):
            gap = (point[r, 0] - x) ** 2 + (point[r, 1] - y) ** 2 + (point[r, 2] - z) ** 2
            if gap <= chord[r]:
                found[size] = row[r]
                gaps[size] = gap
                size += 1
    return size


def as_tuple(mentors: Nearby) -> Sorted:
    """Return the arrays in the order in which the compiled search takes them."""
    return (
        mentors.row,
        mentors.longitude,
        mentors.point,
        mentors.chord,
        mentors.band_key,
        mentors.band_first,
        mentors.class_km,
    )
