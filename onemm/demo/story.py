"""The standing cast in the demo world: each where a newcomer can see what the platform does for someone like them."""

import random
from datetime import date, time, timedelta

from django.db.models import Q

from onemm.demo import campaigns, pairs
from onemm.demo.clockwork import LAST, Agenda, Life
from onemm.demo.course import learn
from onemm.demo.links import SUFFIX
from onemm.demo.mentors import Story, clear, live, name_two, speak
from onemm.demo.names import Name
from onemm.demo.setting import Partner, Staff
from onemm.demo.young_people import wishes
from onemm.impact import actions as impact
from onemm.lib.clock import now, today
from onemm.matching import actions as matching
from onemm.matching.models import Proposal, Round
from onemm.mentoring import actions as mentoring
from onemm.mentoring.models import Enrolment, Match
from onemm.mentoring.rules import ConsentGiven, Wishes
from onemm.people.actions.people import add_person, give_address, name_guardian
from onemm.people.models import Person
from onemm.people.vocabulary import Interest, Language, Sector, bits_of
from onemm.places import actions as places
from onemm.places.models import Area
from onemm.recruitment import actions as recruitment
from onemm.recruitment.models import Application, Slot
from onemm.recruitment.queries import may_appeal
from onemm.safeguarding import actions as safeguarding

THEOS_REFERENCE = "11B-07"
FOUR_HOURS = (
    (118.3, 60, "A good first hour.", 7),
    (90.3, 60, "We looked at what a pharmacist does.", 8),
    (62.3, 60, "CV, first draft.", 8),
    (32.3, 75, "Practised talking on the telephone.", 9),
)
"""Days ago, minutes, what Amina wrote, and how both felt."""
TUESDAY_EVENING, THURSDAY_EVENING, SATURDAY_MORNING = 5, 11, 15


def begin(agenda: Agenda, staff: Staff, partner: Partner, chance: random.Random) -> None:
    """Put the cast's lives on the agenda."""
    agenda.begin(_amina(staff, chance), ago=162)
    agenda.begin(_theo(partner), ago=136)
    agenda.begin(_amina_and_theo(partner, chance), ago=130.5)
    agenda.begin(
        live(
            Story(
                Name("Omar", "Khalid", "man"),
                "greater-manchester",
                9,
                "screening",
                f"omar{SUFFIX}",
                date(1961, 6, 3),
                staff.priya,
            ),
            chance,
        ),
        ago=9,
    )
    dean = Story(
        Name("Dean", "Marsden", "man"),
        "greater-manchester",
        16,
        "weighing",
        f"dean{SUFFIX}",
        date(1988, 2, 17),
        staff.priya,
    )
    agenda.begin(live(dean, chance), ago=16)
    _gareth_twice(agenda, staff, chance)
    agenda.begin(_this_week(staff, partner), ago=3.3)


def _amina(staff: Staff, chance: random.Random) -> Life:
    """Amina applied five months ago, and was ready three weeks later. Her answers fit Theo's, as they should."""
    amina = add_person(first_name="Amina", last_name="Yusuf", email=f"amina{SUFFIX}", by=None)
    application = campaigns.begin_at_work(amina, shows_name=True)
    for step, answers in _aminas_answers().items():
        recruitment.save_step(application=application, step=step, answers=answers, by=amina)
    recruitment.submit_application(application=application, by=amina)
    yield 158.5
    recruitment.start_screening(application=application, by=staff.priya)
    check = recruitment.request_check(application=application, by=staff.priya, level="enhanced", requested_on=today())
    yield 150.2
    speak(name_two(application, chance), chance)
    recruitment.record_interview(
        application=application,
        by=staff.priya,
        held_on=today(),
        listening=4,
        boundaries=4,
        commitment=3,
        safety=4,
        words="Thoughtful about what it is to be sixteen. Clear about boundaries.",
    )
    yield 143.4
    clear(check, staff.priya, chance)
    recruitment.decide_application(
        application=application,
        by=staff.priya,
        outcome="approved",
        reasons="Warm references, a strong interview, a clear check.",
    )
    yield 141.2
    learn(amina)


