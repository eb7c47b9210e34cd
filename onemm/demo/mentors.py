"""Three hundred invented mentors on their way in: each lives through the steps of an application, in the past, and
stops where their story has them stop.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from onemm.demo import campaigns
from onemm.demo.clockwork import Life
from onemm.demo.course import learn
from onemm.demo.links import SUFFIX
from onemm.demo.names import Name, invented_background, invented_name
from onemm.lib.clock import today
from onemm.people.actions.people import add_person
from onemm.people.models import Person
from onemm.people.vocabulary import Background, Gender, Interest, Language, Sector, bits_of
from onemm.recruitment import actions as recruitment
from onemm.recruitment.models import Application, Check, Referee

BACKGROUNDS = {
    Background.FIRST_TO_STUDY.value: 0.3,
    Background.CARER.value: 0.12,
    Background.NEW_HERE.value: 0.12,
    Background.WHITE.value: 0.3,
}
ELIGIBLE: dict[str, object] = {"age": "yes", "work": "five_years", "hour": "yes", "home": "yes"}
OUTCODES = {
    "greater-manchester": "OL1 OL2 OL8 OL9 OL12 M1 M6 M12 M14 M20 M32 BL1 BL9 SK1 SK4 WN1",
    "west-midlands": "B1 B6 B13 B16 B29 B70 CV1 CV5 DY1 WS1 WV1",
    "cardiff": "CF10 CF5 CF14 CF24 CF37 CF83 NP20",
    "london": "E3 E5 E8 E9 N1 N17 NW1 SE8 SE15 SW9 W3",
}
WORK = {
    Sector.HEALTH: ("Pharmacist", "Nurse", "Physiotherapist", "GP practice manager"),
    Sector.TECHNOLOGY: ("Software developer", "Data analyst"),
    Sector.ENGINEERING: ("Civil engineer", "Railway signalling engineer", "Mechanical engineer"),
    Sector.LAW: ("Solicitor", "Legal secretary"),
    Sector.EDUCATION: ("Teacher", "Teaching assistant"),
    Sector.FINANCE: ("Accountant", "Mortgage adviser"),
    Sector.BUILDING: ("Electrician", "Site manager"),
    Sector.ARTS: ("Stage manager", "Musician"),
    Sector.MEDIA: ("Local reporter", "Film editor"),
    Sector.BUSINESS: ("Bakery owner", "Shop owner"),
    Sector.SCIENCE: ("Laboratory technician", "Ecologist"),
    Sector.CARE: ("Social worker", "Care home manager"),
    Sector.SPORT: ("Swimming coach",),
    Sector.POLICE: ("Firefighter", "Police officer"),
    Sector.DESIGN: ("Graphic designer", "Tailor"),
    Sector.HOSPITALITY: ("Chef", "Hotel manager"),
    Sector.TRANSPORT: ("Bus driver", "Logistics planner"),
    Sector.GOVERNMENT: ("Planning officer", "Civil servant"),
}
WHYS = (
    "Somebody did this for me when I was sixteen, and I have never forgotten it.",
    "I have the time now, and something to pass on.",
    "My own children have left home and I miss hearing what matters at that age.",
    "I grew up near here and would like others to see what is possible.",
    "I know how hard it is to get a first foot in the door in my trade.",
)
GOOD_REASONS = "Both references are warm, the interview was strong, the check is clear."
OPEN_QUESTIONS = "The interview and one reference leave too many open questions."
STOPS = (
    ("started", 9),
    ("submitted", 6),
    ("screening", 9),
    ("paused", 3),
    ("withdrawn", 9),
    ("declined", 5),
    ("approved", 6),
    ("trained", 53),
)
"""How far people get, by share; the rest of the way is what the approved go through."""
LATE = 0.18
"""The share of those on the way who have waited longer than they should."""


@dataclass(frozen=True)
class Story:
    """One mentor's story: who, where, since when, and how far."""

    name: Name
    area: str
    began: float
    stop: str
    email: str
    born: date
    manager: Person

    @property
    def chance(self) -> random.Random:
        """A chance of their own, for where exactly they stop: drawn apart, so that nobody else's life changes with
        it.
        """
        return random.Random(f"way {self.email}")

    @property
    def tempo(self) -> float:
        """How slowly their way went: some took twice as long as others. Whoever is still on it went as most do."""
        return (
            min(random.Random(f"tempo {self.email}").lognormvariate(0.1, 0.5), 4)
            if self.stop in {"trained", "declined", "withdrawn"}
            else 1
        )

    @property
    def is_over_50(self) -> bool:
        return (today() - self.born).days > 365.25 * 50


