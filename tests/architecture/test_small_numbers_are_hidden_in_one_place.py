"""The rule of five is `lib.disclosure`'s: no other module has a threshold of its own, or compares with it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import onemm

HOUSE = Path(onemm.__file__).parent
HOME = HOUSE / "lib" / "disclosure.py"
THRESHOLD = 5
OWN_CONSTANT = re.compile(r"FEWEST(_SHOWN|_ANSWERS|_PEOPLE)?|TOO_FEW|NOT_SHOWN|SMALL(EST)?_(NUMBER|COUNT|GROUP)S?")
SAYS_FEW = re.compile(r"\b(FEW|FEWEST|SMALL|SMALLEST|LEAST|MINIMUM|ENOUGH|HIDE_BELOW)(_|$)")
OWN_WORDS = re.compile(r"^(fewer than|under|less than) (5|five)$", re.IGNORECASE)
COMPARED = re.compile(r"{%[^%]*[<>]=? *(fewest|5)\b|{%[^%]*\bfewest *[<>]")
NOT_ABOUT_PEOPLE = {
    # The letters that a mentor may still send this week.
    "portals/mentor/templates/mentor/colleagues/colleagues.html",
}


def names_of(target: ast.expr) -> Iterator[str]:
    yield from (node.id for node in ast.walk(target) if isinstance(node, ast.Name))


def faults_in(source: str) -> list[str]:
    """Return what a module does that only `lib.disclosure` may."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            is_five = isinstance(node.value, ast.Constant) and node.value.value == THRESHOLD
            faults += [
                f"line {node.lineno}: {name} is a threshold of its own"
                for target in targets
                for name in names_of(target)
                if OWN_CONSTANT.fullmatch(name) or (is_five and SAYS_FEW.search(name))
            ]
        if isinstance(node, ast.Compare) and "FEWEST" in [name for part in ast.walk(node) for name in names_in(part)]:
            faults.append(f"line {node.lineno}: compares with FEWEST itself")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and OWN_WORDS.match(node.value):
            faults.append(f"line {node.lineno}: says “{node.value}” in words of its own")
    return faults


def names_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    if isinstance(node, ast.Attribute):
        yield node.attr


def test_no_other_module_has_a_threshold_or_compares_with_it() -> None:
    faults = {
        str(path.relative_to(HOUSE)): found
        for path in sorted(HOUSE.rglob("*.py"))
        if path != HOME and "migrations" not in path.parts and (found := faults_in(path.read_text()))
    }
    assert not faults


def test_no_template_hides_a_number_by_itself() -> None:
    faults = [
        str(path.relative_to(HOUSE))
        for path in sorted(HOUSE.rglob("*.html"))
        if COMPARED.search(path.read_text()) and str(path.relative_to(HOUSE)) not in NOT_ABOUT_PEOPLE
    ]
    assert not faults


def test_a_threshold_elsewhere_would_be_seen() -> None:
    assert faults_in("FEWEST_ANSWERS = 5")
    assert faults_in("LEAST_SHOWN: int = 5")
    assert faults_in("from onemm.lib.disclosure import FEWEST\nhidden = count < FEWEST")
    assert faults_in("import onemm.lib.disclosure as d\nhidden = d.FEWEST > count")
    assert faults_in('word = "Fewer than five"')
    assert not faults_in("from onemm.lib.disclosure import FEWEST\ncontext = {'fewest': FEWEST}\nFEWEST_WORDS = 8")
    assert COMPARED.search("{% if row.hoping and row.hoping < fewest %}")
    assert COMPARED.search("{% if row.count < 5 %}")
    assert not COMPARED.search("{% if page.is_shown %}under {{ fewest }}")
