"""Which counts of people may be shown.

Counts under five are hidden, and so are others from which a hidden one could be worked out. Source: Office for National
Statistics, "Policy on protecting confidentiality in tables of birth and death statistics" (threshold and secondary
suppression); Hundepool and others (2012), "Statistical Disclosure Control", chapter 4.
"""

from collections.abc import Mapping, Sequence

FEWEST_SHOWN = 5
TOO_FEW = "fewer than 5"
NOT_SHOWN = "not shown"

Table = Mapping[tuple[str, str], int]


def in_words(count: int) -> str:
    """Return a count that stands alone, or that it is too small to be shown."""
    return f"{count:,}" if count >= FEWEST_SHOWN else TOO_FEW


def steps_in_words(counts: Sequence[int]) -> list[str]:
    """Return counts that are each a part of the one before, such as a funnel's, so that no difference tells of one to
    four people.

    A step one to four below the last exact one is said as “at least” a multiple of five that leaves all four
    differences open; under so small a step that none would, nothing is said.
    """
    said: list[str] = []
    last: int | None = None
    for count in counts:
        if last is not None and count < last < 2 * FEWEST_SHOWN - 1:
            said.append(NOT_SHOWN)
        elif count < FEWEST_SHOWN:
            said.append(TOO_FEW)
        elif last is not None and 0 < last - count < FEWEST_SHOWN:
            said.append(f"at least {(last - FEWEST_SHOWN + 1) // FEWEST_SHOWN * FEWEST_SHOWN:,}")
        else:
            said.append(f"{count:,}")
            last = count
    return said


def hidden_cells(table: Table) -> frozenset[tuple[str, str]]:
    """Return the (row, column) cells that must not be shown, when the totals of rows and columns and of all are shown
    too unless they are named here; the name of a total is the empty string.

    Every cell under five is hidden. Then, in each row and column, what is hidden must be at least two cells that hold
    five people or more between them; otherwise the smallest that is still shown is hidden with them, and in the end the
    total.
    """
    whole = _with_totals(table)
    hidden = {cell for cell, count in whole.items() if count < FEWEST_SHOWN}
    lines = _lines(whole)
    changed = True
    while changed:
        changed = False
        for line in lines:
            more = _to_hide(line, whole, hidden)
            if more is not None:
                hidden.add(more)
                changed = True
    return frozenset(hidden)


def _to_hide(line: list[tuple[str, str]], whole: Table, hidden: set[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the next cell of a line to hide, or `None` when nothing hidden in it can be worked out.

    The total is its last cell.
    """
    *inner, total = line
    out = [cell for cell in inner if cell in hidden]
    if total in hidden:
        # With the total gone, one hidden cell cannot be worked out from the others; a hidden total over shown cells
        # can.
        return None if out or not inner else min(inner, key=lambda cell: (whole[cell], cell))
    if not out or (len(out) > 1 and sum(whole[cell] for cell in out) >= FEWEST_SHOWN):
        return None
    shown = [cell for cell in inner if cell not in hidden]
    return min(shown, key=lambda cell: (whole[cell], cell)) if shown else total


def _with_totals(table: Table) -> dict[tuple[str, str], int]:
    whole = dict(table)
    for (row, column), count in table.items():
        for total in ((row, ""), ("", column), ("", "")):
            whole[total] = whole.get(total, 0) + count
    return whole


def _lines(whole: Table) -> list[list[tuple[str, str]]]:
    """Rows and columns, the totals' own row and column among them, each with its total last."""
    rows, columns = (
        sorted({row for row, _ in whole}, reverse=True),
        sorted({column for _, column in whole}, reverse=True),
    )
    across = [[(row, column) for column in columns if (row, column) in whole] for row in rows]
    return across + [[(row, column) for row in rows if (row, column) in whole] for column in columns]
