"""What a template or a view may not decide, and who still does.

`not_yet.toml` lists the files that offend, rule by rule. It only shrinks:

    python -m tests.architecture.printing

takes out of it what no longer offends, and adds nothing.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_YET = Path(__file__).with_name("not_yet.toml")
TAG = re.compile(r"\{%-?\s*(?P<words>.*?)\s*-?%\}|\{\{\s*(?P<value>.*?)\s*\}\}", re.DOTALL)
QUOTED = r"(?:\"[^\"]*\"|'[^']*')"
STATE = re.compile(
    rf"\.state\b\s*(?:==|!=|not\s+in\b|in\b)|(?:==|!=)\s*[\w.]*\.state\b|(?:==|!=)\s*{QUOTED}|{QUOTED}\s*(?:==|!=)"
)
QUERY = re.compile(r"\.(?:objects|all|exists|select_related|paginator)\b(?![\"'])|\w_set\b")
HANDED_OVER = {"render", "page_or_part", "render_to_string", "TemplateResponse"}


def tags_of(template: str) -> Iterator[str]:
    """What stands between braces, comments left out."""
    template = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", template, flags=re.DOTALL)
    for match in TAG.finditer(template):
        yield match["words"] or match["value"] or ""


def compares_states(template: str) -> bool:
    return any(STATE.search(tag) for tag in tags_of(template) if tag.startswith(("if ", "elif ")))


def chains_decisions(template: str) -> bool:
    return any(tag.startswith("elif ") for tag in tags_of(template))


def joins_sentences(template: str) -> bool:
    return any("|add:" in tag for tag in tags_of(template))


def asks_the_database(template: str) -> bool:
    return any(QUERY.search(re.sub(QUOTED, '""', tag)) for tag in tags_of(template))


def hands_over_a_dictionary(source: str) -> bool:
    """Whether a module of a portal shows a page by anything but `web.pages.show`."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return any(
        (isinstance(call, ast.Name) and call.id in HANDED_OVER)
        or (isinstance(call, ast.Attribute) and call.attr in HANDED_OVER)
        for call in calls
    )


def templates() -> list[Path]:
    return sorted((ROOT / "onemm").rglob("templates/**/*.html"))


def modules() -> list[Path]:
    return sorted((ROOT / "onemm" / "portals").rglob("*.py"))


RULES: dict[str, tuple[Callable[[str], bool], Callable[[], list[Path]]]] = {
    "compares_states": (compares_states, templates),
    "chains_decisions": (chains_decisions, templates),
    "joins_sentences": (joins_sentences, templates),
    "asks_the_database": (asks_the_database, templates),
    "hands_over_a_dictionary": (hands_over_a_dictionary, modules),
}


def offenders(rule: str) -> set[str]:
    offends, files = RULES[rule]
    return {str(path.relative_to(ROOT)) for path in files() if offends(path.read_text(encoding="utf-8"))}


def not_yet() -> dict[str, set[str]]:
    listed = tomllib.loads(NOT_YET.read_text(encoding="utf-8"))
    return {rule: set(listed.get(rule, [])) for rule in RULES}


def write(listed: dict[str, set[str]]) -> None:
    heading = "# Files that still decide what a page should. Each list only shrinks; an empty one holds for good.\n"
    parts = [
        f"{rule} = [\n{''.join(f'  {chr(34)}{file}{chr(34)},{chr(10)}' for file in sorted(files))}]\n"
        for rule, files in listed.items()
    ]
    NOT_YET.write_text("\n".join([heading, *parts]), encoding="utf-8")


if __name__ == "__main__":
    write({rule: files & offenders(rule) for rule, files in not_yet().items()})
