"""The best assignment of a dense round, exactly: most rows matched first, then the greatest total, with its proof."""

from dataclasses import dataclass

import numpy as np

from pairing.arrays import Ints

FORBIDDEN = np.int64(-1)
"""In a table of scores: this pair may not meet."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """`column` is int [rows], -1 for nobody; `bound` is what no set of as many pairs can exceed."""

    column: Ints
    matched: int
    total: int
    bound: int
    prices: Ints
    """What one more place with each mentor would be worth at most, int [columns], in points plus bonus."""
    bonus: int
    """What each pair earns on top of its score, so that the number matched comes before any total."""


def best_assignment(scores: Ints, capacity: Ints) -> Assignment:
    """Match rows to columns, each row once and each column up to its capacity.

    `scores` is int [n, m] from 0 to 1000, `FORBIDDEN` where a pair may not meet; `capacity` is int [m].
    A bonus of n * 1000 + 1 points a pair puts the number matched before any total. Sums stay below
    n * (n + 1) * 1000 < 2**53 for n < 90,000, so the solver's floats hold whole numbers exactly.
    """
    allowed = scores >= 0
    column = np.full(len(scores), -1, dtype=np.int64)
    rows, columns = np.flatnonzero(allowed.any(axis=1)), np.flatnonzero(allowed.any(axis=0) & (capacity > 0))
    prices = np.zeros(scores.shape[1], dtype=np.int64)
    bonus = 1000 * len(rows) + 1
    if not (len(rows) and len(columns)):
        return Assignment(column, 0, 0, 0, prices, bonus)
    table = np.where(allowed, scores + bonus, 0)[np.ix_(rows, columns)]
    within = _solve(table, capacity[columns])
    column[rows] = np.where(within >= 0, columns[within], -1)
    matched = int((column >= 0).sum())
    prices[columns] = _prices(table, within)
    total = int(scores[column >= 0, column[column >= 0]].sum())
    bound = _dual_value(table, capacity[columns], prices[columns]) - bonus * matched
    return Assignment(column, matched, total, bound, prices, bonus)


def _solve(table: Ints, capacity: Ints) -> Ints:
    """Return the column of every row, or -1. Columns are repeated once a place; 0 in the table is no pair at all."""
    from scipy.optimize import linear_sum_assignment

    places = np.minimum(capacity, np.minimum((table > 0).sum(axis=0), len(table)))
    owner = np.repeat(np.arange(table.shape[1]), places)
    rows, chosen = linear_sum_assignment(table[:, owner].astype(np.float64), maximize=True)
    column = np.full(len(table), -1, dtype=np.int64)
    column[rows] = owner[chosen]
    unused = np.flatnonzero(column >= 0)[table[column >= 0, column[column >= 0]] == 0]
    column[unused] = -1
    return column


def _prices(table: Ints, column: Ints) -> Ints:
    """Return the smallest prices that support the assignment, int [m], by relaxing until nobody would change.

    A row is content with what it has at price p when no other column gives it more; each round raises the prices
    of the columns that are envied. An optimal assignment has no cycle of envy that gains, so this ends after at
    most m rounds (Bellman and Ford); the bound stays valid for any prices.
    """
    rows = np.flatnonzero(column >= 0)
    prices: Ints = np.zeros(table.shape[1], dtype=np.int64)
    content = np.zeros(len(table), dtype=np.int64)
    for _ in range(table.shape[1] + 1):
        content[rows] = table[rows, column[rows]] - prices[column[rows]]
        raised = np.maximum(prices, np.where(table > 0, table - content[:, None], 0).max(axis=0))
        if np.array_equal(raised, prices):
            break
        prices = raised
    return prices


def _dual_value(table: Ints, capacity: Ints, prices: Ints) -> int:
    """Return the value that no assignment exceeds: prices of all places plus what each row could still gain."""
    gain = np.where(table > 0, table - prices, 0).max(axis=1)
    return int((np.minimum(capacity, len(table)) * prices).sum() + np.maximum(gain, 0).sum())
