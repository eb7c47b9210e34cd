"""Four hundred invented young people, each with a consent that fits their age, enrolled over the months."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from onemm.demo.clockwork import Life
from onemm.demo.names import invented_background, invented_name
from onemm.demo.setting import Partner
from onemm.impact import actions as impact
from onemm.lib.clock import today
from onemm.mentoring import actions as mentoring
from onemm.mentoring.rules import ConsentGiven, Wishes
from onemm.people.vocabulary import Background, Interest, Language, Sector, bits_of
from onemm.places.models import Channel

HOPES = (
    "I would like to know what the job is really like.",
    "I want to meet someone who does what I want to do.",
    "To get better at talking to people I do not know.",
    "Help with what to do after my exams.",
    "I do not know yet what I want. I would like to find out.",
    "To see inside a real workplace.",
    "Someone to practise interviews with.",
    "",
)
BACKGROUNDS = {
    Background.FREE_MEALS.value: 0.35,
    Background.FIRST_TO_STUDY.value: 0.3,
    Background.OTHER_LANGUAGE.value: 0.15,
    Background.CARER.value: 0.1,
}
AFTER_SCHOOL = tuple(day * 3 + 1 for day in range(5))
EVENINGS = tuple(day * 3 + 2 for day in range(5))
WEEKEND = (15, 16, 18, 19)
SECTORS_WISHED = (
    Sector.HEALTH,
    Sector.TECHNOLOGY,
    Sector.ENGINEERING,
    Sector.LAW,
    Sector.ARTS,
    Sector.SPORT,
    Sector.BUSINESS,
    Sector.FINANCE,
    Sector.MEDIA,
    Sector.EDUCATION,
    Sector.BUILDING,
    Sector.DESIGN,
    Sector.SCIENCE,
    Sector.CARE,
    Sector.POLICE,
    Sector.HOSPITALITY,
)


def live(partner: Partner, chance: random.Random, *, number: int, ago: float) -> Life:
    """Let one young person be enrolled, and answer the question of the start some days later, as most do."""
    name, programme = invented_name(chance), partner.programme
    age = chance.randint(programme.youngest, min(programme.oldest, programme.youngest + 4))
    enrolment = mentoring.enrol_young_person(
        programme=programme,
        by=partner.coordinator,
        reference=f"{programme.pk:02d}-{number:04d}",
        first_name=name.first,
        last_name=name.last[0],
        born=birthday(age, chance),
        consent=consent_for(age, name.last, chance),
        **wishes(programme.channel, chance, background=invented_background(f"young person {number}", BACKGROUNDS)),
    )
    yield ago - chance.uniform(0.3, 4)
    if chance.random() < 0.86:
        value = chance.choices([1, 2, 3, 4, 5], [14, 28, 29, 20, 9])[0]
        impact.answer_question(enrolment=enrolment, wave="start", value=value, by=enrolment.person)


def when(partner: Partner, chance: random.Random) -> float:
    """Return a day, in days ago, on which someone joins the partner's programme: more of them at its beginning."""
    age = (today() - partner.programme.starts_on).days
    return max(2.0, age * (1 - chance.betavariate(1, 2.2)))


def consent_for(age: int, surname: str, chance: random.Random) -> ConsentGiven:
    """Return the consent that the age asks for: a guardian's under 16."""
    given_on = today() - timedelta(days=chance.randint(0, 12))
    if age < 16:
        guardian = chance.choice(["Mr", "Mrs", "Ms"]) + " " + surname
        return ConsentGiven(given_by="guardian", given_on=given_on, guardian_name=guardian)
    return ConsentGiven(given_by="self", given_on=given_on)


def wishes(channel: str, chance: random.Random, *, background: Sequence[str] = ()) -> Wishes:
    """Return what a young person might hope for, in a programme with this channel."""
    languages = [Language.ENGLISH.value]
    if chance.random() < 0.22:
        languages.append(
            chance.choice(
                [Language.URDU, Language.PUNJABI, Language.WELSH, Language.POLISH, Language.SOMALI, Language.BENGALI]
            ).value
        )
    half_days = bits_of(
        chance.sample(AFTER_SCHOOL, chance.randint(1, 3))
        + chance.sample(EVENINGS, chance.randint(1, 3))
        + chance.sample(WEEKEND, 1)
    )
    return Wishes(
        channel=channel
        if channel != Channel.EITHER
        else chance.choice([Channel.EITHER.value, Channel.EITHER.value, Channel.FACE_TO_FACE.value]),
        half_days=half_days,
        languages=languages,
        aspirations=[sector.value for sector in chance.sample(SECTORS_WISHED, chance.randint(1, 3))],
        interests=[interest.value for interest in chance.sample(list(Interest), chance.randint(2, 4))],
        matters_most=chance.choice(["", "aspiration", "aspiration", "interests", "closeness"]),
        wants_gender="woman" if chance.random() < 0.06 else "",
        hopes=chance.choice(HOPES),
        background=list(background),
    )


def birthday(age: int, chance: random.Random) -> date:
    """Return a birth date of someone who has been so old for a while."""
    return today() - timedelta(days=int(age * 365.25) + chance.randint(20, 300))
