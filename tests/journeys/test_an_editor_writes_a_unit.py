"""An editor writes a unit with two questions, and a scenario; previews both; a colleague approves; a mentor takes them
on a phone.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onemm.learning.models import ScenarioRun, UnitCompletion
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS
from tests.factories.publishing import FEEDBACK, WORDS, a_photo, an_editor
from tests.journeys.conftest import Visitor

UNIT = f"/mentor/training/{ESSENTIALS}/units/when-you-are-late/"
PRACTICE = f"/mentor/training/{ESSENTIALS}/practice/the-bus-stands-still/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_editor_writes_a_unit_and_a_scenario_and_a_mentor_takes_them(
    visitor: Callable[..., Visitor], tmp_path: Path, *, scripts: bool
) -> None:
    cast, edith, ravi = Cast(), an_editor("Edith"), an_editor("Ravi")
    editor = visitor(scripts=scripts).sign_in(edith)
    write_the_unit(editor, tmp_path)
    write_the_scenario(editor)
    colleague = visitor(scripts=scripts).sign_in(ravi)
    for title in ("The bus stands still", "When you are late"):
        colleague.goes_to("/staff/writing/").sees(title).follows("Look it over").sees(
            "All of it is new"
        ).finds_it_accessible()
        colleague.presses("Publish it").sees("Published as version")
    mentor_takes_both(visitor(phone=True, scripts=scripts).sign_in(cast.amina))
    assert UnitCompletion.objects.get().unit == "when-you-are-late"
    assert ScenarioRun.objects.get().is_competent


def begin(editor: Visitor, kind: str, title: str) -> None:
    editor.goes_to("/staff/writing/").follows("Write something new").finds_it_accessible()
    editor.fills(kind=kind, title=title, course=ESSENTIALS).presses("Begin").sees("Before anybody can learn from it")


def add(editor: Visitor, button: str, **fields: Any) -> None:
    editor.follows(button).fills(**fields).finds_it_accessible().presses("Save").sees("Saved.")


def write_the_unit(editor: Visitor, folder: Path) -> None:
    begin(editor, "unit", "When you are late")
    editor.follows("Change what it is").fills(
        summary="What to do when you cannot be there on time.",
        minutes="3",
        reflection="Who waited for you once?",
        pass_mark="2",
    ).presses("Save").sees("Who waited for you once?")
    add(editor, "Add text", text=WORDS)
    photo = folder / "bus.jpg"
    photo.write_bytes(a_photo())
    editor.follows("Add picture").page.set_input_files("[name=file]", str(photo))
    editor.fills(words="A red bus that stands still").presses("Save").sees("Saved.")
    for number in (1, 2):
        choices = {f"text_{at}": f"Answer {at} to question {number}" for at in (1, 2, 3)}
        reasons = {f"feedback_{at}": f"{FEEDBACK} So much for answer {at}." for at in (1, 2, 3)}
        add(editor, "Add a question", text=f"You are late. Question {number}?", right="2", **choices, **reasons)
    add(editor, "Add evidence", says="Waiting is hard.", source="Taught in every programme.", grade="practice")
    editor.sees("Everything is there").finds_it_accessible().finds_nothing_cut_off()
    editor.follows("Preview").sees("This is how learners will see it").fills(q1="b", q2="a").presses(
        "See how I did"
    ).sees("1 of 2 right").finds_it_accessible()
    editor.follows("Back to writing").presses("Ask a colleague to look it over").sees(
        "Waits for a second pair of eyes"
    ).finds_it_accessible()


def write_the_scenario(editor: Visitor) -> None:
    begin(editor, "scenario", "The bus stands still")
    editor.follows("Change what it is").fills(
        summary="You are late for {name}.", minutes="4", rests_on="This programme’s own rules."
    ).presses("Save")
    add(editor, "Add a detail", name="name", values_in_words="Kai\nMina")
    add(editor, "Add an ending", title="On time after all", text="{name} smiles and makes room.")
    add(editor, "Add an ending", title="An empty room", text="{name} has gone home.")
    options = [
        ("Tell {name} now", 3, "ending-1"),
        ("Run, and say nothing", 1, "ending-2"),
        ("Turn round and go home", 0, "ending-2"),
    ]
    fields: dict[str, Any] = {}
    for at, (text, points, to) in enumerate(options, 1):
        fields |= {
            f"text_{at}": text,
            f"points_{at}": points,
            f"feedback_{at}": f"{FEEDBACK} That is why option {at} has its points.",
            f"to_{at}": to,
        }
    add(editor, "Add a moment", text="The bus stands still. {name} waits.", **fields)
    editor.sees("Everything is there").follows("Preview").sees("The bus stands still")
    editor.page.get_by_label("Tell").check(force=True)
    editor.presses("This is what I do").sees("Walked well").finds_it_accessible()
    editor.follows("Back to writing").presses("Ask a colleague to look it over").sees("Waits for a second pair of eyes")


def mentor_takes_both(mentor: Visitor) -> None:
    mentor.goes_to("/mentor/training/").follows("When you are late").sees(
        "You are on the bus and it does not move"
    ).finds_it_accessible().finds_nothing_cut_off()
    picture = mentor.page.locator("figure.picture img")
    picture.scroll_into_view_if_needed()
    assert picture.get_attribute("alt") == "A red bus that stands still"
    if mentor.scripts:
        mentor.page.wait_for_function("document.querySelector('figure.picture img').naturalWidth > 0")
    mentor.presses("I have read this: to the questions").fills(q1="b", q2="b").presses("See how I did").sees("is done")
    mentor.goes_to(PRACTICE).presses("Begin")
    mentor.page.get_by_label("Tell").check(force=True)
    mentor.presses("This is what I do").sees("On time after all").sees("Walked well")
