"""The assertion of accessibility can fail, and a page of a shape that was seen is looked at once."""

from collections.abc import Callable

import pytest

from tests.journeys.accessibility import WCAG, Once
from tests.journeys.conftest import PHONE, Visitor

NAMED, UNNAMED = ("<label for=a>Name</label><input id=a>", "<label for=b>Name</label><input id=a>")


def a_page(field: str, words: str) -> str:
    return f"<html lang=en><title>Page</title><main><h1>{words}</h1>{field}</main></html>"


@pytest.mark.django_db(transaction=True)
def test_a_field_that_lost_its_label_is_seen_though_nothing_else_differs(visitor: Callable[..., Visitor]) -> None:
    page, once = visitor().page, Once()
    page.set_content(a_page(NAMED, "Hello"))
    assert once.violations(page, WCAG) == []
    page.set_content(a_page(UNNAMED, "Hello"))
    assert any(found.startswith("label: ") for found in once.violations(page, WCAG))


@pytest.mark.django_db(transaction=True)
def test_the_same_shape_with_other_words_is_looked_at_once_for_each_width(
    visitor: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr("tests.journeys.accessibility.violations", lambda page, _: looked.append(page.url) or [])
    page, once = visitor().page, Once()
    for words in ("Hello", "Good morning"):
        page.set_content(a_page(NAMED, words))
        once.violations(page, WCAG)
    assert len(looked) == 1
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a plain dict of two numbers
    once.violations(page, WCAG)
    assert len(looked) == 2
