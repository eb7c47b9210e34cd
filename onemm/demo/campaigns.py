"""How the demo world's mentors heard of mentoring: a few campaigns in each area, and a source for everyone who
applies.
"""

import random
from collections.abc import Mapping

from onemm.demo.clockwork import days_ago
from onemm.demo.names import invented_name
from onemm.jobs.actions import finish_job
from onemm.lib.clock import today
from onemm.outreach import actions
from onemm.outreach.models import Campaign, Invitation, Via
from onemm.outreach.queries import Source
from onemm.outreach.rules.expectations import EXPECTATIONS
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.places.models import Area, Organisation
from onemm.recruitment.models import Application

ELIGIBLE: dict[str, object] = {"age": "yes", "work": "five_years", "hour": "yes", "home": "yes"}
YES_TO_ALL = {expectation.name: True for expectation in EXPECTATIONS}
PLANS = (
    ("posters in libraries", "BOOK", 480),
    ("evenings for people over 50", "STILL", 900),
    ("local radio", "RADIO", 1500),
)
TARGETS = (
    ("age_band", "50_plus", 60),
    ("sector", "health", 20),
    ("sector", "technology", 15),
    ("background", "working", 40),
)
WEIGHTS = {True: (4, 9, 2, 2, 4), False: (6, 1, 5, 5, 4)}
"""How people over 50 and others heard of it: the three plans, on their own, and by nothing we know."""
WORKS, AT_WORK = "Northern Rail Works", "greater-manchester"
ONLY_LOOKED = 2
"""For each who applies, up to so many more answered the questions."""


def make(managers: Mapping[str, Person]) -> None:
    """Make each area's campaigns, ten months ago."""
    with days_ago(310):
        for slug, manager in managers.items():
            area = Area.objects.get(slug=slug)
            for name, word, cost in PLANS:
                actions.make_campaign(
                    name=f"{area}: {name}",
                    code_word=f"{word}{slug[:4]}",
                    starts_on=today(),
                    area=area,
                    cost_pounds=cost,
                    by=manager,
                )
            for dimension, answer, wanted in TARGETS:
                actions.set_target(area=area, dimension=dimension, answer=answer, wanted=wanted, by=manager)


def answer_apart(person: Person, *, over_50: bool, gender: str) -> None:
    """Answer the equality questions, as two of three do."""
    chance = random.Random(f"apart {person.email}")
    if chance.random() < 0.66:
        age = "50_plus" if over_50 else chance.choice(["25_34", "35_49"])
        ethnicity = chance.choices(["asian", "black", "mixed", "white", "other"], weights=[20, 12, 5, 58, 3])[0]
        background = chance.choices(["professional", "intermediate", "working", "none"], weights=[34, 24, 36, 6])[0]
        actions.answer_equality(
            person=person, answers={"age_band": age, "gender": gender, "ethnicity": ethnicity, "background": background}
        )


def launch_at_work() -> None:
    """Ruth's launch, nine months ago: a staff link, and an e-mail to each of forty people, of whom some answered."""
    works = Organisation.objects.get(kind=Organisation.Kind.EMPLOYER, name=WORKS)
    lead = RoleGrant.objects.held().of(Role.EMPLOYER_LEAD).select_related("person").get(organisation=works).person
    with days_ago(270):
        actions.make_staff_link(employer=works, by=lead)
        rows = [f"staff{number:02d}@works.example,{invented_name(random.Random(number)).first}" for number in range(40)]
        content = "\n".join(["email,first_name", *rows]).encode()
        finish_job(job=actions.invite_colleagues(employer=works, content=content, by=lead))
        for number, invitation in enumerate(Invitation.objects.open().order_by("pk")):
            if number % 3 == 0:
                actions.accept_invitation(invitation=invitation)
            elif number % 5 == 0:
                actions.decline_invitation(invitation=invitation, for_good=number % 2 == 0)
    actions.expire_invitations()


def begin_at_work(person: Person, *, shows_name: bool) -> Application:
    """Let someone apply by the staff link of Ruth's employer."""
    link = Campaign.objects.staff_links().select_related("employer").get()
    source = Source(Via.LINK, link, link.employer)
    actions.note_interest(source=source, is_met=True)
    application = actions.begin_from(person=person, eligibility=ELIGIBLE, source=source, expectations=YES_TO_ALL)
    if shows_name:
        actions.let_employer_see_name(person=person)
    return application


def begin(person: Person, *, area: str, over_50: bool) -> Application:
    """Let someone apply, by a source that is theirs however often the world is made."""
    chance = random.Random(person.email)
    if area == AT_WORK and not over_50 and chance.random() < 0.35:
        return begin_at_work(person, shows_name=chance.random() < 0.2)
    running = list(Campaign.objects.filter(area__slug=area, is_staff_link=False).order_by("pk"))
    chosen = chance.choices([*running, None, None], weights=WEIGHTS[over_50][: len(running) + 2])[0]
    via = chance.choice([Via.QR, Via.CODE_WORD, Via.LINK]) if chosen else Via.NONE
    source = Source(via, chosen)
    for looked in range(1 + chance.randint(0, ONLY_LOOKED)):
        actions.note_interest(source=source, is_met=looked == 0 or chance.random() < 0.7)
    return actions.begin_from(person=person, eligibility=ELIGIBLE, source=source, expectations=YES_TO_ALL)
