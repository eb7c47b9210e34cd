"""The first journey, from interest to impact: nine steps, each in the browser, each by the person whose step it is.

On the government's real schools register when it is at hand, and on forty invented schools otherwise; once with
scripts, and once without any.
"""

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from django.core import management

from onemm.learning.models import ScenarioRun
from onemm.learning.queries import walk_of
from onemm.learning.rules import ScenarioStep
from onemm.lib.clock import now, today
from onemm.lib.tasks import run_waiting
from onemm.matching.models import Proposal
from onemm.mentoring.models import Enrolment, Match
from onemm.notifications.models import Email
from onemm.people.models import Person
from onemm.places.actions import import_schools, load_areas
from onemm.recruitment.models import Application
from tests.cast import Cast, years_ago
from tests.factories.impact import answered
from tests.factories.learning import ESSENTIALS, right_answers, the_course
from tests.factories.outreach import YES_TO_ALL
from tests.journeys.conftest import Visitor

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "schools_england_2017.csv"
INVENTED = Path(str(files("onemm.demo") / "data" / "invented_schools.csv"))
PASSWORD = "a long and quiet river"

Come = Callable[..., Visitor]


class Journey:
    """Who is on the way, and what each of them has by now."""

    def __init__(self, come: Come, tmp: Path) -> None:
        self.come, self.tmp = come, tmp
        self.register = REAL if REAL.exists() else INVENTED
        self.school = "The Blue Coat" if REAL.exists() else "Alder Brook School"
        self.cast = Cast()

    # --- given ---
    def given_the_register_and_the_operator(self) -> None:
        load_areas()
        management.call_command("check", verbosity=0)
        report = import_schools(path=self.register, by=None)
        assert report.added > 30
        self.priya = self.come().sign_in(self.cast.priya)
        self.noor = self.come(dark=True).sign_in(self.cast.noor)

    # --- 1 ---
    def when_amina_reads_what_is_asked_and_applies(self) -> None:
        amina = self.amina = self.come(phone=True)
        amina.goes_to("/").finds_nothing_cut_off().finds_it_accessible().follows("Become a mentor")
        amina.presses("See the answer").finds_it_accessible()
        amina.fills(age="yes", work="five_years", hour="yes", home="yes").presses(
            "See the answer"
        ).finds_it_accessible()
        amina.follows("Read the seven").finds_it_accessible()
        for name in YES_TO_ALL:
            amina.fills(**{name: True})
        amina.presses("I say yes to all seven").fills(
            email="amina@example.net", password1=PASSWORD, first_name="Amina", last_name="Yusuf"
        )
        amina.finds_it_accessible().presses("Make my account")
        amina.fills(code=code_in_the_email_to("amina@example.net")).presses("Confirm")
        amina.goes_to("/mentor/application/").presses("Begin my application")
        self.person = Person.objects.get(email="amina@example.net")

    def and_she_leaves_in_the_middle_and_comes_back(self) -> None:
        amina = self.amina
        amina.goes_to("/mentor/application/about_you/").fills(first_name="Amina", last_name="Yusuf", born="1984-05-02")
        amina.finds_it_accessible().presses("Keep this and go on")
        amina.goes_to("/mentor/application/where/").fills(postcode="ol8").presses("Keep this and finish later")
        amina.goes_to("/mentor/application/").sees("When you are free").finds_it_accessible().finds_nothing_cut_off()
        amina.goes_to("/mentor/application/when/").fills(half_days=[5, 8, 11]).presses("Keep this and go on")
        amina.goes_to("/mentor/application/how/").fills(
            channels=["in_person", "online"], reach_miles="20", capacity="1"
        ).presses("Keep this and go on")
        amina.goes_to("/mentor/application/what_you_bring/").fills(
            occupation="Pharmacist", sectors=["health", "science"], interests=["cricket", "maps"], languages=["en"]
        ).presses("Keep this and go on")
        amina.goes_to("/mentor/application/why/").fills(why="Somebody did it for me.", conduct_agreed=True).presses(
            "Keep this and go on"
        )
        amina.goes_to("/mentor/application/check-your-answers/").finds_it_accessible().presses("Send my application")
        assert Application.objects.get(person=self.person).state == "submitted"

    def and_two_people_speak_for_her_without_signing_in(self) -> None:
        amina = self.amina
        amina.goes_to("/mentor/application/").finds_it_accessible().finds_nothing_cut_off().follows("Give their names")
        for name in ("Joan Platt", "Idris Cole"):
            amina.fills(
                name=name, email=f"{name.split()[0].lower()}@post.example", relation="Colleague"
            ).finds_it_accessible().presses("Write to them")
        amina.sees("A third, to be on the safe side")
        for name in ("joan", "idris"):
            referee = self.come(phone=True, scripts=False)
            referee.goes_to(private_link_to(f"{name}@post.example")).sees(
                "A few words about Amina Yusuf"
            ).finds_nothing_cut_off()
            referee.fills(
                known_for_years=5, reliable="4", patient="3", safe="4", verdict="yes", words="Reliable and kind."
            ).presses("Send my answers")
            referee.sees("Thank you")

    def and_she_takes_a_time_that_priya_offers(self) -> None:
        Application.objects.filter(person=self.person).update(area=self.cast.area)
        self.priya.goes_to("/staff/interviews/offer/").finds_it_accessible().fills(
            day=(today() + timedelta(days=2)).isoformat(),
            first="17:00",
            how_many="2",
            channel="video",
            where="https://talk.example/priya",
        ).presses("Offer these times")
        self.amina.goes_to("/mentor/application/talk/").finds_it_accessible()
        self.amina.page.locator("[name=slot]").first.check(force=True)
        self.amina.presses("Take this time").sees("You have a time").finds_it_accessible().finds_nothing_cut_off()
        self.priya.goes_to("/staff/interviews/").sees("Amina Yusuf").finds_it_accessible()

    # --- 2 ---
    def when_priya_screens_and_decides(self) -> None:
        application, priya, day = Application.objects.get(person=self.person), self.priya, today().isoformat()
        page = f"/staff/applications/{application.public_id}/"
        Application.objects.filter(pk=application.pk).update(area=self.cast.area)
        priya.goes_to("/staff/").finds_it_accessible().goes_to("/staff/applications/").sees(
            "Amina Yusuf"
        ).finds_it_accessible()
        priya.goes_to(page).presses("Start screening").sees("Reliable and kind.")
        priya.goes_to(page + "interview/").fills(
            held_on=day, listening="4", boundaries="4", commitment="3", safety="4", words="Thoughtful."
        ).finds_it_accessible().presses("Keep this")
        priya.goes_to(page + "check/").fills(requested_on=day, level="enhanced").presses("Keep this")
        priya.goes_to(page + "check/result/").fills(
            certificate_number="001234567890", issued_on=day, clear="yes"
        ).presses("Keep this")
        priya.goes_to(page + "decision/").fills(outcome="approved", reasons="Warm references, clear check.").presses(
            "Keep this"
        )
        priya.goes_to(page).sees("Approved").sees("Priya").finds_it_accessible()

    # --- 3 ---
    def when_amina_takes_the_course(self) -> None:
        course, amina = the_course(), self.amina
        amina.goes_to("/mentor/training/").finds_it_accessible()
        for at, unit in enumerate(course.units):
            amina.goes_to(f"/mentor/training/{course.slug}/units/{unit.slug}/").sees(unit.title)
            if at == 0:
                amina.finds_it_accessible()
            amina.presses("I have read this: to the questions")
            if at == 0:
                amina.finds_it_accessible().finds_nothing_cut_off()
            amina.fills(**right_answers(unit.slug)).presses("See how I did")
        amina.finds_it_accessible()
        for scenario in ("a-secret", "a-gift", "your-number"):
            self.amina_walks(scenario)
        amina.sees("Walked well").finds_it_accessible()
        amina.goes_to(f"/mentor/training/{course.slug}/certificate/").sees("Your certificate").finds_it_accessible()
        amina.goes_to("/mentor/").finds_it_accessible().finds_nothing_cut_off()

    def amina_walks(self, scenario: str) -> None:
        """Begin, and take at each moment what is hoped for."""
        self.amina.goes_to(f"/mentor/training/{ESSENTIALS}/practice/{scenario}/").presses("Begin").finds_it_accessible()
        while run := ScenarioRun.objects.filter(person=self.person, finished_at=None).first():
            went = walk_of(run)
            assert went is not None
            assert isinstance(went.here, ScenarioStep)
            best = max(went.here.options, key=lambda option: option.points)
            self.amina.fills(option=best.key).presses("This is what I do")

    # --- 4 ---
    def when_priya_invites_sam_and_sam_claims_his_school(self) -> None:
        self.priya.goes_to("/staff/partners/add/").fills(
            name="Oldham Schools Together", area="greater-manchester"
        ).presses("Add this partner")
        self.priya.fills(
            first_name="Sam", last_name="Whitworth", email="sam@example.net"
        ).finds_it_accessible().presses("Send the invitation")
        self.sam = self.come().sign_in(Person.objects.get(email="sam@example.net"))
        self.sam.goes_to("/partner/places/").fills(q=self.school).presses("Search").finds_it_accessible()
        self.sam.presses(f"Claim {self.school}").sees("Your places")

    def and_opens_a_programme_with_twenty_one_young_people(self) -> None:
        sam, birthday = self.sam, years_ago(16).isoformat()
        sam.goes_to("/partner/programmes/open/").fills(
            name="Year 12",
            starts_on=today().isoformat(),
            ends_on=(today() + timedelta(days=365)).isoformat(),
            places_wanted=25,
        ).finds_it_accessible().presses("Open this programme")
        sam.goes_to("/partner/young-people/add/").finds_it_accessible().fills(
            reference="Y12-01",
            first_name="Theo",
            last_initial="B",
            born=birthday,
            consent_by="self",
            consent_date=today().isoformat(),
            half_days=[5, 11],
            aspirations=["health"],
            interests=["cricket", "maps"],
            hopes="A pharmacist’s day",
        ).presses("Add to the list")
        self.theo = Enrolment.objects.get(reference="Y12-01")
        self._uploads("list.csv")
        sam.sees("20").finds_it_accessible()
        assert Enrolment.objects.count() == 21
        self._uploads("list.csv")
        assert Enrolment.objects.count() == 21

    def _uploads(self, name: str) -> None:
        path = self.tmp / name
        good = [
            [
                f"Y12-{n:02d}",
                f"Siân {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}",
                "A",
                years_ago(17, n * 3).isoformat(),
                "self",
                "",
                today().isoformat(),
                "Tue evening; Thu evening",
                "health",
            ]
            for n in range(2, 22)
        ]
        bad = [
            ["Y12-90", "Ada", "B", years_ago(12).isoformat(), "self", "", today().isoformat()],
            ["Y12-91", "", "C", "yesterday", "self", "", ""],
            ["=1+1", "Eve", "D", years_ago(16).isoformat(), "nobody", "", today().isoformat()],
        ]
        with path.open("w", encoding="cp1252", newline="") as file:
            csv.writer(file).writerows(
                [
                    [
                        "Reference",
                        "First name",
                        "Last initial",
                        "Birth date",
                        "Consent by",
                        "Guardian name",
                        "Consent date",
                        "Free",
                        "Aspirations",
                    ],
                    *good,
                    *bad,
                ]
            )
        self.sam.goes_to("/partner/young-people/upload/")
        self.sam.page.locator("[name=file]").set_input_files(path)
        self.sam.presses("Send the list").finds_it_accessible()
        run_waiting()
        self.sam.page.reload()
        self.sam.sees("3")

    # --- 5 ---
    def when_sam_runs_a_round_and_decides(self) -> None:
        sam = self.sam
        sam.goes_to("/partner/rounds/").finds_it_accessible().presses("Find the best pairs")
        run_waiting()
        sam.page.reload()
        sam.sees("Amina").finds_it_accessible()
        proposal = Proposal.objects.get(state="suggested")
        assert proposal.components
        sam.goes_to(f"/partner/proposals/{proposal.public_id}/decline/").finds_it_accessible().presses(
            "Decline this pair"
        ).finds_it_accessible()
        sam.fills(reason="Let us look at the others first.").presses("Decline this pair")
        self._another_round(without=proposal.enrolment)

    def _another_round(self, *, without: Enrolment) -> None:
        """A declined pair is not suggested again; Sam approves the next one, and from here on its young person is
        ours.
        """
        sam = self.sam
        sam.goes_to("/partner/rounds/").presses("Find the best pairs")
        run_waiting()
        sam.page.reload()
        self.proposal = Proposal.objects.exclude(enrolment=without).get(state="suggested")
        self.theo = self.proposal.enrolment
        sam.presses(f"Approve {self.theo.person.first_name} and Amina")
        self.proposal.refresh_from_db()
        assert self.proposal.state == "offered"

    # --- 6 ---
    def when_both_say_yes_and_agree(self) -> None:
        offer = f"proposals/{self.proposal.public_id}/"
        self.amina.goes_to("/mentor/" + offer).finds_it_accessible().fills(answer="yes").presses("Send my answer")
        self.young = self.come(phone=True)
        self.young.goes_to("/card/").finds_it_accessible().fills(code=self._card()).presses("Sign in")
        self.young.goes_to("/young/" + offer).finds_it_accessible().finds_nothing_cut_off().fills(answer="yes").presses(
            "Send my answer"
        )
        self.sam.goes_to(f"/partner/proposals/{self.proposal.public_id}/introduction/").finds_it_accessible()
        self.sam.fills(on=today().isoformat(), words="Both laughed.").presses("They have met")
        self.match = Match.objects.get(enrolment=self.theo)
        self.amina.goes_to(f"/mentor/matches/{self.match.public_id}/agreement/").finds_it_accessible().presses(
            "I agree"
        )
        self.young.goes_to(f"/young/matches/{self.match.public_id}/agreement/").finds_it_accessible().presses("I agree")
        self.match.refresh_from_db()
        assert self.match.state == "active"

    def _card(self) -> str:
        sam = self.sam
        sam.goes_to("/partner/young-people/")
        sam.page.locator(f"[name=chosen][value='{self.theo.public_id}']").check(force=True)
        sam.presses("Make sign-in cards for those ticked").finds_it_accessible()
        return str(sam.page.locator(".card-code").first.inner_text())

    # --- 7 ---
    def when_they_plan_meet_and_say_how_it_goes(self) -> None:
        match = f"matches/{self.match.public_id}/"
        self.young.goes_to("/young/question/").finds_it_accessible().fills(value="2").presses("Send my answer")
        self.amina.goes_to("/mentor/" + match + "plan/").finds_it_accessible().fills(
            day=(today() + timedelta(days=9)).isoformat(), time="17:30", where="The library", purpose="CV and first job"
        ).presses("Plan a session")
        Match.objects.filter(pk=self.match.pk).update(introduced_on=today() - timedelta(days=5))
        self.amina.goes_to("/mentor/" + match + "log/").finds_it_accessible().finds_nothing_cut_off()
        self.amina.fills(day=(now() - timedelta(days=1)).date().isoformat(), time="10:00", minutes="60").presses(
            "Write it down"
        )
        self.amina.goes_to("/mentor/" + match).finds_it_accessible()
        assert "1 of 12" in (
            self.amina.page.locator("svg.arc, .arc svg, [role=img]").first.get_attribute("aria-label")
            or self.amina.page.content()
        )
        self.amina.goes_to("/mentor/" + match + "pulse/").finds_it_accessible().fills(value="8").presses("Send")
        self.young.goes_to("/young/" + match + "pulse/").finds_it_accessible().fills(value="9").presses("Send")
        assert {pulse.value for pulse in self.match.pulses.all()} == {8, 9}

    # --- 8 ---
    def then_the_difference_is_measured(self) -> None:
        self.young.goes_to("/young/question/").fills(value="4").presses("Send my answer")
        for number, other in enumerate(Enrolment.objects.exclude(pk=self.theo.pk)[:9]):
            answered(other, wave="start", value=2 if number < 7 else 4, days_ago=90)
            answered(other, wave="later", value=4 if number < 6 else 3)
        self.sam.goes_to("/partner/impact/").finds_it_accessible().sees("10")
        self.sam.sees("likely to lie between")
        self.priya.goes_to("/staff/funnel/").finds_it_accessible().sees("day")

    # --- 9 ---
    def then_anyone_can_raise_a_concern_and_noor_sees_it_at_once(self) -> None:
        passer_by = self.come(phone=True)
        passer_by.goes_to("/mentors/").follows("Worried about something?").fills(
            words="I am worried about a friend.", urgency="soon"
        ).presses("Send it")
        self.young.goes_to("/young/").follows("Worried about something?").finds_it_accessible()
        self.noor.goes_to("/staff/concerns/").finds_it_accessible().sees("look today")


