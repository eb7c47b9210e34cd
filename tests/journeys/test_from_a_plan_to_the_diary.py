"""A programme manager makes a draft of a proposal by one click; a trainer completes it; someone it was planned for
books from the letter.
"""

from collections.abc import Callable

import pytest

from onemm.lib.tasks import run_waiting
from onemm.notifications.models import Email
from onemm.workshops.models import Draft, Workshop
from tests.cast import Cast
from tests.factories.places import a_partner, a_site
from tests.factories.recruitment import Answers, a_submitted_application
from tests.factories.workshops import a_learner
from tests.journeys.conftest import Visitor


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_from_a_plan_to_the_diary(visitor: Callable[..., Visitor]) -> None:
    cast, learners = Cast(), [a_learner() for _ in range(4)]
    for learner in learners:
        a_submitted_application(cast, learner, Answers(half_days=1 << 11))
    a_site(a_partner(area=cast.area), name="Werneth youth centre")

    priya = visitor().sign_in(cast.priya)
    priya.goes_to("/staff/training-plan/").finds_it_accessible().presses("Work it out").finds_it_accessible()
    run_waiting()
    priya.goes_to("/staff/training-plan/").sees("4 people could come").finds_it_accessible().presses(
        "Make a draft of it for the trainers"
    )
    priya.page.get_by_text("is on every trainer’s page").wait_for()
    priya.sees("Drafts that wait for a trainer").finds_it_accessible()

    tom = visitor(phone=True, dark=True).sign_in(cast.tom)
    tom.goes_to("/staff/workshops/").sees("Werneth youth centre").finds_it_accessible().finds_nothing_cut_off().follows(
        "Put it in the diary"
    )
    tom.page.wait_for_url("**/workshops/planned/**")
    assert tom.page.locator("[name=venue]").input_value() == Draft.objects.get().site.name
    tom.finds_it_accessible().fills(title="Listening well", covers="Silence, and questions that open doors.").presses(
        "Put it in the diary"
    )
    tom.page.get_by_text("is in the diary, and those it was planned for are invited").wait_for()

    email = Email.objects.get(kind="workshop.suggested", to=learners[0])
    assert Email.objects.filter(kind="workshop.suggested").count() == 4
    learner = visitor(phone=True).sign_in(learners[0])
    learner.goes_to(email.path).sees("Listening well").presses("Book my seat")
    learner.page.get_by_text("You have a seat").first.wait_for()
    assert Workshop.objects.get().bookings.get().person == learners[0]