def everybody(managers: dict[str, Person], chance: random.Random, *, people: int) -> list[Story]:
    """Return so many stories, spread over the last ten months."""
    stories = []
    for number in range(people):
        area = chance.choices(list(OUTCODES), weights=[40, 25, 12, 23])[0]
        stop = chance.choices([stop for stop, _ in STOPS], weights=[share for _, share in STOPS])[0]
        over_50 = chance.random() < 0.4
        stories.append(
            Story(
                name=invented_name(chance),
                area=area,
                began=_began(stop, chance),
                stop=stop,
                email=f"mentor{number:03d}{SUFFIX}",
                born=today()
                - timedelta(days=int(365.25 * (chance.uniform(51, 76) if over_50 else chance.uniform(26, 50)))),
                manager=managers[area],
            )
        )
    return stories


def live(story: Story, chance: random.Random) -> Life:
    """Let one person apply and go as far as their story says."""
    steps = Steps(story.began, chance, story.tempo)
    person = add_person(first_name=story.name.first, last_name=story.name.last, email=story.email, by=None)
    application = campaigns.begin(person, area=story.area, over_50=story.is_over_50)
    _fill_in(application, story, chance, last=chance.randint(1, 5) if story.stop == "started" else 6)
    if story.stop == "started":
        return
    yield steps.after(0, 3)
    recruitment.submit_application(application=application, by=person)
    campaigns.answer_apart(person, over_50=story.is_over_50, gender=story.name.gender)
    how_far = story.chance.random()
    if story.stop == "withdrawn" and how_far < 0.4:
        recruitment.withdraw_application(application=application, by=person)
    elif story.stop == "submitted" and how_far < 0.7:
        name_two(application, chance)
    if story.stop == "submitted" or (story.stop == "withdrawn" and how_far < 0.4):
        return
    yield from _screen(application, story, steps, chance)
    if story.stop == "trained":
        yield steps.after(0, 4)
        learn(person)


class Steps:
    """Days ago, counting down as a story goes on; never past yesterday."""

    def __init__(self, began: float, chance: random.Random, tempo: float) -> None:
        self.at, self._chance, self._tempo = began, chance, tempo

    def after(self, least: float, most: float) -> float:
        self.at = max(self.at - self._chance.uniform(least, most) * self._tempo, 1.0)
        return self.at


def _began(stop: str, chance: random.Random) -> float:
    """Days ago: those still on the way began lately, those who have arrived began over the months."""
    if stop == "started":
        return chance.uniform(1, 20)
    if stop == "submitted":
        return chance.uniform(9, 15) if chance.random() < LATE else chance.uniform(0.5, 5)
    if stop == "screening":
        return chance.uniform(18, 32) if chance.random() < LATE else chance.uniform(6, 10)
    if stop in {"paused", "approved"}:
        return chance.uniform(12, 40)
    return chance.uniform(40, 300)


def _fill_in(application: Application, story: Story, chance: random.Random, *, last: int) -> None:
    sectors = chance.sample(list(WORK), chance.choice([1, 1, 2]))
    languages = [Language.ENGLISH.value] + ([chance.choice(list(Language)[1:]).value] if chance.random() < 0.25 else [])
    retired = (today() - story.born).days > 365.25 * 64
    half_days = chance.sample([day * 3 + 2 for day in range(5)], chance.randint(1, 4)) + chance.sample(
        [1, 4, 7, 10, 13, 15, 16, 18], chance.randint(1, 3)
    )
    answers: list[tuple[str, dict[str, object]]] = [
        ("about_you", {"first_name": story.name.first, "last_name": story.name.last, "born": story.born}),
        (
            "where",
            {
                "postcode": f"{chance.choice(OUTCODES[story.area].split())} "
                f"9{chance.choice('ABDEFGHJLN')}{chance.choice('PQRSTUWXYZ')}"
            },
        ),
        ("when", {"half_days": bits_of(range(21)) if retired and chance.random() < 0.3 else bits_of(half_days)}),
        ("how", _how(chance)),
        (
            "what_you_bring",
            {
                "sectors": [sector.value for sector in sectors],
                "interests": [i.value for i in chance.sample(list(Interest), chance.randint(2, 5))],
                "languages": languages,
                "background": invented_background(f"{story.name.first} {story.name.last} {story.born}", BACKGROUNDS),
                "gender": chance.choice([story.name.gender, story.name.gender, Gender.UNSAID.value]),
                "occupation": chance.choice(WORK[sectors[0]]),
                "retired": retired,
                "words": "",
            },
        ),
        ("why", {"why": chance.choice(WHYS), "conduct_agreed": True}),
    ]
    for step, given in answers[:last]:
        recruitment.save_step(application=application, step=step, answers=given, by=application.person)


