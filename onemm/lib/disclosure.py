"""Which counts of people may be shown: one rule, and every way of hiding by it.

A count of one to four could tell something of someone, so it is hidden, and so are others from which it could be
worked out: by subtraction from a total, from a whole, or from the same table on another page. Source: Office for
National Statistics, "Policy on protecting confidentiality in tables of birth and death statistics" (threshold and
secondary suppression); Hundepool and others (2012), "Statistical Disclosure Control", chapter 4.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, overload

from django.db.models import Q

from onemm.lib.statistics import Estimate

FEWEST = 5
"""The smallest count of people that is shown."""
TOO_FEW = f"fewer than {FEWEST}"
UNDER = f"under {FEWEST}"
"""The same in a narrow cell of a table."""
TOO_FEW_TO_SAY = "too few"
NOT_SHOWN = "not shown"

Table = Mapping[tuple[str, str], int]
Figure = TypeVar("Figure")


def is_few(count: int) -> bool:
    """Say whether a count is of one to four people, so that it could tell of one of them."""
    return 0 < count < FEWEST


def is_enough(count: int) -> bool:
    """Say whether there are five or more, so that a figure of them may be shown."""
    return count >= FEWEST


def few(field: str) -> Q:
    """Return the condition that an annotated count is under five."""
    return Q(**{f"{field}__lt": FEWEST})


@overload
def shown(figure: int) -> int | None: ...
@overload
def shown(figure: Estimate | None) -> Estimate | None: ...
@overload
def shown(figure: Figure | None, *, of: int) -> Figure | None: ...
def shown(figure: object, *, of: int | None = None) -> object:
    """Return a figure that may be shown, and `None` for one of fewer than five people.

    A count is of as many people as it says, an estimate of those it rests on; of anything else say how many it is `of`.
    """
    if of is None:
        of = figure.n if isinstance(figure, Estimate) else figure if isinstance(figure, int) else 0
    return figure if is_enough(of) else None


def shown_total(parts: Iterable[int]) -> int | None:
    """Return the sum of counts that are shown beside it where they are five or more, unless the hidden ones could be
    worked out: when they hold one to four people between them.
    """
    counts = list(parts)
    return None if is_few(sum(count for count in counts if not is_enough(count))) else shown(sum(counts))


def held_back(parts: Iterable[int]) -> int:
    """Return by how much a total must be lowered where all its parts of five or more are shown elsewhere: by those that
    are hidden there, when they hold one to four people between them.
    """
    hidden = sum(count for count in parts if not is_enough(count))
    return hidden if is_few(hidden) else 0


def tells_apart(part: int, whole: int) -> bool:
    """Say whether a figure of a group may stand beside the same figure of everyone: neither the group nor the rest is
    of one to four people.
    """
    return is_enough(part) and not is_few(whole - part)


def in_words(count: int, *, none: str = TOO_FEW) -> str:
    """Return a count that stands alone, or that it is too small to be shown.

    `none` is said of nobody, where that may be known.
    """
    return none if not count else f"{count:,}" if is_enough(count) else TOO_FEW


def in_a_cell(count: int | None, *, none: str = "0") -> str:
    """Return a count for a narrow cell of a table, where nobody may be known; `None` is one that was hidden before."""
    return UNDER if count is None or is_few(count) else f"{count:,}" if count else none


def steps_in_words(counts: Sequence[int]) -> list[str]:
    """Return counts that are each a part of the one before, such as a funnel's, so that no difference tells of one to
    four people.

    A step one to four below the last exact one is said as “at least” a multiple of five that leaves all four
    differences open; under so small a step that none would, nothing is said.
    """
    words: list[str] = []
    last: int | None = None
    for count in counts:
        if last is not None and count < last < 2 * FEWEST - 1:
            words.append(NOT_SHOWN)
        elif not is_enough(count):
            words.append(TOO_FEW)
        elif last is not None and is_few(last - count):
            words.append(f"at least {(last - FEWEST + 1) // FEWEST * FEWEST:,}")
        else:
            words.append(f"{count:,}")
            last = count
    return words


def parts_in_words(counts: Sequence[int]) -> list[str]:
    """Return counts that add up to a known number: hidden are those of one to four, and with them the smallest others
    until what is hidden is two counts or more that hold five people between them.
    """
    hidden = {at for at, count in enumerate(counts) if is_few(count)}
    while hidden and (len(hidden) < 2 or not is_enough(sum(counts[at] for at in hidden))):
        others = [at for at, count in enumerate(counts) if count and at not in hidden]
        if not others:
            break
        hidden.add(min(others, key=lambda at: counts[at]))
    return [
        NOT_SHOWN if at in hidden and is_enough(count) else in_words(count, none="none")
        for at, count in enumerate(counts)
    ]


def hidden_cells(table: Table, *, also: Iterable[tuple[str, str]] = ()) -> frozenset[tuple[str, str]]:
    """Return the (row, column) cells that must not be shown, when the totals of rows and columns and of all are shown
    too unless they are named here; the name of a total is the empty string.

    Every cell under five is hidden, and those that are hidden `also`, such as a total that another table hides. Then,
    in each row and column, what is hidden must be at least two cells that hold five people or more between them;
    otherwise the smallest that is still shown is hidden with them, and in the end the total.
    """
    whole = _with_totals(table)
    hidden = {cell for cell, count in whole.items() if not is_enough(count)} | (whole.keys() & set(also))
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
    if not out or (len(out) > 1 and is_enough(sum(whole[cell] for cell in out))):
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
