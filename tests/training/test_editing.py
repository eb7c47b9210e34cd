"""Writing: revisions, nobody's words overwritten, a second pair of eyes, and editions kept for ever."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.errors import MoveRefused
from onemm.people.models import Person
from onemm.training.actions import begin_scenario, choose, read_unit, take_quiz
from onemm.training.editing import actions
from onemm.training.editing.models import Edition, EditionsAreKept, LessonFile, Manuscript, Revision
from onemm.training.editing.queries import compared, desk, faults_of, preview_scenario, preview_unit, taught_now
from onemm.training.models import UnitCompletion
from onemm.training.queries import answers_in, course_called, courses, file_address, last_try, shipped_courses, training_of, unit_at, walk_of
from tests.cast import Cast
from tests.factories.editing import a_photo, a_question, a_scenario_written, a_unit_written, about, an_editor, an_option, published, save
from tests.factories.training import ESSENTIALS, do_unit, right_answers, the_course


@pytest.fixture
def edith(db: None) -> Person:
    return an_editor("Edith")


@pytest.fixture
def ravi(db: None) -> Person:
    return an_editor("Ravi")


def again(person: Person) -> Person:
    """The same person, as the next request finds them."""
    return Person.objects.get(pk=person.pk)


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
        with pytest.raises(actions.SomebodyElseMustLook):
            actions.publish(manuscript=sent, by=person)
    assert desk(ravi).to_look_at == ()
    third = an_editor("Mo")
    assert [one.pk for one in desk(third).to_look_at] == [unit.pk]
    assert actions.publish(manuscript=sent, by=third).approved_by == third


def test_the_database_itself_wants_two_people(edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    with pytest.raises(IntegrityError, match="nobody_publishes"), transaction.atomic():
        Edition.objects.create(
            kind="unit", course="x", slug="y", version="1", body={}, manuscript=edition.manuscript, sent_by=edith, approved_by=edith
        )


def test_an_edition_is_kept_as_it_was_published(edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    edition.version = "1999-1"
    for change in (edition.save, edition.delete, Edition.objects.all().delete, lambda: Edition.objects.update(version="x")):
        with pytest.raises(EditionsAreKept):
            change()


def test_nothing_unfinished_is_sent_or_published(edith: Person) -> None:
    bare = actions.begin_manuscript(kind="unit", title="Only a title", course=ESSENTIALS, by=edith)
    assert faults_of(bare)
    with pytest.raises(actions.NotReadyYet):
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
    "too hard to read": ("block", [{"key": "b1", "kind": "text", "text": "Organisational considerations necessitate comprehensive documentation " * 30}]),
    "no words for those who cannot see": ("block", [{"key": "b1", "kind": "picture", "file": "x", "words": " "}]),
    "has no transcript": ("block", [{"key": "b1", "kind": "sound", "file": "x", "caption": "A talk", "transcript": ""}]),
    "has no captions": ("block", [{"key": "b1", "kind": "film", "file": "x", "caption": "A film", "transcript": "All of it."}]),
    "a file that is not kept here": ("block", [{"key": "b1", "kind": "picture", "file": "zzzz", "words": "A door", "caption": ""}]),
    "a drawing that cannot be shown": ("block", [{"key": "b1", "kind": "drawing", "name": "../../secret.svg", "words": "A door"}]),
    "no known moment": ("moment", "first-match"),
    "one right choice": ("question", [{"key": f"q{at}", **a_question(f"Number {at}?", right="z")} for at in (1, 2)]),
    "fewer than 8 words": ("question", [{"key": f"q{at}", "text": "Why?", "choice": [{"key": key, "text": key, "feedback": f"No {key}", "right": key == "a"} for key in "abc"]} for at in (1, 2)]),
}  # fmt: skip


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
        ("nothing that could do harm", lambda step: [{**one, "points": max(one["points"], 1)} for one in step["option"]]),
        ("says the same about two options", lambda step: [{**one, "feedback": "The very same words about each of these many options."} for one in step["option"]]),
    ],
)  # fmt: skip
def test_a_scenario_is_held_to_the_rules_too(edith: Person, fault: str, change: object) -> None:
    scenario = a_scenario_written(by=edith)
    assert not faults_of(scenario)
    scenario.body["step"][0]["option"] = change(scenario.body["step"][0])  # type: ignore[operator]
    assert any(fault in one for one in faults_of(scenario)), faults_of(scenario)


def test_words_of_two_people_are_never_overwritten_unseen(edith: Person, ravi: Person) -> None:
    unit = a_unit_written(by=edith)
    seen = unit.revision
    actions.save_about(manuscript=unit, revision=seen, values={"title": "Edith’s"}, by=edith)
    with pytest.raises(actions.SomebodyElseSaved):
        actions.save_about(manuscript=unit, revision=seen, values={"title": "Ravi’s"}, by=ravi)
    unit.refresh_from_db()
    assert unit.title == "Edith’s"


def test_nobody_writes_while_it_is_looked_over_until_it_is_taken_or_sent_back(edith: Person, ravi: Person) -> None:
    sent = actions.send_to_colleagues(manuscript=a_unit_written(by=edith), by=edith)
    with pytest.raises(actions.SomebodyElseSaved):
        actions.save_about(manuscript=sent, revision=sent.revision, values={"title": "Too late"}, by=edith)
    with pytest.raises(actions.WhyIsMissing):
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
    with pytest.raises(actions.PartIsUnknown):
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
        with pytest.raises(actions.PartIsUnknown):
            actions.remove_part(manuscript=scenario, revision=scenario.revision, part=part, key=key, by=edith)
    with pytest.raises(actions.PartIsUnknown):
        save(scenario, "step", {"text": "x"}, by=edith, key="never-was")


def test_an_option_may_lead_to_a_place_that_is_still_to_be_written(edith: Person) -> None:
    made = actions.begin_manuscript(kind="scenario", title="Two ways", course=ESSENTIALS, by=edith)
    save(made, "step", {"text": "Now?", "option": [an_option("a", 3, "new-ending"), an_option("b", 0, "new-step")]}, by=edith)
    made.refresh_from_db()
    first, second = made.body["step"]
    assert [one["to"] for one in first["option"]] == [made.body["ending"][0]["key"], second["key"]]


def test_one_unit_has_one_open_manuscript_in_a_language(edith: Person, ravi: Person) -> None:
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    with pytest.raises(actions.AlreadyBeingWritten):
        actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=ravi)
    actions.drop_manuscript(manuscript=taken, by=ravi)
    assert actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=ravi).state == "writing"
    for kind, slug in (("unit", "not-there"), ("scenario", "not-there"), ("course", "")):
        with pytest.raises(actions.PartIsUnknown):
            actions.take_up(kind=kind, course=ESSENTIALS, slug=slug, by=edith)
    with pytest.raises(actions.PartIsUnknown):
        actions.begin_manuscript(kind="unit", title="Lost", course="no-such-course", by=edith)


SHIPPED = [("unit", course.slug, unit) for course in shipped_courses() for unit in course.units] + [
    ("scenario", course.slug, one) for course in shipped_courses() for one in course.scenarios
]


@pytest.mark.parametrize(("kind", "course", "part"), SHIPPED, ids=lambda one: getattr(one, "slug", one))
def test_every_shipped_part_can_be_taken_up_and_would_be_published_as_it_is(edith: Person, kind: str, course: str, part: object) -> None:
    taken = actions.take_up(kind=kind, course=course, slug=part.slug, by=edith)  # type: ignore[attr-defined]
    assert faults_of(taken) == []
    if kind == "unit":
        assert unit_at(course, part.slug, part.version) == part  # type: ignore[attr-defined]


def test_who_is_in_the_middle_of_a_unit_finishes_what_they_began(cast: Cast, edith: Person, ravi: Person) -> None:
    old = the_course().unit("your-role")
    assert old is not None
    read_unit(person=cast.amina, course=ESSENTIALS, unit="your-role", version=old.version)
    _change_the_questions_of_your_role(edith, ravi)
    new = the_course().unit("your-role")
    assert new is not None
    assert new.version != old.version
    shown = training_of(again(cast.amina))[0].units[0]
    assert (shown.unit.version, shown.state) == (old.version, "read")
    attempt = take_quiz(person=again(cast.amina), course=ESSENTIALS, unit="your-role", answers={one.key: one.right.key for one in old.questions})
    assert (attempt.version, attempt.is_passed) == (old.version, True)
    assert len(answers_in(attempt)) == len(old.questions)
    done = training_of(again(cast.amina))[0].units[0]
    assert (done.is_done, done.has_changed, done.unit.version) == (True, True, new.version)
    assert UnitCompletion.objects.get().version == old.version


def test_who_had_the_old_words_on_the_page_is_asked_about_those(cast: Cast, edith: Person, ravi: Person) -> None:
    old = the_course().unit("your-role")
    assert old is not None
    _change_the_questions_of_your_role(edith, ravi)
    assert read_unit(person=cast.amina, course=ESSENTIALS, unit="your-role", version=old.version).version == old.version
    assert read_unit(person=cast.other_mentor, course=ESSENTIALS, unit="your-role", version="1066-1").version != old.version


def test_who_is_in_the_middle_of_a_walk_goes_on_with_it(cast: Cast, edith: Person, ravi: Person) -> None:
    run = begin_scenario(person=cast.amina, course=ESSENTIALS, scenario="a-gift")
    taken = actions.take_up(kind="scenario", course=ESSENTIALS, slug="a-gift", by=edith)
    actions.save_about(manuscript=taken, revision=taken.revision, values={"title": "Another gift"}, by=edith)
    published(taken, sent_by=edith, by=ravi)
    went = walk_of(run)
    assert went is not None
    assert went.scenario.title != "Another gift"
    choose(run=run, option=went.here.options[0].key, by=again(cast.amina))  # type: ignore[union-attr]
    assert begin_scenario(person=again(cast.amina), course=ESSENTIALS, scenario="a-gift") == run
    fresh = begin_scenario(person=cast.other_mentor, course=ESSENTIALS, scenario="a-gift")
    assert fresh.version != run.version


def test_a_small_correction_keeps_the_version_and_the_answer_key(cast: Cast, edith: Person, ravi: Person) -> None:
    do_unit(cast.amina)
    version = the_course().units[0].version
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    taken = actions.save_about(manuscript=taken, revision=taken.revision, values={"title": "Your role, and its edges"}, by=edith, same_meaning_as=version)
    assert published(taken, sent_by=edith, by=ravi).version == version
    shown = training_of(again(cast.amina))[0].units[0]
    assert (shown.unit.title, shown.has_changed) == ("Your role, and its edges", False)
    wrong = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    wrong = actions.save_about(manuscript=wrong, revision=wrong.revision, values={"pass_mark": 2}, by=edith, same_meaning_as=version)
    assert any("another number of right answers" in one for one in faults_of(wrong))


def test_a_manuscript_that_stands_for_an_old_version_is_not_published(edith: Person, ravi: Person) -> None:
    late = actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="cy", by=edith)
    late = actions.send_to_colleagues(manuscript=late, by=edith)
    _change_the_questions_of_your_role(edith, ravi)
    with pytest.raises(actions.NotReadyYet):
        actions.publish(manuscript=late, by=ravi)


def test_a_translation_is_shown_to_who_learns_in_it_and_counts_alike(cast: Cast, edith: Person, ravi: Person) -> None:
    taken = actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="ur", by=edith)
    taken = actions.save_about(manuscript=taken, revision=taken.revision, values={"title": "آپ کا کردار"}, by=edith)
    published(taken, sent_by=edith, by=ravi)
    actions.choose_language(person=cast.amina, language="ur")
    unit = training_of(cast.amina)[0].units[0].unit
    assert (unit.title, unit.language, unit.direction) == ("آپ کا کردار", "ur", "rtl")
    assert training_of(cast.amina)[0].units[1].unit.language == "en"
    assert training_of(cast.other_mentor)[0].units[0].unit.language == "en"
    assert do_unit(cast.amina).is_passed
    actions.choose_language(person=cast.amina, language="en")
    assert not training_of(cast.amina)[0].units[0].has_changed
    attempt = last_try(cast.amina, ESSENTIALS, "your-role")
    assert attempt is not None
    assert all(one.is_right for one in answers_in(attempt))
    with pytest.raises(actions.LanguageIsUnknown):
        actions.choose_language(person=cast.amina, language="xx")
    for language in ("en", "xx"):
        with pytest.raises(actions.PartIsUnknown):
            actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language=language, by=edith)


def test_a_translation_asks_the_same_and_stays_until_it_is_renewed(cast: Cast, edith: Person, ravi: Person) -> None:
    taken = actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="cy", by=edith)
    wrong = dict(taken.body["question"][0])
    wrong["choice"] = [{**one, "right": at == 0} for at, one in enumerate(wrong["choice"])]
    save(taken, "question", wrong, by=edith, key=wrong["key"])
    taken.refresh_from_db()
    assert any("another right answer" in one for one in faults_of(taken))
    actions.drop_manuscript(manuscript=taken, by=edith)
    published(actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="cy", by=edith), sent_by=edith, by=ravi)
    _change_the_questions_of_your_role(edith, ravi)
    actions.choose_language(person=cast.amina, language="cy")
    assert training_of(cast.amina)[0].units[0].unit.language == "cy"
    behind = [one for _, parts in desk(edith).shelves for one in parts if one.behind]
    assert [(one.part.slug, one.behind_in_words) for one in behind] == [("your-role", "Welsh")]


def test_a_course_of_ones_own_appears_with_its_first_unit(cast: Cast, edith: Person, ravi: Person) -> None:
    course = actions.begin_manuscript(kind="course", title="Mentoring online", by=edith)
    course = actions.save_about(manuscript=course, revision=course.revision, values={"summary": "All about screens."}, by=edith)
    published(course, sent_by=edith, by=ravi)
    assert course_called("mentoring-online") is None
    assert [one.course for one in desk(edith).planned_courses] == ["mentoring-online"]
    published(a_unit_written(by=edith, course="mentoring-online"), sent_by=edith, by=ravi)
    taught = course_called("mentoring-online")
    assert taught is not None
    assert (taught.standing, len(taught.units)) == ("recommended", 1)
    do_unit(cast.amina, "when-you-are-late", course="mentoring-online")
    assert training_of(again(cast.amina))[-1].is_passed or any(one.course.slug == "mentoring-online" and one.is_passed for one in training_of(again(cast.amina)))


def test_a_part_is_taken_out_and_records_stay(cast: Cast, edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    do_unit(cast.amina, "when-you-are-late")
    with pytest.raises(actions.SomebodyElseMustLook):
        actions.withdraw(edition=edition, by=edith)
    actions.withdraw(edition=edition, by=ravi)
    assert the_course().unit("when-you-are-late") is None
    assert taught_now("unit", ESSENTIALS, "when-you-are-late") is None
    assert UnitCompletion.objects.get().version == edition.version
    again_ = actions.begin_manuscript(kind="unit", title="When you are late", course=ESSENTIALS, by=edith)
    assert again_.slug == "when-you-are-late-2"


def test_what_a_pass_asks_for_cannot_be_taken_out(edith: Person, ravi: Person) -> None:
    taken = actions.take_up(kind="scenario", course=ESSENTIALS, slug="a-secret", by=edith)
    edition = published(taken, sent_by=edith, by=ravi)
    with pytest.raises(actions.NotReadyYet):
        actions.withdraw(edition=edition, by=ravi)


def test_publishing_a_picture_shows_it_to_learners_and_not_before(cast: Cast, edith: Person, ravi: Person) -> None:
    file = actions.keep_file(kind="picture", sent=a_photo(), by=edith)
    unit = a_unit_written(by=edith)
    save(unit, "block", {"kind": "picture", "file": file.public_id, "words": "A bus stop", "caption": "The number 83"}, by=edith)
    assert not LessonFile.objects.visible_to(cast.amina).exists()
    unit.refresh_from_db()
    published(unit, sent_by=edith, by=ravi)
    assert LessonFile.objects.visible_to(cast.amina).get() == file
    assert not LessonFile.objects.visible_to(cast.lena).exists()
    html = the_course().units[-1].html
    assert f'<img src="{file_address(file.public_id)}" alt="A bus stop"' in html


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](https://elsewhere.example/pixel.png)", "<svg onload=alert(1)>",
    '"><iframe src=//x>', "[x](data:text/html;base64,PHNjcmlwdD4=)", "<a href='vbscript:x'>",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_never_obeyed(edith: Person, words: str) -> None:
    unit = a_unit_written(by=edith)
    unit.body["block"] += [
        {"key": "b7", "kind": "text", "text": words},
        {"key": "b8", "kind": "sound", "file": "x", "caption": words, "transcript": words},
        {"key": "b9", "kind": "picture", "file": '"><script>', "words": words, "caption": words},
    ]
    html = preview_unit(unit).html.lower()
    for never in ("<script", "<iframe", "<svg onload", "<a href='vb", 'href="javascript', 'href="data', "<img src=x", '<img src="http'):
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


def _change_the_questions_of_your_role(edith: Person, ravi: Person) -> None:
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    save(taken, "question", a_question("A new question, with its own key?"), by=edith)
    taken.refresh_from_db()
    published(taken, sent_by=edith, by=ravi)
    assert right_answers()["q5"] == "b"
