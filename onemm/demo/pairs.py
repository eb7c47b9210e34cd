"""Rounds, proposals and pairs of the demo world, in every state from suggested to said goodbye."""

import random
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from onemm.demo.clockwork import LAST, Agenda, Life
from onemm.demo.in_one_go import may_be_refused
from onemm.demo.setting import Partner
from onemm.impact import actions as impact
from onemm.jobs.actions import finish_job
from onemm.lib.clock import LONDON, now, today
from onemm.lib.errors import Refused
from onemm.matching import actions as matching
from onemm.matching.models import Proposal, Round
from onemm.matching.queries import job_of, standing_weights
from onemm.matching.rules import usual_choices
from onemm.mentoring import actions as mentoring
from onemm.mentoring.models import Match
from onemm.places.models import Channel

PURPOSES = (
    "Getting to know each other",
    "What a working day is like",
    "CV and first job",
    "Practising an interview",
    "Choosing subjects",
    "Talking to people you do not know",
    "Looking at courses and apprenticeships",
    "A visit to see the work",
    "Writing to somebody for advice",
)
AFTERWARDS = (
    "Easy to talk to.",
    "We made a list for next time.",
    "A quiet start, then a lot of questions.",
    "",
    "",
    "She wants to see the workshop.",
    "He had done what he said he would.",
)
ENDINGS = (
    ("early", "A new job at the other end of the country.", True),
    ("early", "Moved school, and the new one has its own mentors.", True),
    ("broken", "They lost touch after the summer.", False),
)


OTHER_WEIGHTS = ({"waiting": 3}, {"waiting": 3, "bridging": 3})
"""What coordinators come to think matters more than usual, one version after another."""


def rounds(agenda: Agenda, partner: Partner, chance: random.Random, *, days: Iterable[float]) -> Life:
    """Let a partner run a round on each of these days ago, and go through it the day after.

    From the fourth on it has weights of its own.
    """
    for number, ago in enumerate(days):
        yield ago
        if 3 <= number < 3 + len(OTHER_WEIGHTS):
            set_weights(partner, OTHER_WEIGHTS[number - 3])
        run = a_round(partner)
        if run is None:
            continue
        yield ago - 1
        for proposal in run.proposals.filter(state="suggested").select_related("mentor", "enrolment__person"):
            if _is_approved(proposal, partner, chance):
                agenda.begin(_from_offer(proposal, partner, chance, ago=ago - 1), ago=ago - 1 - chance.uniform(0.2, 3))


def a_round(partner: Partner) -> Round | None:
    """Run a matching round for a partner, here and now; nothing when nobody waits."""
    try:
        with may_be_refused():
            asked = matching.ask_for_round(programme=partner.programme, by=partner.coordinator, seed=1)
    except Refused:
        return None
    job = job_of(asked)
    if job is not None:
        finish_job(job=job)
    return Round.objects.get(pk=asked.pk)


def ask_one_pair(proposed: Round | None, partner: Partner) -> None:
    """Let the coordinator ask one pair of those proposed and leave the others; the two are still thinking it over."""
    waiting = list(proposed.proposals.filter(state="suggested").order_by("pk")) if proposed is not None else []
    for proposal in (*waiting[1:], *waiting[:1]):
        try:
            with may_be_refused():
                matching.approve_proposal(proposal=proposal, by=partner.coordinator)
        except Refused:
            continue
        return


def somebody_is_asked(partners: Iterable[Partner]) -> None:
    """See to it that one pair, at whichever partner, has been asked and is still thinking it over."""
    for partner in partners:
        if Proposal.objects.filter(state="offered").exists():
            return
        ask_one_pair(Round.objects.filter(programme=partner.programme).order_by("-pk").first(), partner)


def set_weights(partner: Partner, changes: dict[str, int]) -> None:
    """Let the coordinator keep weights that differ from the usual ones in this."""
    standing = standing_weights(partner.programme)
    matching.set_weights(
        programme=partner.programme,
        by=partner.coordinator,
        choices={**usual_choices(), **changes},
        instead_of=standing.version,
    )


def _is_approved(proposal: Proposal, partner: Partner, chance: random.Random) -> bool:
    """Let the coordinator decide: most approved, some not, a few left for later."""
    fate = chance.random()
    if 0.88 < fate < 0.94:
        matching.decline_proposal(
            proposal=proposal, by=partner.coordinator, reason="They know each other from the same street."
        )
    if fate >= 0.88:
        return False
    try:
        with may_be_refused():
            matching.approve_proposal(proposal=proposal, by=partner.coordinator)
    except Refused:
        # The mentor filled up, or a check ran out, since the round: the platform says no, as it would to anyone.
        return False
    return True