def _theo(partner: Partner) -> Life:
    """Theo, 16, would like to be a pharmacist, or something like it. Grace is his guardian."""
    enrolment = mentoring.enrol_young_person(
        programme=partner.programme,
        by=partner.coordinator,
        reference=THEOS_REFERENCE,
        first_name="Theo",
        last_name="B",
        born=_birthday(16),
        consent=ConsentGiven(given_by="self", given_on=today()),
        **_theos_wishes(partner),
    )
    theo = enrolment.person
    give_address(person=theo, email=f"theo{SUFFIX}", by=partner.coordinator)
    grace = add_person(first_name="Grace", last_name="Boateng", email=f"grace{SUFFIX}", by=partner.coordinator)
    name_guardian(guardian=grace, young_person=theo, by=partner.coordinator)
    yield 134.3
    impact.answer_question(enrolment=enrolment, wave="start", value=2, by=theo)


def _amina_and_theo(partner: Partner, chance: random.Random) -> Life:
    """A round proposes the two; they are introduced, and meet four times.

    The next hour is on a Thursday at half past five.
    """
    amina, enrolment = Person.objects.get(email=f"amina{SUFFIX}"), Enrolment.objects.get(reference=THEOS_REFERENCE)
    proposal = _the_two_in(pairs.a_round(partner), amina, enrolment, partner)
    yield 129.3
    if proposal.state == Proposal.State.SUGGESTED:
        matching.approve_proposal(proposal=proposal, by=partner.coordinator)
    matching.answer_as_mentor(proposal=proposal, by=amina, yes=True)
    matching.answer_as_young_person(proposal=proposal, by=enrolment.person, yes=True)
    yield 126.4
    match = matching.introduce_pair(
        proposal=proposal, by=partner.coordinator, on=today(), words="Theo had three questions ready."
    )
    mentoring.agree(match=match, by=match.mentor)
    mentoring.agree(match=match, by=match.young_person)
    match = Match.objects.select_related("mentor", "young_person", "enrolment__programme__site").get(pk=match.pk)
    for ago, minutes, words, mood in FOUR_HOURS:
        yield ago
        mentoring.log_session(match=match, by=match.mentor, at=now() - timedelta(hours=2), minutes=minutes, words=words)
        mentoring.give_pulse(match=match, by=match.mentor, value=mood)
        mentoring.give_pulse(match=match, by=match.young_person, value=mood)
    yield LAST
    pairs.plan_next(match, chance, in_days=(3 - today().weekday()) % 7 or 7, hour=17)


def _the_two_in(run: Round | None, amina: Person, enrolment: Enrolment, partner: Partner) -> Proposal:
    """Return the proposal of the two.

    When equals were drawn otherwise, the coordinator sets the others aside and asks by hand.
    """
    both = run.proposals.filter(enrolment=enrolment, mentor=amina).first() if run else None
    if both is not None:
        return both
    for other in (
        run.proposals.filter(Q(mentor=amina) | Q(enrolment=enrolment), state=Proposal.State.SUGGESTED) if run else ()
    ):
        matching.decline_proposal(proposal=other, by=partner.coordinator, reason="We have somebody else in mind.")
    return matching.propose_by_hand(enrolment=enrolment, mentor=amina.public_id, by=partner.coordinator)


def _this_week(staff: Staff, partner: Partner) -> Life:
    """A school has asked to join, Lena has signed up, a round waits for Sam, and a concern waits for Noor."""
    places.ask_to_join(
        organisation_name="Rivington Edge High School",
        contact_name="Helen Greenhalgh",
        contact_email=f"helen{SUFFIX}",
        postcode="BL1 9XH",
        words="We have thirty young people in Year 11 who would like a mentor.",
    )
    yield 2.3
    _concern_in_hand(staff, partner)
    yield 1.3
    add_person(first_name="Lena", last_name="Novak", email=f"lena{SUFFIX}", by=None)
    recruitment.offer_slots(
        by=staff.priya,
        area=Area.objects.get(slug="greater-manchester"),
        day=today() + timedelta(days=3),
        first=time(17, 0),
        how_many=6,
        minutes=30,
        channel="video",
        where="https://talk.example/priya",
    )
    yield LAST * 2
    _ask_for_a_second_look()
    pairs.ask_one_pair(pairs.a_round(partner), partner)
    _concern_that_waits(partner)