def code_in_the_email_to(address: str) -> str:
    email = Email.objects.filter(address=address).latest("pk")
    found = re.search(r"\b([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\b\s*$", email.body, re.MULTILINE)
    assert found, email.body
    return found.group(1)


def private_link_to(address: str) -> str:
    return Email.objects.get(address=address, kind="reference.asked").path


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["with scripts", "without scripts"]
)
def test_from_interest_to_impact(visitor: Come, tmp_path: Path, scripts: bool) -> None:
    journey = Journey(partial(visitor, scripts=scripts), tmp_path)
    journey.given_the_register_and_the_operator()
    journey.when_amina_reads_what_is_asked_and_applies()
    journey.and_she_leaves_in_the_middle_and_comes_back()
    journey.and_two_people_speak_for_her_without_signing_in()
    journey.and_she_takes_a_time_that_priya_offers()
    journey.when_priya_screens_and_decides()
    journey.when_amina_takes_the_course()
    journey.when_priya_invites_sam_and_sam_claims_his_school()
    journey.and_opens_a_programme_with_twenty_one_young_people()
    journey.when_sam_runs_a_round_and_decides()
    journey.when_both_say_yes_and_agree()
    journey.when_they_plan_meet_and_say_how_it_goes()
    journey.then_the_difference_is_measured()
    journey.then_anyone_can_raise_a_concern_and_noor_sees_it_at_once()
