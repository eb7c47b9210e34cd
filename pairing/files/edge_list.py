"""A bare problem from two CSV files: edges with scores, and how many each right node can take."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pairing.arrays import Values
from pairing.assignment.graph import LARGEST_SCORE, Graph, graph_from
from pairing.assignment.sparse import solve_graph
from pairing.errors import BadFile, BadProblem
from pairing.files.csv_table import chunks


@dataclass(frozen=True, slots=True)
class EdgeProblem:
    """Names of left and right nodes, and their graph."""

    left: list[str]
    right: list[str]
    graph: Graph


@dataclass(frozen=True, slots=True)
class EdgeAnswer:
    """What a bare problem came to: left nodes matched, their total, and what no answer with as many can exceed."""

    matched: int
    total: int
    bound: int
    gap: float

    def line(self) -> str:
        """Return the answer on one line."""
        return f"matched={self.matched} total={self.total} bound={self.bound} gap={self.gap:.6g}"


def read_edges(edges: Path, capacities: Path | None) -> EdgeProblem:
    """Read `left,right,score` and `right,capacity`; a right node without a capacity takes 1, and 0 means none.

    :raises BadFile: a cell that cannot be used, an edge that is there twice, a capacity given twice.
    """
    left: dict[str, int] = {}
    right: dict[str, int] = {}
    parts: list[tuple[Values, Values, Values]] = []
    for chunk in chunks(edges, ("left", "right", "score")):
        lefts = np.array([left.setdefault(id_, len(left)) for id_ in chunk.ids("left")], dtype=np.int64)
        rights = np.array([right.setdefault(id_, len(right)) for id_ in chunk.ids("right")], dtype=np.int64)
        parts.append((lefts, rights, chunk.wholes("score", -LARGEST_SCORE, LARGEST_SCORE)))
    rows, columns, score = (
        np.concatenate([np.empty(0, np.int64), *(part[which] for part in parts)]) for which in range(3)
    )
    _refuse_repeats(edges, rows, columns, list(left), list(right))
    capacity = _read_capacities(capacities, right)
    return EdgeProblem(list(left), list(right), graph_from(rows, columns, score, len(left), capacity))


def _read_capacities(path: Path | None, right: dict[str, int]) -> Values:
    capacity = np.ones(len(right), dtype=np.int64)
    seen: set[str] = set()
    row = 2
    for chunk in chunks(path, ("right", "capacity")) if path else ():
        for id_, places in zip(chunk.ids("right"), chunk.wholes("capacity", 0, 10**9), strict=True):
            if id_ in seen:
                raise BadFile(path.name if path else "", row, "right", f"{id_!r} has a capacity already")
            seen.add(id_)
            row += 1
            if id_ in right:
                capacity[right[id_]] = places
    return capacity


def _refuse_repeats(path: Path, rows: Values, columns: Values, left: list[str], right: list[str]) -> None:
    key = rows * max(1, len(right)) + columns
    _, first, count = np.unique(key, return_index=True, return_counts=True)
    if (count > 1).any():
        row = int(first[int(np.argmax(count > 1))])
        again = int(np.flatnonzero(key == key[row])[1])
        names = f"{left[rows[row]]!r} and {right[columns[row]]!r}"
        raise BadFile(path.name, again + 2, "left, right", f"{names} already have a score in row {row + 2}")


def solve_edges(
    edges: Path, capacities: Path | None, out: Path | None, *, exact: bool = False, seed: int = 0
) -> EdgeAnswer:
    """Solve a bare problem, most left nodes matched first and then the greatest total, and write `left,right,score`.

    Every answer is exact; `exact` insists on the proof and refuses to write an answer without one.

    :raises BadFile: the files cannot be used.
    :raises BadProblem: no proof could be made (see `solve_graph`).
    """
    problem = read_edges(edges, capacities)
    answer = solve_graph(problem.graph, seed=seed)
    if exact and answer.bound != answer.total:
        raise BadProblem("edges", "bound", f"the bound {answer.bound} does not prove the total {answer.total}")
    if out:
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("left", "right", "score"))
            for row in np.flatnonzero(answer.edge >= 0).tolist():
                edge = int(answer.edge[row])
                column = int(problem.graph.right[edge])
                writer.writerow((problem.left[row], problem.right[column], int(problem.graph.score[edge])))
    return EdgeAnswer(answer.matched, answer.total, answer.bound, answer.gap)
