"""Omar was declined.

He asks for a second look on his phone; who decided may not answer; someone else does, and it goes on.
"""

from collections.abc import Callable

import pytest
from django.core import management

from onemm.notifications.models import Email
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.recruitment.actions import decide_application
from onemm.recruitment.models import Appeal, Application
from tests.cast import Cast
from tests.factories.recruitment import an_application_in_screening
from tests.journeys.conftest import Visitor

Come = Callable[..., Visitor]


class SecondLook:
    """Omar and the two who look at his application, one after the other."""

    def __init__(self, come: Come) -> None:
        self.cast = Cast()
        management.call_command("check", verbosity=0)
        self.omar = self.cast.other_mentor
        grant_role(person=self.cast.tom, role=Role.PROGRAMME_MANAGER, by=None, area=self.cast.area)
        self.phone, self.priya = come(phone=True).sign_in(self.omar), come().sign_in(self.cast.priya)
        self.tom = come(dark=True).sign_in(Person.objects.get(pk=self.cast.tom.pk))

    def given_priya_declined_him(self) -> None:
        application = an_application_in_screening(self.cast, self.omar)
        Application.objects.filter(pk=application.pk).update(area=self.cast.area)
        decide_application(
            application=application, by=self.cast.priya, outcome="declined", reasons="Spoke over me the whole time."
        )
        self.page = f"/staff/applications/{application.public_id}/"
        email = Email.objects.get(to=self.omar, kind="application.declined")
        assert "Spoke over me" not in email.body, "the letter is kind, and what staff wrote to one another stays there"

    def when_he_asks_for_a_second_look(self) -> None:
        phone = (
            self.phone.goes_to("/mentor/application/")
            .sees("We have decided not to go further now")
            .finds_it_accessible()
            .finds_nothing_cut_off()
        )
        phone.follows("Ask for a second look").sees(
            "who had no part in the decision"
        ).finds_it_accessible().finds_nothing_cut_off()
        phone.presses("Send it").sees("to put right").finds_it_accessible()
        phone.fills(words="I was nervous: it was my first talk in English.").presses("Send it")
        phone.sees("A second person looks at it").finds_it_accessible().finds_nothing_cut_off()
        assert Appeal.objects.get().state == "open"

    def and_who_decided_may_not_answer(self) -> None:
        assert not Email.objects.filter(to=self.cast.priya, kind="appeal.waiting").exists()
        self.priya.goes_to(self.page + "appeal/").fills(uphold="no", answer="I was right.").presses("Keep this").sees(
            "Somebody else has to look at it"
        )
        assert Appeal.objects.get().state == "open"

    def when_tom_reads_it_afresh_and_lets_the_decision_fall(self) -> None:
        email = Email.objects.get(to=self.cast.tom, kind="appeal.waiting")
        self.tom.goes_to(email.path).sees("declined").finds_it_accessible()
        self.tom.goes_to(self.page + "appeal/").sees("my first talk in English").finds_it_accessible()
        self.tom.fills(uphold="yes", answer="We should have given you more time. Let us talk again.").presses(
            "Keep this"
        )
        self.tom.sees("Tom Hughes").finds_it_accessible()

    def then_he_reads_why_and_it_goes_on(self) -> None:
        assert "more time" in Email.objects.get(to=self.omar, kind="appeal.upheld").body
        phone = (
            self.phone.goes_to("/mentor/application/")
            .sees("How far it has come")
            .finds_it_accessible()
            .finds_nothing_cut_off()
        )
        assert "not to go further" not in phone.page.locator("main").inner_text()
        phone.goes_to("/mentor/").finds_it_accessible()
        application = Application.objects.get(person=self.omar)
        assert (application.state, application.owner) == ("in_screening", self.cast.tom)
        assert application.decisions.get().overturned_at is not None


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_declined_applicants_appeal(visitor: Come) -> None:
    journey = SecondLook(visitor)
    journey.given_priya_declined_him()
    journey.when_he_asks_for_a_second_look()
    journey.and_who_decided_may_not_answer()
    journey.when_tom_reads_it_afresh_and_lets_the_decision_fall()
    journey.then_he_reads_why_and_it_goes_on()
