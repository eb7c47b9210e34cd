"""The words of an e-mail: whole, plain in the text, harmless in the HTML, whoever is written to and about."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from onemm.notifications.kinds import Kind, all_kinds
from onemm.notifications.queries import previews_of
from onemm.notifications.readers import Reader
from onemm.notifications.wording import LONGEST_SUBJECT, ValuesDoNotFit, button_of, html_of, text_of, words_of

KINDS = list(all_kinds())
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
UNRENDERED = re.compile(r"\{\{|\}\}|\{%|%\}|\bNone\b|\[\]|  |\n{3,}| [.,;:?!]|\(\)")
HOSTILE = "<b>Bob</b> & <script>alert(1)</script>\r\nBcc: all@example.org\n\n- {{ secret }} {% now %} “" + "long " * 100
NAMES = ["Zoë-Mae O’Neill", "李 王", "أمينة يوسف", "श्रुति", "Ωmega", "O", "Łukasz Żak", "עדה"]
A_KIND = next(kind for kind in KINDS if kind.name == "match.paused")


def changed(values: Mapping[str, object], word: str) -> dict[str, object]:
    """Put a word in place of every word."""
    return {
        name: word if isinstance(value, str) and value else [word] if isinstance(value, list) and value else value
        for name, value in values.items()
    }


@each_kind
def test_every_kind_reads_whole_for_each_of_its_readers(kind: Kind) -> None:
    previews = previews_of(kind)
    assert len(previews) == len(kind.readers) * len(kind.samples)
    for preview in previews:
        assert preview.words.subject
        assert "\n" not in preview.words.subject
        assert len(preview.words.subject) < LONGEST_SUBJECT / 2
        for text in (preview.words.subject, preview.words.body, preview.text):
            assert not UNRENDERED.search(text), text
        assert preview.words.body.startswith(f"Hello {preview.name},\n\n") is kind.is_greeted
        assert ("Open it here: " in preview.text) is bool(kind.link)


@each_kind
def test_the_html_says_the_same_as_the_text(kind: Kind) -> None:
    for preview in previews_of(kind):
        shown = " ".join(unescape(re.sub(r"<[^>]+>", " ", preview.html)).split())
        for line in preview.words.body.splitlines():
            assert " ".join(line.removeprefix("- ").split()) in shown
        assert preview.html.count("<a ") == 1 + bool(kind.link), "one way home, and one button"


@each_kind
def test_words_of_a_person_write_neither_headers_nor_html(kind: Kind) -> None:
    for sample in kind.samples:
        words = words_of(kind, changed(sample, HOSTILE), name=HOSTILE)
        assert "\n" not in words.subject
        assert len(words.subject) <= LONGEST_SUBJECT
        html = html_of(words.subject, words.body, path="/staff/")
        assert "<b>" not in html
        assert "<script" not in html
        if "Bob" in words.body:
            assert "<b>Bob</b> &" in words.body, "plain text is left as it was written"
            assert "&lt;b&gt;Bob&lt;/b&gt; &amp;" in html
            assert "{{ secret }}" in words.body, "nobody's words are read as a template"


@each_kind
@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_script_come_through(kind: Kind, name: str) -> None:
    for sample in kind.samples:
        words = words_of(kind, changed(sample, name), name=name)
        if kind.is_greeted:
            assert f"Hello {name}," in words.body
            assert name in unescape(html_of(words.subject, words.body, path=""))
        assert not re.search(r"\{[{%]", words.subject + words.body)


FOR_STAFF = re.compile(
    r"\b(screening|safeguarding|restrict|enrolment|check|score|distance|programme manager|audit)", re.IGNORECASE
)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if Reader.YOUNG_PERSON in kind.readers], ids=lambda kind: kind.name
)
def test_a_young_person_reads_no_words_of_staff(kind: Kind) -> None:
    for preview in previews_of(kind):
        assert not FOR_STAFF.search(preview.words.subject + preview.words.body)


def test_somebody_without_a_name_is_greeted_all_the_same() -> None:
    assert words_of(A_KIND, {"other": "Theo"}).body.startswith("Hello,\n\nYour meetings")


def test_people_keep_their_paragraphs_and_their_lists() -> None:
    declined = next(kind for kind in KINDS if kind.name == "enquiry.declined")
    answer = "We have too few mentors.\r\n\r\n\r\n\r\nTry:\r\n- the library\r\n- the  college"
    words = words_of(declined, {"organisation": "Hope High", "answer": answer}, name="Mary")
    assert words.body.endswith("moment.\n\nWe have too few mentors.\n\nTry:\n- the library\n- the college")
    html = html_of(words.subject, words.body, path="")
    assert html.count("<li") == 2


def test_the_text_says_where_the_link_leads_and_who_writes(settings) -> None:
    settings.ADDRESS = "https://onemm.example"
    assert text_of("Hello.", path="/young/") == (
        "Hello.\n\nOpen it here: https://onemm.example/young/\n\nOne Million Mentors\nhttps://onemm.example\n"
    )
    assert "Open it here" not in text_of("Hello.", path="")


def test_a_button_has_its_own_words_or_the_plain_ones() -> None:
    assert button_of("coordinator.invited") == "Sign in"
    assert button_of("match.paused") == button_of("a.kind_of_the_past") == "Open the page"


@pytest.mark.parametrize("template", ["Subject: {{ nobody }}\n\nWords.\n", "Subject: Hello\n\nDear {{ othr }}.\n"])
def test_a_name_that_nobody_gave_is_an_error(template: str, tmp_path: Path) -> None:
    (tmp_path / f"{A_KIND.name}.txt").write_text(template)
    with pytest.raises(ValuesDoNotFit, match="nobody gave"):
        words_of(Kind(**{**vars(A_KIND), "folder": tmp_path}), {"other": "Theo"})


def test_lines_of_a_template_are_joined_and_its_tags_leave_no_trace(tmp_path: Path) -> None:
    (tmp_path / f"{A_KIND.name}.txt").write_text(
        "Subject: Hello\nButton: Go\n\nOne line\nand the next.\n\n"
        "{% if other %}\nA list:\n{% for letter in other %}\n- {{ letter }}\n{% endfor %}\n{% endif %}\n\nThe end.\n"
    )
    kind = Kind(**{**vars(A_KIND), "folder": tmp_path, "is_greeted": False})
    assert words_of(kind, {"other": "ab"}).body == "One line and the next.\n\nA list:\n- a\n- b\n\nThe end."
    assert words_of(kind, {"other": ""}).body == "One line and the next.\n\nThe end."
