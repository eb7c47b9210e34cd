"""A million names in as many bytes as they have letters."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


class Names(Sequence[str]):
    """Names that are kept one after the other as UTF-8 and made into strings when they are asked for."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._letters = bytearray()
        self._ends: list[NDArray[np.int64]] = [np.zeros(1, dtype=np.int64)]
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Put more names at the end."""
        encoded = [name.encode() for name in names]
        lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
        self._ends.append(len(self._letters) + np.cumsum(lengths))
        self._letters += b"".join(encoded)

    def __len__(self) -> int:
        return sum(map(len, self._ends)) - 1

    def __getitem__(self, row: int) -> str:  # type: ignore[override]  # one name at a time
        ends = self._joined()
        if not 0 <= row < len(ends) - 1:
            raise IndexError(row)
        return self._letters[ends[row] : ends[row + 1]].decode()

    def __iter__(self) -> Iterator[str]:
        ends = self._joined()
        for first in range(0, len(ends) - 1, 4096):
            some = ends[first : first + 4097].tolist()
            for begin, end in pairwise(some):
                yield self._letters[begin:end].decode()

    def at(self, rows: NDArray[np.int64]) -> list[str]:
        """Return the names in some rows."""
        ends = self._joined()
        return [
            self._letters[begin:end].decode()
            for begin, end in zip(ends[rows].tolist(), ends[rows + 1].tolist(), strict=True)
        ]

    def repeated(self) -> tuple[int, int] | None:
        """Return the first row whose name was there before, and the row where it was; None if all differ."""
        prints = np.fromiter(map(hash, self), dtype=np.int64, count=len(self))
        order = np.argsort(prints, kind="stable")
        alike = np.flatnonzero(np.diff(prints[order]) == 0)
        suspects = np.unique(np.concatenate([order[alike], order[alike + 1]])).tolist()
        seen: dict[str, int] = {}
        for row in suspects:
            if (name := self[row]) in seen:
                return row, seen[name]
            seen[name] = row
        return None

    def _joined(self) -> NDArray[np.int64]:
        if len(self._ends) > 1:
            self._ends = [np.concatenate(self._ends)]
        return self._ends[0]
