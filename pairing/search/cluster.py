"""The candidate passes shared out by site over `dask.distributed`; the solve stays in one place.

Workers may join from other hosts at any time and die without harm: a share that is lost is asked for again, and what no
worker can do in the end is done here. Every share has its own stream of chances, so the answer is bit for bit that of
one process. Workers need this package and nothing of the data: the packed population travels to them once.
"""

from collections.abc import Callable, Iterator
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from pairing.errors import BadProblem
from pairing.search.kernel import NEVER
from pairing.search.searcher import Filled, Pass, Plan, Searcher, Share

BUNDLES_PER_WORKER = 8
"""Parts of a pass for each worker: enough that one who joins late or runs slowly holds nobody up."""
ROUNDS = 3
"""How often lost shares are asked for again before they are done here."""


class Cluster:
    """A searcher whose passes are made by the workers of a scheduler."""

    def __init__(self, searcher: Searcher, scheduler: str) -> None:
        """Connect to a scheduler, such as `tcp://10.0.0.1:8786`.

        :raises BadProblem: the package `distributed` is not installed (extra `cluster`), or nobody answers at the
        address.
        """
        try:
            from distributed import Client
        except ImportError:
            raise BadProblem(
                "options", "scheduler", "needs the package `distributed`: install the extra `cluster`"
            ) from None
        try:
            self._client: Any = Client(scheduler, set_as_default=False, timeout=10)  # type: ignore[no-untyped-call]  # the package ships no types for it
        except (OSError, ValueError) as error:
            raise BadProblem("options", "scheduler", f"{scheduler} cannot be reached: {error}") from None
        self._searcher = searcher

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def search(
        self, plan: Plan, price: NDArray[np.int64], *, turn: int = 0, progress: Callable[[float], None] | None = None
    ) -> Pass:
        """Make one pass, as `Searcher.search` does."""
        n = len(self._searcher.people)
        filled: Filled = (
            np.full((n, plan.width), -1, np.int32),
            np.zeros((n, plan.width), np.int16),
            np.full(n, NEVER, np.int32),
        )
        left, pairs, done = set(self._searcher.shares()), 0, 0
        for share, part in self._parts(left, plan, price, turn):
            first, last = self._searcher.rows(share)
            filled[0][first:last], filled[1][first:last], filled[2][first:last] = part.right, part.score, part.best
            pairs += part.pairs
            done += last - first
            if progress:
                progress(done / max(1, n))
        return Pass(*filled, pairs)

    def _parts(self, left: set[Share], plan: Plan, price: NDArray[np.int64], turn: int) -> Iterator[tuple[Share, Pass]]:
        for _ in range(ROUNDS):
            for share, part in self._from_workers(sorted(left), plan, price, turn):
                left.discard(share)
                yield share, part
            if not left:
                return
        for share in sorted(left):
            yield share, self._searcher.search_shares([share], plan, price, turn)[0]

    def _from_workers(
        self, shares: list[Share], plan: Plan, price: NDArray[np.int64], turn: int
    ) -> Iterator[tuple[Share, Pass]]:
        """Return what comes back; a bundle that is lost with its worker is simply missing."""
        from distributed import as_completed

        client = self._client
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            return
        searcher, prices = client.scatter([self._searcher, price], broadcast=True, hash=False)
        size = max(1, -(-len(shares) // (BUNDLES_PER_WORKER * workers)))
        bundles = [shares[at : at + size] for at in range(0, len(shares), size)]
        futures: dict[Any, list[Share]] = {
            client.submit(_made, searcher, bundle, plan, prices, turn, pure=False, retries=ROUNDS): bundle
            for bundle in bundles
        }
        for future in as_completed(list(futures), loop=client.loop):  # type: ignore[no-untyped-call]  # dask has no types
            if future.status == "finished":
                yield from zip(futures[future], future.result(), strict=True)
            future.release()


def _made(searcher: Searcher, shares: list[Share], plan: Plan, price: NDArray[np.int64], turn: int) -> list[Pass]:
    return searcher.search_shares(shares, plan, price, turn)
