"""Writing: revisions, nobody's words overwritten, a second pair of eyes, and editions kept for ever."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.learning.models import UnitCompletion
from onemm.learning.queries import (
    courses,
    file_address,
    shipped_courses,
    unit_at,
)
from onemm.learning.queries.checks import preview_scenario, preview_unit
from onemm.learning.queries.desk import desk
from onemm.lib.errors import MoveRefused
from onemm.people.models import Person
from onemm.publishing import actions, refusals
from onemm.publishing.models import Edition, EditionsAreKept, LessonFile, Manuscript, Revision
from onemm.publishing.queries import compared, faults_of
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, do_unit, the_course
from tests.factories.publishing import (
    a_photo,
    a_question,
    a_scenario_written,
    a_unit_written,
    about,
    an_editor,
    an_option,
    published,
    save,
)


def test_a_unit_written_and_approved_is_met_by_learners(cast: Cast, edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    assert not faults_of(unit)
    assert the_course().unit("when-you-are-late") is None
    edition = published(unit, sent_by=edith, by=ravi)
    taught = the_course().unit("when-you-are-late")
    assert taught is not None
    assert (taught.version, edition.version, edition.printing) == (edition.version, edition.version, 1)
    assert the_course().units[-1] == taught
    assert "<blockquote>" in taught.html
    assert do_unit(cast.amina, "when-you-are-late").is_passed
    assert UnitCompletion.objects.get(unit="when-you-are-late").version == edition.version
    said = list(Entry.objects.order_by("pk").values_list("event", flat=True))
    for event in ("manuscript:begun", "manuscript:saved", "manuscript:sent", "edition:published"):
        assert event in said
    assert shipped_courses() != courses()


def test_a_unit_may_follow_another_in_its_course(edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    unit = actions.save_about(manuscript=unit, revision=unit.revision, values=about(after="your-role"), by=edith)
    published(unit, sent_by=edith, by=ravi)
    assert [one.slug for one in the_course().units][:3] == ["your-role", "when-you-are-late", "listening"]


def test_nobody_publishes_what_they_wrote(edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    save(unit, "evidence", {"says": "Late is late.", "source": "Ours.", "grade": "rule"}, by=ravi)
    sent = actions.send_to_colleagues(manuscript=unit, by=edith)
    for person in (edith, ravi):
        with pytest.raises(refusals.SomebodyElseMustLook):
            actions.publish(manuscript=sent, by=person)
    assert desk(ravi).to_look_at == ()
    third = an_editor("Mo")
    assert [one.pk for one in desk(third).to_look_at] == [unit.pk]
    assert actions.publish(manuscript=sent, by=third).approved_by == third


def test_the_database_itself_wants_two_people(edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    with pytest.raises(IntegrityError, match="nobody_publishes"), transaction.atomic():
        Edition.objects.create(
            kind="unit",
            course="x",
            slug="y",
            version="1",
            body={},
            manuscript=edition.manuscript,
            sent_by=edith,
            approved_by=edith,
        )


def test_an_edition_is_kept_as_it_was_published(edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    edition.version = "1999-1"
    for change in (
        edition.save,
        edition.delete,
        Edition.objects.all().delete,
        lambda: Edition.objects.update(version="x"),
    ):
        with pytest.raises(EditionsAreKept):
            change()


def test_nothing_unfinished_is_sent_or_published(edith: Person) -> None:
    bare = actions.begin_manuscript(kind="unit", title="Only a title", course=ESSENTIALS, by=edith)
    assert faults_of(bare)
    with pytest.raises(refusals.NotReadyYet):
        actions.send_to_colleagues(manuscript=bare, by=edith)
    with pytest.raises(MoveRefused):
        actions.publish(manuscript=bare, by=an_editor("Ravi"))


FAULTS = {
    "has nothing to read yet": ("block", []),
    "does not say what it rests on": ("evidence", []),
    "has 1 questions; 2 to 5 are asked": ("question", [{"key": "q1", **a_question("Only one?")}]),
    "leaves nothing to think about": ("reflection", ""),
    "has no summary": ("summary", " "),
    "due for review before": ("review_by", "2020-01-01"),
    "more than a year after": ("review_by", "2099-01-01"),
    "but its words, questions included, take about": ("minutes", 40),
    "too hard to read": (
        "block",
        [
            {
                "key": "b1",
                "kind": "text",
                "text": "Organisational considerations necessitate comprehensive documentation " * 30,
            }
        ],
    ),
    "no words for those who cannot see": ("block", [{"key": "b1", "kind": "picture", "file": "x", "words": " "}]),
    "has no transcript": (
        "block",
        [{"key": "b1", "kind": "sound", "file": "x", "caption": "A talk", "transcript": ""}],
    ),
    "has no captions": (
        "block",
        [{"key": "b1", "kind": "film", "file": "x", "caption": "A film", "transcript": "All of it."}],
    ),
    "a file that is not kept here": (
        "block",
        [{"key": "b1", "kind": "picture", "file": "zzzz", "words": "A door", "caption": ""}],
    ),
    "a drawing that cannot be shown": (
        "block",
        [{"key": "b1", "kind": "drawing", "name": "../../secret.svg", "words": "A door"}],
    ),
    "no known moment": ("moment", "first-match"),
    "one right choice": ("question", [{"key": f"q{at}", **a_question(f"Number {at}?", right="z")} for at in (1, 2)]),
    "fewer than 8 words": (
        "question",
        [
            {
                "key": f"q{at}",
                "text": "Why?",
                "choice": [{"key": key, "text": key, "feedback": f"No {key}", "right": key == "a"} for key in "abc"],
            }
            for at in (1, 2)
        ],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_editor_is_held_to_the_rules_of_the_shipped_files(edith: Person, fault: str) -> None:
    unit = a_unit_written(by=edith)
    name, value = FAULTS[fault]
    unit.body = {**unit.body, name: value}
    assert any(fault in one for one in faults_of(unit)), faults_of(unit)


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("moment 1 leads nowhere", lambda step: [{**one, "to": ""} for one in step["option"]]),
        ("moment 1 is a dead end", lambda step: step["option"][:1]),
        (
            "nothing that could do harm",
            lambda step: [{**one, "points": max(one["points"], 1)} for one in step["option"]],
        ),
        (
            "says the same about two options",
            lambda step: [
                {**one, "feedback": "The very same words about each of these many options."} for one in step["option"]
            ],
        ),
    ],
)
def test_a_scenario_is_held_to_the_rules_too(edith: Person, fault: str, change: object) -> None:
    scenario = a_scenario_written(by=edith)
    assert not faults_of(scenario)
    scenario.body["step"][0]["option"] = change(scenario.body["step"][0])
    assert any(fault in one for one in faults_of(scenario)), faults_of(scenario)


def test_words_of_two_people_are_never_overwritten_unseen(edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    seen = unit.revision
    actions.save_about(manuscript=unit, revision=seen, values={"title": "Edith’s"}, by=edith)
    with pytest.raises(refusals.SomebodyElseSaved):
        actions.save_about(manuscript=unit, revision=seen, values={"title": "Ravi’s"}, by=ravi)
    unit.refresh_from_db()
    assert unit.title == "Edith’s"


def test_nobody_writes_while_it_is_looked_over_until_it_is_taken_or_sent_back(edith: Person, ravi: Person) -> None:
    sent = actions.send_to_colleagues(manuscript=a_unit_written(by=edith), by=edith)
    with pytest.raises(refusals.SomebodyElseSaved):
        actions.save_about(manuscript=sent, revision=sent.revision, values={"title": "Too late"}, by=edith)
    with pytest.raises(refusals.WhyIsMissing):
        actions.send_back(manuscript=sent, why="  ", by=ravi)
    back = actions.send_back(manuscript=sent, why="Say more about the bus.", by=ravi)
    assert (back.state, back.sent_back_why) == ("writing", "Say more about the bus.")
    sent = actions.send_to_colleagues(manuscript=back, by=edith)
    assert sent.sent_back_why == ""
    assert actions.take_back(manuscript=sent, by=edith).state == "writing"


def test_every_saving_is_kept_compared_and_brought_back(edith: Person) -> None:
    unit = a_unit_written(by=edith)
    before = Revision.objects.get(manuscript=unit, number=unit.revision)
    save(unit, "block", {"kind": "text", "text": "## Being early\n\nBring a book."}, by=edith, key="b1")
    unit.refresh_from_db()
    lines = compared(before.body, unit.body)
    assert ("new", "Bring a book.") in [(line.kind, line.text) for line in lines]
    assert ("was", "## Being late") in [(line.kind, line.text) for line in lines]
    actions.restore(manuscript=unit, revision=unit.revision, number=before.number, by=edith)
    unit.refresh_from_db()
    assert unit.body == before.body
    with pytest.raises(refusals.PartIsUnknown):
        actions.restore(manuscript=unit, revision=unit.revision, number=999, by=edith)


def test_parts_are_moved_and_taken_out_and_ways_to_them_end(edith: Person) -> None:
    scenario = a_scenario_written(by=edith)
    ending = scenario.body["ending"][1]["key"]
    actions.move_part(manuscript=scenario, revision=scenario.revision, part="ending", key=ending, up=True, by=edith)
    scenario.refresh_from_db()
    assert scenario.body["ending"][0]["key"] == ending
    actions.remove_part(manuscript=scenario, revision=scenario.revision, part="ending", key=ending, by=edith)
    scenario.refresh_from_db()
    assert [one["to"] for one in scenario.body["step"][0]["option"]][1:] == ["", ""]
    for part, key in (("ending", "nowhere"), ("block", "b1")):
        with pytest.raises(refusals.PartIsUnknown):
            actions.remove_part(manuscript=scenario, revision=scenario.revision, part=part, key=key, by=edith)
    with pytest.raises(refusals.PartIsUnknown):
        save(scenario, "step", {"text": "x"}, by=edith, key="never-was")


def test_an_option_may_lead_to_a_place_that_is_still_to_be_written(edith: Person) -> None:
    made = actions.begin_manuscript(kind="scenario", title="Two ways", course=ESSENTIALS, by=edith)
    save(
        made,
        "step",
        {"text": "Now?", "option": [an_option("a", 3, "new-ending"), an_option("b", 0, "new-step")]},
        by=edith,
    )
    made.refresh_from_db()
    first, second = made.body["step"]
    assert [one["to"] for one in first["option"]] == [made.body["ending"][0]["key"], second["key"]]


def test_one_unit_has_one_open_manuscript_in_a_language(edith: Person, ravi: Person) -> None:
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    with pytest.raises(refusals.AlreadyBeingWritten):
        actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=ravi)
    actions.drop_manuscript(manuscript=taken, by=ravi)
    assert actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=ravi).state == "writing"
    for kind, slug in (("unit", "not-there"), ("scenario", "not-there"), ("course", "")):
        with pytest.raises(refusals.PartIsUnknown):
            actions.take_up(kind=kind, course=ESSENTIALS, slug=slug, by=edith)
    with pytest.raises(refusals.PartIsUnknown):
        actions.begin_manuscript(kind="unit", title="Lost", course="no-such-course", by=edith)


SHIPPED = [("unit", course.slug, unit) for course in shipped_courses() for unit in course.units] + [
    ("scenario", course.slug, one) for course in shipped_courses() for one in course.scenarios
]


@pytest.mark.parametrize(("kind", "course", "part"), SHIPPED, ids=lambda one: getattr(one, "slug", one))
def test_every_shipped_part_can_be_taken_up_and_would_be_published_as_it_is(
    edith: Person, kind: str, course: str, part: object
) -> None:
    taken = actions.take_up(kind=kind, course=course, slug=part.slug, by=edith)
    assert faults_of(taken) == []
    if kind == "unit":
        assert unit_at(course, part.slug, part.version) == part


def test_publishing_a_picture_shows_it_to_learners_and_not_before(cast: Cast, edith: Person, ravi: Person) -> None:
    file = actions.keep_file(kind="picture", sent=a_photo(), by=edith)
    unit = a_unit_written(by=edith)
    save(
        unit,
        "block",
        {"kind": "picture", "file": file.public_id, "words": "A bus stop", "caption": "The number 83"},
        by=edith,
    )
    assert not LessonFile.objects.visible_to(cast.amina).exists()
    unit.refresh_from_db()
    published(unit, sent_by=edith, by=ravi)
    assert LessonFile.objects.visible_to(cast.amina).get() == file
    assert not LessonFile.objects.visible_to(cast.lena).exists()
    html = the_course().units[-1].html
    assert f'<img src="{file_address(file.public_id)}" alt="A bus stop"' in html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://elsewhere.example/pixel.png)",
    "<svg onload=alert(1)>",
    '"><iframe src=//x>',
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='vbscript:x'>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_never_obeyed(edith: Person, words: str) -> None:
    unit = a_unit_written(by=edith)
    unit.body["block"] += [
        {"key": "b7", "kind": "text", "text": words},
        {"key": "b8", "kind": "sound", "file": "x", "caption": words, "transcript": words},
        {"key": "b9", "kind": "picture", "file": '"><script>', "words": words, "caption": words},
    ]
    html = preview_unit(unit).html.lower()
    for never in (
        "<script",
        "<iframe",
        "<svg onload",
        "<a href='vb",
        'href="javascript',
        'href="data',
        "<img src=x",
        '<img src="http',
    ):
        assert never not in html
    scenario = a_scenario_written(by=edith)
    scenario.body["step"][0]["text"] = scenario.body["ending"][0]["text"] = words
    for place in preview_scenario(scenario).places:
        assert "<script" not in place.html
        assert "<img" not in place.html


def test_only_editors_see_manuscripts(cast: Cast, edith: Person) -> None:
    a_unit_written(by=edith)
    assert Manuscript.objects.visible_to(an_editor("Ravi")).count() == 1
    for other in (cast.amina, cast.theo, cast.sam, cast.noor, cast.ada, cast.priya, cast.lena):
        assert not Manuscript.objects.visible_to(other).exists()
