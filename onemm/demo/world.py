"""The demo world as a whole: who comes when. The same seed makes the same people; their days count back from today."""

import random
from collections.abc import Callable

from onemm.demo import campaigns, checks, mentors, newcomers, pairs, setting, story, workshops, writing, young_people
from onemm.demo.clockwork import Agenda
from onemm.demo.in_one_go import in_one_go
from onemm.demo.setting import Partner
from onemm.jobs.actions import run_job
from onemm.lib.clock import today
from onemm.lib.tasks import dropping
from onemm.notifications.actions import deliver_email, settle_emails
from onemm.people.models import Person, RoleGrant
from onemm.people.roles import Role
from onemm.recruitment.actions.opening import waits_noted_together

SEED = 12
MENTORS, YOUNG_PEOPLE = 300, 400
ROUNDS_AGO = (205.0, 165.0, 120.0, 80.0, 45.0, 12.0)
"""Days since each partner's rounds; a partner whose programme is younger has only the later ones."""


@in_one_go()
def fill_an_empty_world(
    *, tell: Callable[[str, float], object], people: tuple[int, int] = (MENTORS, YOUNG_PEOPLE)
) -> bool:
    """Fill a database that knows nobody yet, and return whether it did. One that has people is left alone.
    All of it is one transaction: cut off half-way, nothing is there, and the next start begins anew.

    `people` is how many mentors and how many young people; the standing cast comes on top. `tell` hears what is being
    made, and which share of the whole is done.
    """
    if Person.objects.exists():
        return False
    chance, agenda = random.Random(SEED), Agenda()
    tell("twelve partners and their schools", 0)
    staff = setting.staff()
    partners = setting.partners(by=staff.ada)
    campaigns.make(_managers())
    with dropping(run_job):
        campaigns.launch_at_work()
    for life in mentors.everybody(_managers(), chance, people=people[0]):
        agenda.begin(mentors.live(life, chance), ago=life.began)
    for number in range(people[1]):
        partner = partners[number % len(partners)]
        ago = young_people.when(partner, chance)
        agenda.begin(young_people.live(partner, chance, number=number, ago=ago), ago=ago)
    for partner in partners:
        _plan_rounds(agenda, partner, chance)
    newcomers.begin(agenda, staff, SEED)
    story.begin(agenda, staff, partners[0], chance)
    workshops.begin(agenda, random.Random(SEED))
    lives = f"{people[0]} mentors, {people[1]} young people, ten months"
    # Each round is run on its day, and every letter settled below: nothing of the past waits for the worker.
    with dropping(run_job, deliver_email), waits_noted_together():
        agenda.run(tell=lambda share: tell(lives, 0.02 + 0.96 * share))
        pairs.somebody_is_asked(partners)
    checks.open_check_routes(by=staff.noor)
    writing.begin()
    settle_emails()
    return True


def _plan_rounds(agenda: Agenda, partner: Partner, chance: random.Random) -> None:
    age = (today() - partner.programme.starts_on).days
    days = [ago + chance.randint(-6, 6) for ago in ROUNDS_AGO if ago < age - 15]
    if days:
        agenda.begin(pairs.rounds(agenda, partner, chance, days=days), ago=days[0])


def _managers() -> dict[str, Person]:
    grants = RoleGrant.objects.held().of(Role.PROGRAMME_MANAGER).select_related("person", "area")
    return {grant.area.slug: grant.person for grant in grants if grant.area is not None}
