"""What was published as learners meet it: versions, the middle of a unit, corrections, translations, courses of one's
own.
"""

import pytest

from onemm.learning import actions as learning
from onemm.learning.actions import begin_scenario, choose, read_unit, take_quiz
from onemm.learning.models import UnitCompletion
from onemm.learning.queries import answers_in, course_called, last_try, training_of, walk_of
from onemm.learning.queries.desk import desk
from onemm.learning.refusals import LanguageIsUnknown
from onemm.people.models import Person
from onemm.publishing import actions, refusals
from onemm.publishing.queries import faults_of, taught_now
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, do_unit, right_answers, the_course
from tests.factories.publishing import a_question, a_translation, a_unit_written, published, save


def again(person: Person) -> Person:
    """The same person, as the next request finds them."""
    return Person.objects.get(pk=person.pk)


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
    attempt = take_quiz(
        person=again(cast.amina),
        course=ESSENTIALS,
        unit="your-role",
        answers={one.key: one.right.key for one in old.questions},
    )
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
    assert (
        read_unit(person=cast.other_mentor, course=ESSENTIALS, unit="your-role", version="1066-1").version
        != old.version
    )


def test_who_is_in_the_middle_of_a_walk_goes_on_with_it(cast: Cast, edith: Person, ravi: Person) -> None:
    run = begin_scenario(person=cast.amina, course=ESSENTIALS, scenario="a-gift")
    taken = actions.take_up(kind="scenario", course=ESSENTIALS, slug="a-gift", by=edith)
    actions.save_about(manuscript=taken, revision=taken.revision, values={"title": "Another gift"}, by=edith)
    published(taken, sent_by=edith, by=ravi)
    went = walk_of(run)
    assert went is not None
    assert went.scenario.title != "Another gift"
    choose(run=run, option=went.here.options[0].key, by=again(cast.amina))
    assert begin_scenario(person=again(cast.amina), course=ESSENTIALS, scenario="a-gift") == run
    fresh = begin_scenario(person=cast.other_mentor, course=ESSENTIALS, scenario="a-gift")
    assert fresh.version != run.version


def test_a_small_correction_keeps_the_version_and_the_answer_key(cast: Cast, edith: Person, ravi: Person) -> None:
    do_unit(cast.amina)
    version = the_course().units[0].version
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    taken = actions.save_about(
        manuscript=taken,
        revision=taken.revision,
        values={"title": "Your role, and its edges"},
        by=edith,
        same_meaning_as=version,
    )
    assert published(taken, sent_by=edith, by=ravi).version == version
    shown = training_of(again(cast.amina))[0].units[0]
    assert (shown.unit.title, shown.has_changed) == ("Your role, and its edges", False)
    wrong = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    wrong = actions.save_about(
        manuscript=wrong, revision=wrong.revision, values={"pass_mark": 2}, by=edith, same_meaning_as=version
    )
    assert any("another number of right answers" in one for one in faults_of(wrong))


def test_a_manuscript_that_stands_for_an_old_version_is_not_published(edith: Person, ravi: Person) -> None:
    late = a_translation("cy", by=edith)
    late = actions.send_to_colleagues(manuscript=late, by=edith)
    _change_the_questions_of_your_role(edith, ravi)
    with pytest.raises(refusals.NotReadyYet):
        actions.publish(manuscript=late, by=ravi)


