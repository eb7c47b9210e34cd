"""A mentor learns on a phone: keeps answers for another day, falls short and tries again, practises, and takes a
certificate home.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from onemm.learning.models import ScenarioRun, UnitCompletion
from onemm.learning.queries import checked_badge, walk_of
from onemm.learning.rules import ScenarioStep
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, do_unit, right_answers, the_course, walk_through
from tests.journeys.conftest import Visitor

UNIT = f"/mentor/training/{ESSENTIALS}/units/your-role/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_mentor_learns_on_a_phone(visitor: Callable[..., Visitor], tmp_path: Path) -> None:
    cast = Cast()
    amina = visitor(phone=True).sign_in(cast.amina)

    amina.goes_to("/mentor/training/").follows("Read this unit").presses("I have read this: to the questions")
    amina.fills(number="explain").presses("Keep my answers and stop here").sees("are kept")
    amina.follows("Answer the questions")
    assert amina.page.locator("input[value=explain]").is_checked()

    amina.fills(**right_answers(wrong=3)).presses("See how I did").sees(
        "Not quite yet"
    ).finds_it_accessible().finds_nothing_cut_off()
    amina.follows("Try again").fills(**right_answers()).presses("See how I did").sees(
        "Listening, and questions that open doors"
    )
    assert UnitCompletion.objects.get().unit == "your-role"

    for unit in the_course().units[1:]:
        do_unit(cast.amina, unit.slug)
    for scenario in ("a-gift", "your-number"):
        walk_through(cast.amina, scenario)
    amina.goes_to("/mentor/training/").sees("He tells you something").follows("Begin").presses("Begin")
    while run := ScenarioRun.objects.filter(person=cast.amina, finished_at=None).first():
        went = walk_of(run)
        assert went is not None
        assert isinstance(went.here, ScenarioStep)
        amina.fills(option=max(went.here.options, key=lambda option: option.points).key).presses("This is what I do")
    amina.sees("Walked well").follows("See your certificate").sees("Your certificate").finds_it_accessible()

    assert downloaded(amina, "Download the certificate (PDF)", tmp_path).startswith(b"%PDF-")
    badge = checked_badge(downloaded(amina, "Download the badge", tmp_path).decode())
    assert badge is not None
    assert badge.person == cast.amina


def downloaded(visitor: Visitor, label: str, folder: Path) -> bytes:
    # The first certificate on a machine makes its heading font, which takes a while on a busy one.
    with visitor.page.expect_download(timeout=90_000) as waiting:
        visitor.page.get_by_role("button", name=label).click(timeout=90_000)
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()