def _from_offer(proposal: Proposal, partner: Partner, chance: random.Random, *, ago: float) -> Life:
    """Let both people answer; for most it goes on to the introduction, the agreement and the year."""
    proposal = Proposal.objects.select_related("mentor", "enrolment__person").get(pk=proposal.pk)
    fate = chance.random()
    if not _both_say_yes(proposal, fate, lately=ago < 13):
        return
    ago -= chance.uniform(4, 9)
    yield ago
    words = "We met in the library for half an hour."
    try:
        with may_be_refused():
            match = matching.introduce_pair(proposal=proposal, by=partner.coordinator, on=today(), words=words)
    except Refused:
        return
    yield ago - 0.4
    match = Match.objects.select_related("mentor", "young_person", "enrolment__programme__site").get(pk=match.pk)
    if fate > 0.6 and ago < 10:
        return
    mentoring.agree(match=match, by=match.mentor)
    mentoring.agree(match=match, by=match.young_person)
    yield from the_year(match, partner, chance, ago=ago - 0.5)


def _both_say_yes(proposal: Proposal, fate: float, *, lately: bool) -> bool:
    """Let the two answer as their fate has it, and say whether the introduction can follow.

    What was offered lately may still wait.
    """
    if fate < 0.04:
        matching.answer_as_mentor(
            proposal=proposal, by=proposal.mentor, yes=False, reason="This month is too full for me."
        )
    elif fate < 0.07:
        matching.answer_as_young_person(proposal=proposal, by=proposal.enrolment.person, yes=False)
    elif not lately or fate <= 0.90:
        matching.answer_as_mentor(proposal=proposal, by=proposal.mentor, yes=True)
        if not lately or fate <= 0.82:
            matching.answer_as_young_person(proposal=proposal, by=proposal.enrolment.person, yes=True)
    return fate >= 0.07 and (not lately or fate <= 0.70)


def the_year(match: Match, partner: Partner, chance: random.Random, *, ago: float) -> Life:
    """Let a pair live until now: an hour most months, pulses, and for some an ending or a pause."""
    mood, began = chance.choice([6, 7, 8, 8, 9]), ago
    fate = chance.random()
    goes_quiet, ends_after = fate < 0.1, {True: 70, False: 999}[0.1 <= fate < 0.2]
    ago -= chance.uniform(4, 10)
    while ago > LAST * 20:
        yield ago
        if began - ago > ends_after:
            _end(match, partner, chance)
            return
        if not (goes_quiet and ago < 55):
            _meet(match, chance)
            mood = max(2, min(10, mood + chance.choice([-1, 0, 0, 1, 1])))
            _pulse(match, chance, mood)
        if began - ago > 50 and chance.random() < 0.8:
            _answer_later(match, chance)
        if began - ago > 150 and chance.random() < 0.3:
            mentoring.end_match(
                match=match,
                by=partner.coordinator,
                ending="planned",
                reason="The year is complete, and both are glad of it.",
                closing_talk_held=True,
            )
            return
        ago -= chance.uniform(22, 36)
    yield LAST
    if 0.2 <= fate < 0.24:
        mentoring.pause_match(match=match, by=partner.coordinator)
    elif not goes_quiet and chance.random() < 0.65:
        plan_next(match, chance)


def plan_next(match: Match, chance: random.Random, *, in_days: int = 0, hour: int = 16) -> None:
    """Plan the next hour together, at half past the hour."""
    at = datetime.combine(today() + timedelta(days=in_days or chance.randint(2, 20)), time(hour, 30), LONDON)
    mentoring.plan_session(
        match=match,
        by=match.mentor,
        at=at,
        channel=_channel(match, chance),
        where=match.enrolment.programme.site.name,
        purpose=chance.choice(PURPOSES),
    )


def _meet(match: Match, chance: random.Random) -> None:
    mentoring.log_session(
        match=match,
        by=match.mentor,
        at=now() - timedelta(minutes=90),
        minutes=chance.choices([30, 45, 60, 90], [8, 15, 65, 12])[0],
        words=chance.choice(AFTERWARDS),
    )


def _pulse(match: Match, chance: random.Random, mood: int) -> None:
    if chance.random() < 0.85:
        mentoring.give_pulse(match=match, by=match.mentor, value=mood)
    if chance.random() < 0.65:
        mentoring.give_pulse(
            match=match, by=match.young_person, value=max(1, min(10, mood + chance.choice([-1, 0, 1])))
        )


def _answer_later(match: Match, chance: random.Random) -> None:
    first = match.enrolment.responses.filter(wave="start").first()
    if first is None or match.enrolment.responses.filter(wave="later").exists():
        return
    value = max(1, min(5, first.value + chance.choices([-1, 0, 1, 2], [8, 34, 40, 18])[0]))
    impact.answer_question(enrolment=match.enrolment, wave="later", value=value, by=match.young_person)


def _end(match: Match, partner: Partner, chance: random.Random) -> None:
    ending, reason, held = chance.choice(ENDINGS)
    mentoring.end_match(match=match, by=partner.coordinator, ending=ending, reason=reason, closing_talk_held=held)


def _channel(match: Match, chance: random.Random) -> str:
    wished = match.enrolment.channel
    return chance.choice([Channel.FACE_TO_FACE.value, Channel.ONLINE.value]) if wished == Channel.EITHER else wished
