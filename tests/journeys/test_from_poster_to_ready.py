"""From a poster in the library to a ready mentor, and on to a passport that another school looks at."""

from pathlib import Path

import pytest
from django.core import management

from onemm.clearance.models import Passport
from onemm.lib.clock import today
from onemm.mentoring.queries import readiness_of
from onemm.outreach.models import Campaign, Origin
from onemm.people.models import Person
from onemm.places.actions import load_areas
from onemm.safeguarding.actions import impose_restriction
from tests.factories.outreach import YES_TO_ALL
from tests.journeys.test_from_interest_to_impact import PASSWORD, Come, Journey, code_in_the_email_to


class FromAPoster(Journey):
    """Amina, who sees a poster over lunch. Her middle steps are those of the first journey."""

    def given_a_poster_that_priya_made(self) -> None:
        load_areas()
        management.call_command("check", verbosity=0)
        self.priya, self.noor = self.come().sign_in(self.cast.priya), self.come(dark=True).sign_in(self.cast.noor)
        self.priya.goes_to("/staff/campaigns/add/").finds_it_accessible().fills(
            name="Poster in the library",
            code_word="OLDHAM26",
            area="greater-manchester",
            starts_on=today().isoformat(),
            cost_pounds="120",
        ).presses("Make this campaign").sees("Poster in the library")
        self.poster = Campaign.objects.get(name="Poster in the library")

    def when_amina_scans_it_and_applies(self) -> None:
        amina = self.amina = self.come(phone=True)
        amina.goes_to(f"/from/{self.poster.slug}/?by=qr").finds_it_accessible().finds_nothing_cut_off()
        amina.goes_to("/can-i-mentor/").fills(age="yes", work="five_years", hour="yes", home="yes").presses(
            "See the answer"
        )
        amina.sees("you can apply").follows("Read the seven")
        amina.presses("I say yes to all seven").finds_it_accessible()
        for name in YES_TO_ALL:
            amina.fills(**{name: True})
        amina.presses("I say yes to all seven").fills(
            email="amina@example.net", password1=PASSWORD, first_name="Amina", last_name="Yusuf"
        )
        amina.presses("Make my account").fills(code=code_in_the_email_to("amina@example.net")).presses("Confirm")
        amina.goes_to("/mentor/application/").presses("Begin my application")
        self.person = Person.objects.get(email="amina@example.net")
        origin = Origin.objects.get()
        assert (origin.campaign, origin.via, origin.expectations) == (self.poster, "qr", YES_TO_ALL)

    def then_she_is_ready_and_the_poster_has_done_its_work(self) -> None:
        assert readiness_of(self.person).ready
        self.amina.goes_to("/mentor/").sees("You are ready").finds_it_accessible().finds_nothing_cut_off()
        self.priya.goes_to("/staff/campaigns/").sees("Poster in the library").finds_it_accessible()

    def and_she_shows_a_passport_to_another_school(self) -> None:
        amina = self.amina.goes_to("/mentor/passport/").finds_it_accessible().finds_nothing_cut_off()
        amina.presses("Get my passport").sees(
            "nobody sees it unless you show it"
        ).finds_it_accessible().finds_nothing_cut_off()
        amina.presses("Open the page").finds_it_accessible().finds_nothing_cut_off()
        page = f"/passports/{Passport.objects.get().key}/"
        school = (
            self.come(dark=True).goes_to(page).sees("This passport is valid").sees("Amina Yusuf").finds_it_accessible()
        )
        school.follows("What a passport is").sees("Checking without us").finds_it_accessible().finds_nothing_cut_off()
        impose_restriction(person=self.person, by=self.cast.noor, reason="A worry that is being looked at.")
        school.goes_to(page).sees("no longer valid").finds_it_accessible()
        assert "Amina" not in school.page.locator("main").inner_text()
        amina.goes_to("/mentor/passport/").sees("There is no valid passport just now").finds_it_accessible()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_from_poster_to_ready(visitor: Come, tmp_path: Path) -> None:
    journey = FromAPoster(visitor, tmp_path)
    journey.given_a_poster_that_priya_made()
    journey.when_amina_scans_it_and_applies()
    journey.and_she_leaves_in_the_middle_and_comes_back()
    journey.and_two_people_speak_for_her_without_signing_in()
    journey.and_she_takes_a_time_that_priya_offers()
    journey.when_priya_screens_and_decides()
    journey.when_amina_takes_the_course()
    journey.then_she_is_ready_and_the_poster_has_done_its_work()
    journey.and_she_shows_a_passport_to_another_school()