def _concern_in_hand(staff: Staff, partner: Partner) -> None:
    concern = safeguarding.raise_concern(
        words="A young person in the corridor said she does not feel safe at home.",
        urgency="soon",
        by=partner.coordinator,
        about_whom="A young person in Year 10, name known to the school",
        page="/partner/",
    )
    safeguarding.triage_concern(concern=concern, by=staff.noor, urgency="soon")
    safeguarding.open_case(concern=concern, by=staff.noor)


def _concern_that_waits(partner: Partner) -> None:
    match = (
        Match.objects.open()
        .exclude(mentor__email=f"amina{SUFFIX}")
        .filter(enrolment__programme=partner.programme)
        .first()
    )
    safeguarding.raise_concern(
        words="My mentor asked for my number. I did not give it. I do not think it is bad, but the course says to "
        "tell.",
        urgency="unsure",
        by=match.young_person if match else None,
        about=match.mentor if match else None,
        page="/young/",
    )


def _gareth_twice(agenda: Agenda, staff: Staff, chance: random.Random) -> None:
    """Gareth was declined and asks for a second look; someone with his name and birthday applies again from another
    address.
    """
    born = date(1979, 4, 11)
    for name, ago, stop, address in (
        (Name("Gareth", "Pugh", "man"), 27, "declined", "gareth"),
        (Name("Gáreth", "Pugh", "man"), 5, "submitted", "g.pugh"),
    ):
        agenda.begin(
            live(Story(name, "greater-manchester", ago, stop, f"{address}{SUFFIX}", born, staff.priya), chance), ago=ago
        )


def _ask_for_a_second_look() -> None:
    """Gareth asks for someone else to look; someone on the way in takes a time to talk."""
    declined = Application.objects.filter(state="declined", person__email=f"gareth{SUFFIX}").first()
    if declined is not None and may_appeal(declined):
        recruitment.appeal(
            application=declined,
            by=declined.person,
            words="I was ill on the day that we talked. Could somebody hear me again?",
        )
    waiting = (
        Application.objects.filter(state="in_screening", area__slug="greater-manchester", interview=None)
        .exclude(person__email=f"omar{SUFFIX}")
        .first()
    )
    if waiting is not None:
        recruitment.book_talk(application=waiting, slot=Slot.objects.earliest("starts_at"), by=waiting.person)


def _aminas_answers() -> dict[str, dict[str, object]]:
    return {
        "about_you": {"first_name": "Amina", "last_name": "Yusuf", "born": date(today().year - 42, 5, 2)},
        "where": {"postcode": "OL2 9AP"},
        "when": {"half_days": bits_of([TUESDAY_EVENING, THURSDAY_EVENING, SATURDAY_MORNING])},
        "how": {"in_person": True, "online": True, "reach_miles": 5, "capacity": 1},
        "what_you_bring": {
            "sectors": [Sector.HEALTH.value, Sector.SCIENCE.value],
            "interests": [Interest.CRICKET.value, Interest.MAPS.value, Interest.BAKING.value],
            "languages": [Language.ENGLISH.value, Language.SOMALI.value],
            "background": [],
            "gender": "woman",
            "occupation": "Pharmacist",
            "retired": False,
            "words": "I run a small pharmacy in Oldham. I was the first in my family to go to university.",
        },
        "why": {
            "why": "My chemistry teacher stayed behind for me, every Thursday. I would like to be somebody’s Thursday.",
            "conduct_agreed": True,
        },
    }


def _theos_wishes(partner: Partner) -> Wishes:
    chance = random.Random(1)
    return Wishes(
        **{
            **wishes(partner.programme.channel, chance),
            "channel": "either",
            "half_days": bits_of([TUESDAY_EVENING, THURSDAY_EVENING]),
            "languages": [Language.ENGLISH.value, Language.SOMALI.value],
            "aspirations": [Sector.HEALTH.value, Sector.SCIENCE.value],
            "interests": [Interest.CRICKET.value, Interest.MAPS.value, Interest.BAKING.value],
            "matters_most": "aspiration",
            "wants_gender": "woman",
            "hopes": "I would like to know what a pharmacist’s day is like.",
        }
    )


def _birthday(age: int) -> date:
    """Return a birth date of someone who was so old 240 days ago and is so old today."""
    return today() - timedelta(days=int(age * 365.25) + 30)