def _how(chance: random.Random) -> dict[str, object]:
    return {
        "in_person": True,
        "online": chance.random() < 0.6,
        "reach_miles": chance.choice([2, 5, 5, 10, 10, 20]),
        "capacity": chance.choices([1, 2, 3], [72, 20, 8])[0],
    }


def _screen(application: Application, story: Story, steps: Steps, chance: random.Random) -> Life:
    manager = story.manager
    yield steps.after(1, 5)
    recruitment.start_screening(application=application, by=manager)
    check = recruitment.request_check(application=application, by=manager, level="enhanced", requested_on=today())
    named = name_two(application, chance)
    how_far = story.chance.random()
    if story.stop == "paused":
        yield steps.after(1, 3)
        recruitment.pause_application(application=application, by=application.person)
        return
    if story.stop == "screening":
        yield steps.after(0.3, 1.5)
        recruitment.hand_check_over(check=check, by=manager)
    yield steps.after(2, 6)
    if story.stop == "withdrawn":
        speak(named[: 1 if how_far < 0.8 else 0], chance)
        recruitment.withdraw_application(application=application, by=application.person)
        return
    speak(named[:1] if story.stop == "screening" and how_far < 0.7 else named, chance, good=story.stop != "declined")
    if story.stop == "screening" and how_far < 0.4:
        return
    yield steps.after(1, 5)
    scores = [chance.choice([3, 3, 4]) for _ in range(4)] if story.stop != "declined" else [2, 1, 2, 2]
    _talk(application, manager, scores)
    if story.stop == "screening" and how_far < 0.85:
        return
    if story.stop == "weighing":
        yield steps.after(1, 3)
        clear(check, manager, chance, shows=True)
        return
    yield steps.after(2, 8)
    clear(check, manager, chance)
    if story.stop == "screening":
        return
    outcome, reasons = ("approved", GOOD_REASONS) if story.stop != "declined" else ("declined", OPEN_QUESTIONS)
    recruitment.decide_application(application=application, by=manager, outcome=outcome, reasons=reasons)


def _talk(application: Application, manager: Person, scores: list[int]) -> None:
    recruitment.record_interview(
        application=application,
        by=manager,
        held_on=today(),
        listening=scores[0],
        boundaries=scores[1],
        commitment=scores[2],
        safety=scores[3],
        words="We talked for forty minutes about the year ahead.",
    )


def name_two(application: Application, chance: random.Random) -> list[Referee]:
    """Let the applicant name two invented people who know them; each gets an e-mail with a link."""
    named = []
    for number in range(2):
        referee = invented_name(chance)
        named.append(
            recruitment.name_referee(
                application=application,
                by=application.person,
                name=f"{referee.first} {'JM'[number]}. {referee.last}",
                email=f"referee{application.pk}-{number}@post.example",
                relation=chance.choice(["Colleague", "Neighbour", "Manager", "Friend from the running club"]),
            )
        )
    return named


def speak(named: list[Referee], chance: random.Random, *, good: bool = True) -> None:
    """Let referees answer through their links."""
    for number, referee in enumerate(named):
        recruitment.answer_reference(
            referee=referee,
            known_for_years=chance.randint(2, 20),
            verdict="yes" if good or number else "no",
            reliable=chance.choice([3, 4, 4]),
            patient=chance.choice([3, 3, 4]),
            safe=4 if good else 2,
            words="Reliable, kind and a good listener." if good else "I would not feel able to say yes.",
        )


def clear(check: Check, by: Person, chance: random.Random, *, shows: bool = False) -> None:
    """Record a clear check, issued a few days after it was asked for; or one that shows something for two people to
    weigh.
    """
    issued = max(check.requested_on, today() - timedelta(days=1))
    recruitment.record_check_result(
        check=check,
        by=by,
        certificate_number=f"{check.pk:06d}{chance.randint(100000, 999999)}",
        issued_on=issued,
        clear=not shows,
    )
