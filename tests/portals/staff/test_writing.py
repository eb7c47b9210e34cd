"""The editors' pages: owner, colleague, stranger; what is typed comes back; what is hostile is shown and never
obeyed.
"""

from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from onemm.learning.queries import file_address
from onemm.lib.clock import today
from onemm.people.models import Person
from onemm.publishing import actions
from onemm.publishing.models import LessonFile, Manuscript
from onemm.publishing.rules.blocks import KINDS
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.learning import ESSENTIALS
from tests.factories.publishing import (
    a_film,
    a_photo,
    a_scenario_written,
    a_translation,
    a_unit_written,
    about,
    published,
    save,
)

DESK, BEGIN = reverse("staff:writing"), reverse("staff:begin_writing")


def page(name: str, manuscript: Manuscript, *more: str) -> str:
    return reverse(f"staff:{name}", args=[manuscript.public_id, *more])


def body(browser: Browser, path: str, data: Any = None, *, status: int = 200) -> str:
    response = browser.get(path, data)
    assert response.status_code == status
    return str(response.content.decode())


def test_the_desk_opens_with_what_waits_then_what_is_due_then_nothing(
    browser: Browser, edith: Person, ravi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nothing is waiting for you" in body(browser.sign_in(ravi), DESK)
    unit = a_unit_written(by=edith)
    assert "Being written" in body(browser, DESK)
    actions.send_to_colleagues(manuscript=unit, by=edith)
    assert "Waits for your eyes" in body(browser, DESK)
    assert "Waits for somebody else" in body(browser.sign_in(edith), DESK)
    monkeypatch.setattr(import_module("onemm.learning.queries.desk"), "today", lambda: today() + timedelta(days=800))
    overdue = body(browser, DESK)
    assert "Due for review" in overdue
    assert "Also due for review" in overdue


def test_an_editor_begins_and_a_short_name_is_made(browser: Browser, edith: Person) -> None:
    browser.sign_in(edith)
    wrong = browser.post(BEGIN, {"kind": "unit", "title": "When you are late", "course": ""}).content.decode()
    assert "Choose the course it belongs to." in wrong
    assert "When you are late" in wrong
    answer = browser.post(BEGIN, {"kind": "unit", "title": "../../When you <b>are</b> late", "course": ESSENTIALS})
    made = Manuscript.objects.get()
    assert answer["Location"] == page("manuscript", made)
    assert made.slug == "when-you-bareb-late"
    text = body(browser, page("manuscript", made))
    assert "&lt;b&gt;are&lt;/b&gt;" in text
    assert "Has nothing to read yet" in text
    assert (
        "Scenarios are practised by mentors"
        in browser.post(BEGIN, {"kind": "scenario", "title": "X", "course": "making-the-most"}).content.decode()
    )


@pytest.mark.parametrize("who", ["priya", "sam", "amina", "theo", "tom", "noor", "ada", "lena"])
def test_nobody_else_opens_any_of_it(cast: Cast, browser: Browser, edith: Person, who: str) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(getattr(cast, who))
    for path in (
        DESK,
        BEGIN,
        page("manuscript", unit),
        page("manuscript_preview", unit),
        page("manuscript_history", unit),
        page("manuscript_part", unit, "question", "q1"),
    ):
        assert browser.get(path).status_code == 403
    for path in (
        page("manuscript_send", unit),
        page("manuscript_look_over", unit),
        page("manuscript_part_remove", unit, "question", "q1"),
    ):
        assert browser.post(path).status_code == 403
    unit.refresh_from_db()
    assert unit.state == "writing"


def test_a_colleague_works_on_the_same_manuscript(browser: Browser, edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(ravi)
    path = page("manuscript_about", unit)
    day = about()
    sent = {
        "revision": unit.revision,
        "title": "Late, and how to say so",
        "summary": "x",
        "minutes": 3,
        "pass_mark": 1,
        "reflection": "y",
        "reviewed_on": day["reviewed_on"],
        "review_by": day["review_by"],
        "moment": "",
        "after": "your-role",
    }
    assert browser.post(path, sent)["Location"] == page("manuscript", unit)
    stale = browser.post(path, {**sent, "title": "Overwritten"}).content.decode()
    assert "Somebody saved this while you were writing" in stale
    assert "Overwritten" in stale
    unit.refresh_from_db()
    assert (unit.title, unit.body["after"]) == ("Late, and how to say so", "your-role")


PARTS = {
    "block": {"text": "## More\n\nMore words."},
    "question": {
        "text": "And now?",
        "right": "2",
        **{f"text_{at}": f"Choice {at}" for at in (1, 2, 3)},
        **{f"feedback_{at}": f"Why {at}" for at in (1, 2, 3)},
    },
    "evidence": {"says": "So it is.", "source": "A book that I have read.", "grade": "practice"},
    "detail": {"name": "day", "values_in_words": "Monday\nTuesday"},
    "ending": {"title": "The end", "text": "It is over."},
    "step": {"text": "What now?", "text_1": "Wait", "points_1": "3", "feedback_1": "Good.", "to_1": "new-ending"},
}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_added_changed_moved_and_taken_out(browser: Browser, edith: Person, part: str) -> None:
    row = a_scenario_written(by=edith) if part in {"detail", "ending", "step"} else a_unit_written(by=edith)
    browser.sign_in(edith)
    count = len(row.body[part])
    empty = browser.post(page("manuscript_part", row, part, "new"), {"revision": row.revision}).content.decode()
    assert "Please" in empty or "One word" in empty
    browser.post(page("manuscript_part", row, part, "new"), {"revision": row.revision, **PARTS[part]})
    row.refresh_from_db()
    assert len(row.body[part]) == count + 1
    key = row.body[part][-1]["key"]
    shown = body(browser, page("manuscript_part", row, part, key))
    assert next(iter(PARTS[part].values())).splitlines()[0] in shown
    changed = browser.post(page("manuscript_part", row, part, key), {"revision": row.revision, **PARTS[part]})
    assert changed["Location"].startswith(page("manuscript", row))
    row.refresh_from_db()
    assert row.body[part][-1]["key"] == key
    browser.post(page("manuscript_part_move", row, part, key), {"revision": row.revision, "to": "up"})
    row.refresh_from_db()
    assert row.body[part][-2]["key"] == key
    browser.post(page("manuscript_part_move", row, part, key), {"revision": row.revision, "to": "down"})
    row.refresh_from_db()
    assert row.body[part][-1]["key"] == key
    browser.post(page("manuscript_part_remove", row, part, key), {"revision": row.revision})
    row.refresh_from_db()
    assert len(row.body[part]) == count
    assert body(browser, page("manuscript", row))


def test_options_without_points_or_reasons_and_details_that_never_change_come_back(
    browser: Browser, edith: Person
) -> None:
    row = a_scenario_written(by=edith)
    browser.sign_in(edith)
    text = browser.post(
        page("manuscript_part", row, "step", "new"), {"revision": row.revision, "text": "Now?", "text_1": "Run"}
    ).content.decode()
    assert "Please choose." in text
    assert "Please fill this in." in text
    text = browser.post(
        page("manuscript_part", row, "detail", "new"),
        {"revision": row.revision, "name": "Day One", "values_in_words": "a\na"},
    ).content.decode()
    assert "One word in small letters" in text
    assert "each different" in text


@pytest.mark.parametrize(
    ("part", "key"), [("block", "nowhere"), ("step", "new"), ("../block", "b1"), ("body", "new"), ("title", "new")]
)
def test_parts_that_are_not_there_are_not_found(browser: Browser, edith: Person, part: str, key: str) -> None:
    unit = a_unit_written(by=edith)
    path = page("manuscript", unit) + f"parts/{part}/{key}/"
    assert browser.sign_in(edith).get(path).status_code == 404
    assert browser.get(page("manuscript_part", unit, "block", "new"), {"kind": "script"}).status_code == 404
    assert browser.get(page("manuscript_part", unit, "block", "new"), {"kind": "drawing"}).status_code == 404


def upload(browser: Browser, path: str, **fields: Any) -> str:
    response = browser.post(path, fields)
    return str(response.get("Location") or response.content.decode())


def test_a_picture_is_uploaded_kept_and_stays_when_its_words_change(browser: Browser, edith: Person) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(edith)
    path = page("manuscript_part", unit, "block", "new") + "?kind=picture"
    assert body(browser, path).count("you may skip this") == 1, "the words beneath it, and nothing else"
    assert "Please choose a file." in upload(browser, path, revision=unit.revision, words="A bus")
    svg = SimpleUploadedFile("photo.jpg", b"<svg><script>alert(1)</script></svg>", content_type="image/jpeg")
    assert "not a picture that we can use" in upload(browser, path, revision=unit.revision, words="A bus", file=svg)
    photo = SimpleUploadedFile("../../etc/passwd.php", a_photo(), content_type="text/html")
    upload(browser, path, revision=unit.revision, words="A bus", caption="", file=photo)
    unit.refresh_from_db()
    block = unit.body["block"][-1]
    assert block["file"] == LessonFile.objects.get().public_id
    upload(
        browser,
        page("manuscript_part", unit, "block", block["key"]),
        revision=unit.revision,
        words="A red bus",
        caption="83",
    )
    unit.refresh_from_db()
    assert unit.body["block"][-1] == {**block, "words": "A red bus", "caption": "83"}
    assert file_address(block["file"]) in body(browser, page("manuscript_preview", unit))


def test_a_film_needs_captions_and_a_transcript(browser: Browser, edith: Person, tmp_path: Path) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(edith)
    path = page("manuscript_part", unit, "block", "new") + "?kind=film"
    film = a_film(str(tmp_path / "film.mp4"))

    def sent(**more: Any) -> str:
        return upload(
            browser,
            path,
            revision=unit.revision,
            caption="A talk",
            spoken="cy",
            file=SimpleUploadedFile("f.mp4", film),
            **more,
        )

    assert "A film needs captions" in sent(transcript="Hello.")
    captions = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHelo\n"
    assert "fill this in" in sent(captions=SimpleUploadedFile("c.vtt", captions)).lower()
    sent(transcript="Hello.", captions=SimpleUploadedFile("c.vtt", captions))
    text = body(browser, page("manuscript_preview", unit))
    assert 'srclang="cy"' in text
    assert "Read it instead" in text
    assert "<video controls" in text


def test_a_file_is_served_whole_and_in_pieces_with_safe_headers(cast: Cast, browser: Browser, edith: Person) -> None:
    file = actions.keep_file(kind="picture", sent=a_photo(), by=edith)
    path = file_address(file.public_id)
    assert resolve(path).view_name == "public:lesson_file"
    whole = browser.sign_in(edith).get(path, HTTP_ACCEPT_ENCODING="gzip")
    assert (whole.status_code, whole["Content-Type"], whole["X-Content-Type-Options"]) == (200, "image/webp", "nosniff")
    assert "default-src 'none'" in whole["Content-Security-Policy"]
    assert whole.content == bytes(file.content)
    piece = browser.get(path, HTTP_RANGE="bytes=8-11")
    assert (piece.status_code, piece.content, piece["Content-Range"]) == (206, b"WEBP", f"bytes 8-11/{file.size}")
    assert browser.get(path, HTTP_RANGE="bytes=-4").content == bytes(file.content)[-4:]
    assert browser.get(path, HTTP_RANGE=f"bytes={file.size}-").status_code == 416
    assert browser.get(path, HTTP_RANGE="bytes=5-2").status_code == 416
    assert browser.get(path, HTTP_RANGE="lines=1-2").status_code == 200
    assert browser.sign_in(cast.amina).get(path).status_code == 404
    LessonFile.objects.update(is_published=True)
    assert browser.get(path).status_code == 200
    assert browser.sign_in(cast.lena).get(path).status_code == 403


def test_a_preview_looks_like_the_lesson_and_keeps_nothing(browser: Browser, edith: Person) -> None:
    unit = a_unit_written(by=edith)
    text = body(browser.sign_in(edith), page("manuscript_preview", unit))
    for words in ("Preview", "Think about this", "What this rests on", "You are late. What do you do?"):
        assert words in text
    answered = body(browser, page("manuscript_preview", unit), {"try": "yes", "q1": "b", "q2": "a"})
    assert "1 of 2 right" in answered
    assert "Worth another thought" in answered
    bare = actions.begin_manuscript(kind="unit", title="Bare", course=ESSENTIALS, by=edith)
    save(bare, "block", {"kind": "drawing", "name": "none.svg", "words": "x"}, by=edith)
    assert "Nothing to preview yet" in body(browser, page("manuscript_preview", bare))
    course = actions.begin_manuscript(kind="course", title="A course", by=edith)
    assert browser.get(page("manuscript_preview", course)).status_code == 404


def test_a_scenario_is_walked_in_its_preview(browser: Browser, edith: Person) -> None:
    row = a_scenario_written(by=edith)
    path = page("manuscript_preview", row)
    assert "The bus stands still" in body(browser.sign_in(edith), path)
    assert "Worth another walk" in body(browser, path, {"seed": "2", "option": "c"})
    assert "Walked well" in body(browser, path, {"seed": "x", "chosen": ["a"]})
    assert browser.get(path, {"chosen": ["zzz"]}).status_code == 404
    assert "Choose an answer here" in body(browser, path, {"option": ""})
    bare = actions.begin_manuscript(kind="scenario", title="Bare", course=ESSENTIALS, by=edith)
    assert "Nothing to preview yet" in body(browser, page("manuscript_preview", bare))


def test_a_second_pair_of_eyes_sees_what_changes_sends_back_or_publishes(
    browser: Browser, edith: Person, ravi: Person
) -> None:
    unit = a_unit_written(by=edith)
    assert browser.sign_in(ravi).get(page("manuscript_look_over", unit)).status_code == 302
    browser.sign_in(edith).post(page("manuscript_send", unit))
    assert "You have written in this" in body(browser, page("manuscript_look_over", unit))
    assert browser.post(page("manuscript_look_over", unit), {"publish": "yes"}).status_code == 409
    browser.sign_in(ravi)
    assert "All of it is new" in body(browser, page("manuscript_look_over", unit))
    assert (
        "What should change? Please answer."
        in browser.post(page("manuscript_look_over", unit), {"send_back": "yes"}).content.decode()
    )
    browser.post(page("manuscript_look_over", unit), {"send_back": "yes", "why": "Say what <b>bus</b>."})
    text = body(browser.sign_in(edith), page("manuscript", unit))
    assert "Say what &lt;b&gt;bus&lt;/b&gt;." in text
    assert "Sent back" in body(browser, DESK)
    browser.post(page("manuscript_send", unit))
    assert browser.sign_in(ravi).post(page("manuscript_look_over", unit), {"publish": "yes"})["Location"] == DESK
    assert "Published" in body(browser, page("manuscript", unit))
    assert "when-you-are-late" in body(browser, DESK)


def test_revisions_are_compared_and_brought_back(browser: Browser, edith: Person) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(edith)
    text = body(browser, page("manuscript_history", unit), {"before": "2", "after": "3"})
    assert "Being late" in text
    assert "<ins>" in text
    assert browser.get(page("manuscript_history", unit), {"before": "x"}).status_code == 404
    assert "All revisions" in body(browser, page("manuscript_history", unit), {"before": "77"})
    browser.post(page("manuscript_restore", unit), {"number": "2", "revision": unit.revision})
    unit.refresh_from_db()
    assert unit.body["block"] == []
    assert browser.post(page("manuscript_restore", unit), {"number": "²", "revision": "-1"}).status_code == 409


def test_what_is_taught_is_taken_up_translated_and_taken_out(browser: Browser, edith: Person, ravi: Person) -> None:
    browser.sign_in(edith)
    path = reverse("staff:taught", args=[ESSENTIALS, "unit", "your-role"])
    assert "as it came with the platform" in body(browser, path)
    assert browser.get(reverse("staff:taught", args=[ESSENTIALS, "unit", "not-there"])).status_code == 404
    for kind in ("picture", "course", "scenario"):
        assert browser.get(reverse("staff:taught", args=[ESSENTIALS, kind, "your-role"])).status_code == 404
    assert browser.get(reverse("staff:taught", args=[ESSENTIALS, "zzz", "a-gift"])).status_code == 404
    browser.post(reverse("staff:take_up", args=[ESSENTIALS, "unit", "your-role"]))
    taken = Manuscript.objects.get()
    assert "Change this" not in body(browser, path)
    shown = body(browser, page("manuscript", taken))
    assert "Everything is there" in shown
    assert "How much has changed?" in body(browser, page("manuscript_about", taken))
    assert "drawing" in shown.lower()
    drawing = next(one for one in taken.body["block"] if one["kind"] == "drawing")
    browser.post(
        page("manuscript_part", taken, "block", drawing["key"]), {"revision": taken.revision, "words": "Two dots"}
    )
    taken.refresh_from_db()
    assert next(one for one in taken.body["block"] if one["kind"] == "drawing")["words"] == "Two dots"
    browser.post(page("manuscript_drop", taken))
    assert "Given up" in body(browser, page("manuscript", taken))
    assert "Select a valid choice" in browser.post(path, {"language": "xx"}).content.decode()
    browser.post(path, {"language": "ur"})
    translation = Manuscript.objects.get(language="ur")
    assert 'dir="rtl"' in body(browser, page("manuscript", translation))
    assert "Put your language in place" in body(browser, page("manuscript_about", translation))
    assert "being written already" in browser.post(path, {"language": "ur"}).content.decode()
    assert "Is still in English" in body(browser, page("manuscript", translation))
    actions.drop_manuscript(manuscript=translation, by=edith)
    published(a_translation("ur", by=edith), sent_by=edith, by=ravi)
    assert "Up to date" in body(browser, path)
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    out = reverse("staff:withdraw", args=[ESSENTIALS, "unit", edition.slug])
    assert browser.post(out).status_code == 409
    assert browser.sign_in(ravi).post(out)["Location"] == DESK
    assert browser.post(out).status_code == 404
    assert browser.post(reverse("staff:take_up", args=[ESSENTIALS, "unit", edition.slug])).status_code == 404


def test_a_course_is_written_and_stands_on_the_desk_until_it_has_a_unit(
    browser: Browser, edith: Person, ravi: Person
) -> None:
    browser.sign_in(edith).post(BEGIN, {"kind": "course", "title": "Mentoring online"})
    course = Manuscript.objects.get()
    browser.post(
        page("manuscript_about", course),
        {"revision": course.revision, "title": "Mentoring online", "summary": "Screens.", "audience": "mentor"},
    )
    course.refresh_from_db()
    published(course, sent_by=edith, by=ravi)
    assert "write its first unit" in body(browser, DESK)
    browser.post(BEGIN, {"kind": "unit", "title": "Hello", "course": "mentoring-online"})
    unit = Manuscript.objects.get(kind="unit")
    assert "mentoring-online" in body(browser, page("manuscript", unit))
    assert body(browser, page("manuscript_about", unit))
    assert "Change this" in body(browser, reverse("staff:taught", args=["mentoring-online", "course", "course"]))


def test_a_learner_chooses_a_language_and_comes_back_to_where_they_were(
    cast: Cast, browser: Browser, edith: Person, ravi: Person
) -> None:
    training = reverse("mentor:training")
    assert "Learn in" not in body(browser.sign_in(cast.amina), training)
    published(a_translation("cy", by=edith), sent_by=edith, by=ravi)
    assert "Cymraeg" in body(browser, training)
    choose = reverse("public:lesson_language")
    assert browser.post(choose, {"language": "cy", "next": training})["Location"] == training
    assert 'lang="cy"' in body(browser, reverse("mentor:unit", args=[ESSENTIALS, "your-role"]))
    assert browser.post(choose, {"language": "en", "next": "//elsewhere.example/"})["Location"] == reverse(
        "public:home_of"
    )
    assert browser.post(choose, {"language": "xx"}).status_code == 409


def test_every_kind_of_block_has_a_form(browser: Browser, edith: Person) -> None:
    unit = a_unit_written(by=edith)
    browser.sign_in(edith)
    for kind in KINDS:
        if kind != "drawing":
            assert "Save" in body(browser, page("manuscript_part", unit, "block", "new"), {"kind": kind})