def test_a_translation_is_shown_to_who_learns_in_it_and_counts_alike(cast: Cast, edith: Person, ravi: Person) -> None:
    taken = a_translation("ur", by=edith)
    taken = actions.save_about(manuscript=taken, revision=taken.revision, values={"title": "آپ کا کردار"}, by=edith)
    published(taken, sent_by=edith, by=ravi)
    learning.choose_language(person=cast.amina, language="ur")
    unit = training_of(cast.amina)[0].units[0].unit
    assert (unit.title, unit.language, unit.direction) == ("آپ کا کردار", "ur", "rtl")
    assert training_of(cast.amina)[0].units[1].unit.language == "en"
    assert training_of(cast.other_mentor)[0].units[0].unit.language == "en"
    assert do_unit(cast.amina).is_passed
    learning.choose_language(person=cast.amina, language="en")
    assert not training_of(cast.amina)[0].units[0].has_changed
    attempt = last_try(cast.amina, ESSENTIALS, "your-role")
    assert attempt is not None
    assert all(one.is_right for one in answers_in(attempt))
    with pytest.raises(LanguageIsUnknown):
        learning.choose_language(person=cast.amina, language="xx")
    for language in ("en", "xx"):
        with pytest.raises(refusals.PartIsUnknown):
            actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language=language, by=edith)


def test_a_translation_asks_the_same_and_stays_until_it_is_renewed(cast: Cast, edith: Person, ravi: Person) -> None:
    bare = actions.translate(kind="unit", course=ESSENTIALS, slug="your-role", language="cy", by=edith)
    assert "is still in English: question 1" in faults_of(bare)
    actions.drop_manuscript(manuscript=bare, by=edith)
    taken = a_translation("cy", by=edith)
    wrong = dict(taken.body["question"][0])
    wrong["choice"] = [{**one, "right": at == 0} for at, one in enumerate(wrong["choice"])]
    save(taken, "question", wrong, by=edith, key=wrong["key"])
    taken.refresh_from_db()
    assert any("another right answer" in one for one in faults_of(taken))
    actions.drop_manuscript(manuscript=taken, by=edith)
    published(a_translation("cy", by=edith), sent_by=edith, by=ravi)
    _change_the_questions_of_your_role(edith, ravi)
    learning.choose_language(person=cast.amina, language="cy")
    assert training_of(cast.amina)[0].units[0].unit.language == "cy"
    behind = [one for _, parts in desk(edith).shelves for one in parts if one.behind]
    assert [(one.part.slug, one.behind_in_words) for one in behind] == [("your-role", "Welsh")]


def test_a_course_of_ones_own_appears_with_its_first_unit(cast: Cast, edith: Person, ravi: Person) -> None:
    course = actions.begin_manuscript(kind="course", title="Mentoring online", by=edith)
    course = actions.save_about(
        manuscript=course, revision=course.revision, values={"summary": "All about screens."}, by=edith
    )
    published(course, sent_by=edith, by=ravi)
    assert course_called("mentoring-online") is None
    assert [one.course for one in desk(edith).planned_courses] == ["mentoring-online"]
    published(a_unit_written(by=edith, course="mentoring-online"), sent_by=edith, by=ravi)
    taught = course_called("mentoring-online")
    assert taught is not None
    assert (taught.standing, len(taught.units)) == ("recommended", 1)
    do_unit(cast.amina, "when-you-are-late", course="mentoring-online")
    assert training_of(again(cast.amina))[-1].is_passed or any(
        one.course.slug == "mentoring-online" and one.is_passed for one in training_of(again(cast.amina))
    )


def test_a_part_is_taken_out_and_records_stay(cast: Cast, edith: Person, ravi: Person) -> None:
    edition = published(a_unit_written(by=edith), sent_by=edith, by=ravi)
    do_unit(cast.amina, "when-you-are-late")
    with pytest.raises(refusals.SomebodyElseMustLook):
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
    with pytest.raises(refusals.NotReadyYet):
        actions.withdraw(edition=edition, by=ravi)


def _change_the_questions_of_your_role(edith: Person, ravi: Person) -> None:
    taken = actions.take_up(kind="unit", course=ESSENTIALS, slug="your-role", by=edith)
    save(taken, "question", a_question("A new question, with its own key?"), by=edith)
    taken.refresh_from_db()
    published(taken, sent_by=edith, by=ravi)
    assert right_answers()["q5"] == "b"
