"""A bare problem from two files: solved, proven, checked by someone else; and refused with file, row and column."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pairing import BadFile, solve_edges, verify_edges

pytestmark = pytest.mark.slow


@pytest.fixture
def files(tmp_path):
    def write(edges, capacities="right,capacity\n"):
        (tmp_path / "edges.csv").write_text(edges, encoding="utf-8")
        (tmp_path / "capacities.csv").write_text(capacities, encoding="utf-8")
        return tmp_path / "edges.csv", tmp_path / "capacities.csv", tmp_path / "out.csv"

    return write


def test_most_left_nodes_come_before_the_total(files):
    edges, capacities, out = files("left,right,score\na,x,100\na,y,-5\nb,x,3\n")
    answer = solve_edges(edges, capacities, out, exact=True)
    assert answer.line() == "matched=2 total=-2 bound=-2 gap=0"
    assert out.read_text(encoding="utf-8") == "left,right,score\na,y,-5\nb,x,3\n"


def test_a_capacity_of_nothing_means_none_and_a_missing_one_means_one(files):
    edges, capacities, out = files("left,right,score\na,x,9\nb,x,8\nc,y,1\n", "right,capacity\ny,0\nz,7\n")
    assert solve_edges(edges, capacities, out).line() == "matched=1 total=9 bound=9 gap=0"


def test_capacities_may_be_left_out_altogether(files):
    edges, _, out = files("left,right,score\na,x,9\nb,x,8\n")
    assert solve_edges(edges, None, out).matched == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.integers(-20, 20)),
    st.dictionaries(st.integers(0, 9), st.integers(0, 3)),
)
def test_the_checker_proves_every_answer(files, scores, places):
    edges, capacities, out = files(
        "left,right,score\n" + "".join(f"l{a},r{b},{points}\n" for (a, b), points in scores.items()),
        "right,capacity\n" + "".join(f"r{b},{many}\n" for b, many in places.items()),
    )
    answer = solve_edges(edges, capacities, out, exact=True)
    verdict = verify_edges(edges, capacities, out)
    assert verdict.proven
    assert (verdict.matched, verdict.total) == (answer.matched, answer.total)


@pytest.mark.parametrize(
    ("out", "complaint"),
    [
        ("left,right,score\na,x,5\nb,x,3\n", "x has 2 and takes 1"),
        ("left,right,score\na,x,5\na,y,1\n", "a is matched twice"),
        ("left,right,score\na,x,6\n", "6 is not the score of any edge"),
        ("left,right,score\nb,y,1\n", "not the score of any edge"),
    ],
)
def test_the_checker_catches_an_answer_that_is_not_allowed(files, out, complaint):
    edges, capacities, path = files("left,right,score\na,x,5\nb,x,3\na,y,1\n")
    path.write_text(out, encoding="utf-8")
    assert complaint in verify_edges(edges, capacities, path).complaints[0]


def test_the_checker_knows_that_a_poor_answer_is_not_the_best(files):
    edges, capacities, out = files("left,right,score\na,x,5\na,y,1\nb,x,1\nb,y,1\n")
    out.write_text("left,right,score\na,y,1\nb,x,1\n", encoding="utf-8")
    verdict = verify_edges(edges, capacities, out)
    assert verdict.complaints == ()
    assert not verdict.proven
    assert verdict.bound > verdict.total


@pytest.mark.parametrize(
    ("edges", "capacities", "words"),
    [
        ("left,right\na,x\n", "right,capacity\n", "edges.csv, row 1, column score: this column is missing"),
        (
            "left,right,score\na,x,5\na,y,six\n",
            "right,capacity\n",
            "edges.csv, row 3, column score: 'six' is not a number",
        ),
        ("left,right,score\na,x,nan\n", "right,capacity\n", "edges.csv, row 2, column score: 'nan' is not a number"),
        ("left,right,score\na,x,1.5\n", "right,capacity\n", "edges.csv, row 2, column score: '1.5' is not a whole"),
        ("left,right,score\na,,1\n", "right,capacity\n", "edges.csv, row 2, column right: is empty"),
        ("left,right,score\na,x,1\na,x,2\n", "right,capacity\n", "edges.csv, row 3, column left, right: 'a' and 'x'"),
        ("left,right,score\na,x\n", "right,capacity\n", "edges.csv, row 2: has 2 cells where the first row has 3"),
        ("left,right,score\na,x,1\n", "right,capacity\nx,-1\n", "capacities.csv, row 2, column capacity: '-1' is not"),
        ("left,right,score\na,x,1\n", "right,capacity\nx,1\nx,2\n", "capacities.csv, row 3, column right: 'x' has"),
        ("", "right,capacity\n", "edges.csv, row 1: the first row must name the columns"),
        ("left,right,score\na,x,99999999999999\n", "right,capacity\n", "edges.csv, row 2, column score"),
    ],
)
def test_a_bad_cell_is_told_by_file_row_and_column(files, edges, capacities, words):
    with pytest.raises(BadFile) as caught:
        solve_edges(*files(edges, capacities))
    assert str(caught.value).startswith(words)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadFile, match=r"edges\.csv: is not there"):
        solve_edges(tmp_path / "edges.csv", None, None)


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    (tmp_path / "edges.csv").write_bytes(b"left,right,score\n\xff,x,1\n")
    with pytest.raises(BadFile, match=r"edges\.csv: is not UTF-8"):
        solve_edges(tmp_path / "edges.csv", None, None)
