"""Accessibility as an assertion: axe, run over a page as it is seen."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast"]

SHAPE = """() => {
  const numbers = new Map(), number = name => numbers.get(name) ?? numbers.set(name, numbers.size).get(name);
  const names = new Set(["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage"]);
  const words = new Set(["href", "src", "value", "alt", "title", "aria-label", "content", "nonce", "action"]);
  const root = document.documentElement;
  return [
    innerWidth,
    matchMedia("(prefers-color-scheme: dark)").matches,
    getComputedStyle(root).fontSize,
    ...[...document.querySelectorAll("*")].map(element => [
      element.tagName,
      element.textContent.trim() !== "",
      ...[...element.attributes].map(({name, value}) =>
        `${name}=${names.has(name) ? value.split(" ").map(number) : words.has(name) ? value !== "" : value}`),
    ].join(" ")),
  ].join("\\n");
}"""
"""What axe judges a page by, without its words: its elements, how they refer to one another, and how they are seen."""


def violations(page: Page, rules: list[str]) -> list[str]:
    """Return what breaks the rules on a page as it is seen now. Only that crosses from the browser to here."""
    results = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}"
        for found in results.response["violations"]
    ]


class Once:
    """Pages that have been looked at: one of the same shape, as wide and in the same light, is not looked at again."""

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def violations(self, page: Page, rules: list[str]) -> list[str]:
        shape: Any = hash(page.evaluate(SHAPE))
        if shape in self._seen:
            return []
        found = violations(page, rules)
        if not found:
            self._seen.add(shape)
        return found
